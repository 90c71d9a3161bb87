/** Why a server refused, as a stable code: `{"error": code}` with that status. Programs decide on the code, people read a sentence. */
export const refusals = {
  /** Not well formed: body, parameters or header. */
  Malformed: 400,
  WrongContentType: 415,
  NotASignature: 400,
  /** No or no valid credential; ask for a session again. */
  NoSession: 401,
  SessionExpired: 401,
  ChallengeExpired: 401,
  /** The server knows no such device. */
  UnknownDevice: 403,
  /** Its own person revoked it. */
  DeviceRevoked: 403,
  /** An administrator stopped its transport. */
  DeviceBlocked: 403,
  /** Not in the circle (any more), or not with this role. */
  NotAMember: 403,
  NotAllowed: 403,
  /** The invitation or setup link was used, ended or is too old. */
  InvitationOver: 403,
  NotFound: 404,
  /** The place in the chain is taken by another envelope: begin a new incarnation. */
  SeqTaken: 409,
  /** An envelope before it is missing here. */
  SeqGap: 409,
  /** The roster or keyring got another entry in the meantime: read, decide again. */
  EntryMoved: 409,
  /** A lowering entry names a head below what is stored here (SPEC 5d). */
  HeadsBehind: 409,
  /** Correctly signed, but the circle's rules do not allow it. */
  EntryRefused: 409,
  AlreadyThere: 409,
  Closed: 409,
  /** An offset of before a backup was restored: read from the start, and deliver again. */
  OtherEpoch: 410,
  Destroyed: 410,
  TooLarge: 413,
  TooMany: 429,
  QuotaFull: 507,
  /** The server's store cannot take it now; nothing was kept. */
  Unavailable: 503,
  /** Something that was not foreseen; nothing was kept. */
  Failed: 500,
} as const;

export type Refusal = keyof typeof refusals;

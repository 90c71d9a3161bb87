import type { Refusal } from '../../protocol/exchange/refusals.ts';
import type { Failure, Stopped, Trouble, Work } from './syncState.ts';

/** What follows from a failure: never nothing (SPEC 18). */
export type Reaction =
  /** Later again, by itself. `seconds`: the server said when. */
  | { readonly type: 'again'; readonly seconds: number }
  /** Only this document, after a while. A person is told meanwhile. */
  | { readonly type: 'tell'; readonly trouble: Trouble; readonly mayPass: boolean }
  | { readonly type: 'newSession' }
  /** This device exchanges nothing. */
  | { readonly type: 'stop'; readonly because: Stopped }
  /** Something else first; then what failed. */
  | { readonly type: 'first'; readonly work: Work };

const newSession: Reaction = { type: 'newSession' };
const compareFirst: Reaction = { type: 'first', work: 'compare' };
/** No person can do anything about these; the next version of the app or the server may. */
const refused: Reaction = { type: 'tell', trouble: 'refused', mayPass: false };

const toRefusals: { readonly [R in Refusal]: Reaction } = {
  Malformed: refused,
  WrongContentType: refused,
  NotASignature: refused,
  NoSession: newSession,
  SessionExpired: newSession,
  ChallengeExpired: newSession,
  UnknownDevice: { type: 'stop', because: 'unknown' },
  DeviceRevoked: { type: 'stop', because: 'revoked' },
  DeviceBlocked: { type: 'stop', because: 'blocked' },
  NotAMember: { type: 'first', work: 'leave' },
  NotAllowed: { type: 'tell', trouble: 'notAllowed', mayPass: false },
  InvitationOver: refused,
  NotFound: compareFirst,
  SeqTaken: { type: 'first', work: 'reseal' },
  SeqGap: compareFirst,
  EntryMoved: { type: 'first', work: 'collect' },
  HeadsBehind: { type: 'tell', trouble: 'serverDiffers', mayPass: true },
  EntryRefused: refused,
  AlreadyThere: compareFirst,
  Closed: { type: 'first', work: 'leave' },
  OtherEpoch: compareFirst,
  Destroyed: { type: 'first', work: 'leave' },
  TooLarge: { type: 'tell', trouble: 'tooLarge', mayPass: false },
  TooMany: { type: 'again', seconds: 5 },
  QuotaFull: { type: 'tell', trouble: 'quotaFull', mayPass: true },
  Unavailable: { type: 'again', seconds: 30 },
  Failed: { type: 'tell', trouble: 'refused', mayPass: true },
};

/** What a person is told of it, whatever else follows. */
export function troubleOf(failure: Failure): Trouble {
  const reaction = reactionTo(failure);
  return reaction.type === 'tell' ? reaction.trouble : 'refused';
}

export function reactionTo(failure: Failure): Reaction {
  switch (failure.type) {
    case 'Unreachable':
      return { type: 'again', seconds: 0 };
    case 'TooBusy':
      return { type: 'again', seconds: failure.seconds };
    case 'NotStored':
      return { type: 'tell', trouble: failure.problem, mayPass: true };
    case 'Differs':
      return { type: 'tell', trouble: 'serverDiffers', mayPass: true };
    case 'NewerVersion':
      return { type: 'tell', trouble: 'newerVersion', mayPass: true };
    case 'Refused':
      return toRefusals[failure.code];
  }
}

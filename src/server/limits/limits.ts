/** How much one party may ask; what a whole school does behind one address has to fit. */
export interface Rate {
  readonly perSecond: number;
  /** So much at once: a new device fetches its whole caseload. */
  readonly burst: number;
}

export interface Limits {
  /** One address on the internet, often a building full of people. */
  readonly address: Rate;
  readonly device: Rate;
  /** Appends to one document, by everyone together. */
  readonly document: Rate;
  /** Bytes of one document's log and access log. A year of a busy case is about 2 MB. */
  readonly documentBytes: number;
}

export const LIMITS: Limits = {
  address: { perSecond: 400, burst: 8_000 },
  device: { perSecond: 50, burst: 2_000 },
  document: { perSecond: 50, burst: 2_000 },
  documentBytes: 256 * 1024 * 1024,
};

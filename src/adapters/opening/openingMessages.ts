import type { Opening, OpeningMeans } from '../../application/ports.ts';

/** What the page asks the worker that verifies and opens. */
export interface OpeningRequest {
  readonly id: number;
  /** One after the other, handed over instead of copied; and how long each is. */
  readonly envelopes: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
  readonly means: OpeningMeans;
}

/** Some of the answers, in order; null: it could not be done at all. */
export interface OpeningAnswer {
  readonly id: number;
  readonly openings: readonly Opening[] | null;
}

import type { EnvelopeHash, OperationId } from '../shared/ids.ts';

/**
 * What is remembered of an applied envelope, so that "was this in its causal past?" is answered exactly and quickly.
 *
 * The graph of envelopes is cut into lines (paths): an envelope continues a parent's line when that parent is still the
 * line's tip, and opens a new line otherwise. `clock[line]` is how far into each line the envelope's past reaches. Because
 * a line is a real path in the graph, this stays exact when a device forks or lies about its numbers (SPEC 4).
 */
export interface EnvelopeRecord {
  readonly line: number;
  /** From 1, within the line. */
  readonly position: number;
  readonly clock: readonly number[];
  /** 1 + the highest among the parents; counted here, never taken from the writer. */
  readonly lamport: number;
  readonly chain: ChainKey;
  readonly seq: number;
  /** The highest roster entry so far in this chain: it never falls (SPEC 5). */
  readonly roster: number;
  readonly redacted: boolean;
  /** Every number of its chain up to here is in its past (SPEC 2a, 2b); otherwise nothing in it counts. */
  readonly sound: boolean;
}

export type EnvelopeIndex = ReadonlyMap<EnvelopeHash, EnvelopeRecord>;

/** One database lifetime of one device. */
export type ChainKey = `${string}/${string}`;

export const chainOf = (place: { readonly device: string; readonly incarnation: string }): ChainKey =>
  `${place.device}/${place.incarnation}`;

export const operationId = (hash: EnvelopeHash, index: number): OperationId => `${hash}/${index}` as OperationId;

export const envelopeOf = (operation: OperationId): EnvelopeHash => operation.slice(0, operation.lastIndexOf('/')) as EnvelopeHash;

/** Whether `earlier` is `later` itself or lies in its causal past. */
export const isWithinPast = (earlier: EnvelopeRecord, later: EnvelopeRecord): boolean =>
  (later.clock[earlier.line] ?? 0) >= earlier.position;

/** How far the pasts reach together. */
export function joinClocks(clocks: readonly (readonly number[])[]): number[] {
  const [first, ...others] = clocks;
  const joined = first === undefined ? [] : first.slice();
  for (const clock of others) {
    for (let line = 0; line < clock.length; line++) {
      const position = clock[line] as number;
      if (line >= joined.length) joined.push(position);
      else if (position > (joined[line] as number)) joined[line] = position;
    }
  }
  return joined;
}

import type { EnvelopeHash, OperationId } from '../shared/ids.ts';
import { type ChainKey, type EnvelopeIndex, type EnvelopeRecord, envelopeOf, operationId } from './causality.ts';
import type { NoteUpdate } from './note.ts';
import type { DocumentState } from './state.ts';

/** The causality of every envelope, column by column, and which operations each merged note stands for. */
export interface PackedHistory {
  readonly hashes: readonly EnvelopeHash[];
  readonly chains: readonly ChainKey[];
  /** Per envelope: line, position, lamport, chain, seq, roster, redacted (0 or 1), then its clock. */
  readonly records: readonly (readonly number[])[];
  readonly tips: readonly EnvelopeHash[];
  /** Per note: envelope and place in it, in turns. */
  readonly noteIds: readonly (readonly number[])[];
}

interface History {
  readonly envelopes: EnvelopeIndex;
  readonly tips: readonly EnvelopeHash[];
  readonly noteIds: readonly (readonly OperationId[])[];
}

export function historyToRows(state: DocumentState, notes: readonly NoteUpdate[]): PackedHistory {
  const hashes = [...state.envelopes.keys()];
  const chains = [...state.chains.keys()];
  const places = new Map(hashes.map((hash, place) => [hash, place]));
  const chainPlaces = new Map(chains.map((chain, place) => [chain, place]));
  return {
    hashes,
    chains,
    tips: state.tips,
    records: [...state.envelopes.values()].map((record) => [
      ...[record.line, record.position, record.lamport, chainPlaces.get(record.chain) as number, record.seq, record.roster],
      record.redacted ? 1 : 0,
      ...record.clock,
    ]),
    noteIds: notes.map(({ ids }) => ids.flatMap((id) => [places.get(envelopeOf(id)) as number, Number(id.slice(id.lastIndexOf('/') + 1))])),
  };
}

export function rowsToHistory({ hashes, chains, records, tips, noteIds }: PackedHistory): History {
  const toRecord = ([line, position, lamport, chain, seq, roster, redacted, ...clock]: readonly number[]) =>
    ({ line, position, lamport, chain: chains[chain as number], seq, roster, redacted: redacted === 1, clock }) as EnvelopeRecord;
  return {
    envelopes: new Map(hashes.map((hash, place) => [hash, toRecord(records[place] as readonly number[])])),
    tips,
    noteIds: noteIds.map(toIds),
  };

  function toIds(row: readonly number[]): readonly OperationId[] {
    const ids: OperationId[] = [];
    for (let at = 0; at < row.length; at += 2) ids.push(operationId(hashes[row[at] as number] as EnvelopeHash, row[at + 1] as number));
    return ids;
  }
}

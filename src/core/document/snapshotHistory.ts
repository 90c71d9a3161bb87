import type { EnvelopeHash, OperationId } from '../shared/ids.ts';
import { type ChainKey, type EnvelopeIndex, type EnvelopeRecord, envelopeOf, operationId } from './causality.ts';
import type { NoteUpdate } from './note.ts';
import type { DocumentState } from './state.ts';

/** The causality of every envelope, column by column, and which operations each merged note stands for. */
export interface PackedHistory {
  readonly hashes: readonly EnvelopeHash[];
  readonly chains: readonly ChainKey[];
  /** `marks`: redacted (1) plus sound (2). */
  readonly records: readonly PackedRecord[];
  readonly tips: readonly EnvelopeHash[];
  /** Per note: envelope and place in it, in turns. */
  readonly noteIds: readonly (readonly number[])[];
}

type PackedRecord = readonly [
  line: number,
  position: number,
  lamport: number,
  chain: number,
  seq: number,
  roster: number,
  marks: number,
  ...clock: number[],
];

interface History {
  readonly envelopes: EnvelopeIndex;
  readonly tips: readonly EnvelopeHash[];
  readonly noteIds: readonly (readonly OperationId[])[];
}

export function historyToRows(state: DocumentState, notes: readonly NoteUpdate[]): PackedHistory {
  const hashes = [...state.envelopes.keys()];
  const chains = [...new Set([...state.envelopes.values()].map(({ chain }) => chain))];
  const places = new Map(hashes.map((hash, place) => [hash, place]));
  const chainPlaces = new Map(chains.map((chain, place) => [chain, place]));
  return {
    hashes,
    chains,
    tips: state.tips,
    records: [...state.envelopes.values()].map(packRecord),
    noteIds: notes.map(({ ids }) => ids.flatMap((id) => [places.get(envelopeOf(id)) as number, Number(id.slice(id.lastIndexOf('/') + 1))])),
  };

  function packRecord({ line, position, lamport, chain, seq, roster, redacted, sound, clock }: EnvelopeRecord): PackedRecord {
    return [line, position, lamport, chainPlaces.get(chain) as number, seq, roster, (redacted ? 1 : 0) + (sound ? 2 : 0), ...clock];
  }
}

export function rowsToHistory({ hashes, chains, records, tips, noteIds }: PackedHistory): History {
  const toRecord = ([line, position, lamport, chain, seq, roster, marks, ...clock]: PackedRecord): EnvelopeRecord => ({
    line,
    position,
    lamport,
    chain: chains[chain] as ChainKey,
    seq,
    roster,
    clock,
    redacted: marks % 2 === 1,
    sound: marks >= 2,
  });
  return {
    envelopes: new Map(hashes.map((hash, place) => [hash, toRecord(records[place] as PackedRecord)])),
    tips,
    noteIds: noteIds.map(toIds),
  };

  function toIds(row: readonly number[]): readonly OperationId[] {
    const ids: OperationId[] = [];
    for (let at = 0; at < row.length; at += 2) ids.push(operationId(hashes[row[at] as number] as EnvelopeHash, row[at + 1] as number));
    return ids;
  }
}

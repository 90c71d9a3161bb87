import { decode, encode } from 'cborg';
import { encodeStateAsUpdate } from 'yjs';
import type { DocumentId, EnvelopeHash } from '../shared/ids.ts';
import { type ChainKey, envelopeOf } from './causality.ts';
import { createReadNote, highestLamport, mergeNote, type Note, type NoteUpdate } from './note.ts';
import type { OpenedEnvelope } from './operation.ts';
import { cellsToRows, type PackedCells, rowsToKinds, type UnpackNote } from './snapshotCells.ts';
import { historyToRows, type PackedHistory, rowsToHistory } from './snapshotHistory.ts';
import type { ChainHead, DocumentState, SetAside } from './state.ts';

/**
 * A folded document as bytes, so that opening a case needs no replay. Local only: sealed, discarded on mismatch, never
 * exchanged. Parts, because a case grows: the live cells, a kind at a time, read when someone looks at that kind; the history
 * (causality of every envelope, which a late envelope may name), read at the first fold; each long note as its text and one merged
 * yjs update, read when someone types on.
 *
 * The first two are JSON inside the CBOR: browsers parse that an order of magnitude faster than any decoder in JavaScript.
 */
export function stateToBytes(state: DocumentState): Uint8Array {
  const notes: NoteUpdate[] = [];
  const keepNote = (note: Note): number => notes.push(mergeNoteUpdates(note)) - 1;
  const { writers, kinds } = cellsToRows(state.kinds, keepNote);
  const head: Head = { doc: state.doc, frontier: [...state.frontier], chains: [...state.chains], writers };
  const history = historyToRows(state, notes);
  const packed: Packed = [
    foldVersion,
    JSON.stringify(head),
    kinds,
    encode(JSON.stringify(history)),
    notes.map((note) => note.bytes),
    [...state.waiting.values()],
    [...state.waitingFor],
    state.setAside,
  ];
  return encode(packed);
}

/** The state again; undefined when another version of the fold made it or it cannot be read: then fold the log. */
export function bytesToState(bytes: Uint8Array): DocumentState | undefined {
  try {
    const packed = decode(bytes) as Packed;
    return packed[0] === foldVersion ? unpack(packed) : undefined;
  } catch {
    return undefined;
  }
}

/** One update instead of many: the same text, without what was typed and taken away again. Made once per version of the note. */
export function mergeNoteUpdates(note: Note): NoteUpdate {
  const [only] = note.updates as [NoteUpdate, ...NoteUpdate[]];
  if (note.updates.length === 1) return only;
  const known = merged.get(note);
  if (known !== undefined) return known;
  const update = {
    ids: note.updates.flatMap(({ ids }) => ids),
    lamport: highestLamport(note),
    bytes: encodeStateAsUpdate(mergeNote(note)),
  };
  merged.set(note, update);
  return update;
}
const merged = new WeakMap<Note, NoteUpdate>();

/** What takes longest of `stateToBytes`, in steps: it need not be done in one go. */
export function* mergeNotes(state: DocumentState): Generator<void> {
  for (const entities of state.kinds.values())
    for (const { notes } of entities.values())
      for (const note of notes.values()) {
        if (note.updates.length > 1) yield void mergeNoteUpdates(note);
      }
}

/** Whether only folding the whole log again gives the right content: an erasure inside a note that a snapshot merged (SPEC 10). */
export function needsRefold(state: DocumentState, envelope: OpenedEnvelope): boolean {
  if (envelope.redacted === undefined || state.envelopes.get(envelope.hash)?.redacted !== false) return false;
  const isMerged = (note: Note) => note.updates.some(({ ids }) => ids.length > 1 && ids.some((id) => envelopeOf(id) === envelope.hash));
  return [...state.kinds.values()].some((entities) => [...entities.values()].some(({ notes }) => [...notes.values()].some(isMerged)));
}

/** Raised with every change of the fold, of the permissions or of this format and that of the first look. */
export const foldVersion = 4;

type Packed = readonly [
  version: number,
  head: string,
  kinds: PackedCells['kinds'],
  history: Uint8Array,
  notes: readonly Uint8Array[],
  waiting: readonly OpenedEnvelope[],
  waitingFor: readonly (readonly [EnvelopeHash | 'roster', readonly EnvelopeHash[]])[],
  setAside: readonly SetAside[],
];

interface Head extends Pick<PackedCells, 'writers'> {
  readonly doc: DocumentId;
  readonly frontier: readonly EnvelopeHash[];
  readonly chains: readonly (readonly [ChainKey, ChainHead])[];
}

function unpack([, headText, kinds, historyRows, notes, waiting, waitingFor, setAside]: Packed): DocumentState {
  const head = JSON.parse(headText) as Head;
  const history = once(() => rowsToHistory(JSON.parse(decode(historyRows) as string) as PackedHistory));
  const unpackNote: UnpackNote = (index, lamport, text) => {
    const bytes = notes[index] as Uint8Array;
    const idsOf = () => history().noteIds[index] as NoteUpdate['ids'];
    return createReadNote(
      {
        lamport,
        bytes,
        get ids() {
          return idsOf();
        },
      },
      text,
    );
  };
  return {
    doc: head.doc,
    kinds: rowsToKinds({ writers: head.writers, kinds }, unpackNote),
    chains: new Map(head.chains),
    frontier: new Set(head.frontier),
    get envelopes() {
      return history().envelopes;
    },
    get tips() {
      return history().tips;
    },
    waiting: new Map(waiting.map((envelope) => [envelope.hash, envelope])),
    waitingFor: new Map(waitingFor),
    setAside,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

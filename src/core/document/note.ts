import { applyUpdate, Doc, encodeStateAsUpdate, type Text } from 'yjs';
import type { OperationId } from '../shared/ids.ts';

/** A long note: the updates that make it, merged only when someone reads it. */
export interface Note {
  readonly updates: readonly NoteUpdate[];
}

/** One yjs update, or several merged into one by a snapshot. */
export interface NoteUpdate {
  readonly ids: readonly OperationId[];
  readonly lamport: number;
  readonly bytes: Uint8Array;
}

/** The note with one more update. */
export function extendNote(note: Note | undefined, update: NoteUpdate): Note {
  const extended = { updates: [...(note?.updates ?? []), update] };
  const start = note && starts.get(note);
  if (start !== undefined) starts.set(extended, start);
  return extended;
}

/** A note of one update of which the text is known already. */
export function createReadNote(update: NoteUpdate, text: string): Note {
  const note = { updates: [update] };
  texts.set(note, text);
  return note;
}

/** The note's text; merged once per version of the note. */
export function readNote(note: Note): string {
  const known = texts.get(note);
  if (known !== undefined) return known;
  const read = textOf(mergeNote(note)).toJSON();
  texts.set(note, read);
  return read;
}

/**
 * All updates in one yjs document, in the document's order: should two claim the same place, yjs keeps the first, and that
 * is the same one on every device (SPEC 4f). One that yjs cannot read is left out whole.
 */
export function mergeNote(note: Note): Doc {
  const start = starts.get(note);
  const later = note.updates.slice(start?.count);
  const doc =
    start !== undefined && later.every((update) => update.lamport > start.lamport)
      ? mergeUpdates([start, ...inOrder(later)])
      : mergeUpdates(inOrder(note.updates));
  if (later.length > mergeEvery)
    starts.set(note, { count: note.updates.length, lamport: highestLamport(note), bytes: encodeStateAsUpdate(doc) });
  return doc;
}

export const highestLamport = (note: Note): number => note.updates.reduce((highest, { lamport }) => Math.max(highest, lamport), 0);

/** The one text in a note's yjs document. */
export const textOf = (doc: Doc): Text => doc.getText('text');

/** What an hour of typing would otherwise merge anew at every save: the first `count` updates as one. Only remembered, never part of the content. */
interface NoteStart {
  readonly count: number;
  readonly lamport: number;
  readonly bytes: Uint8Array;
}

const mergeEvery = 64;
const starts = new WeakMap<Note, NoteStart>();
const texts = new WeakMap<Note, string>();

const inOrder = (updates: readonly NoteUpdate[]): readonly NoteUpdate[] =>
  updates.toSorted((a, b) => a.lamport - b.lamport || ((a.ids[0] as string) < (b.ids[0] as string) ? -1 : 1));

function mergeUpdates(updates: readonly { readonly bytes: Uint8Array }[]): Doc {
  // The guid and client id are given only so that yjs draws none; neither shows in the result.
  const doc = new Doc({ guid: '' });
  doc.clientID = 0;
  for (const update of updates) {
    try {
      applyUpdate(doc, update.bytes);
    } catch {
      return mergeUpdates(updates.filter((other) => other !== update));
    }
  }
  return doc;
}

import { applyUpdate, Doc, type Text } from 'yjs';
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

const texts = new WeakMap<Note, string>();

/** The note's text; merged once per version of the note. */
export function readNote(note: Note): string {
  const known = texts.get(note);
  if (known !== undefined) return known;
  const read = textOf(mergeNote(note)).toString();
  texts.set(note, read);
  return read;
}

/** All updates in one yjs document. One that yjs cannot read is left out whole, so every device reads the same. */
export function mergeNote(note: Note): Doc {
  return mergeUpdates([...note.updates].sort((a, b) => a.lamport - b.lamport || ((a.ids[0] as string) < (b.ids[0] as string) ? -1 : 1)));
}

function mergeUpdates(updates: readonly NoteUpdate[]): Doc {
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

/** The one text in a note's yjs document. */
export const textOf = (doc: Doc): Text => doc.getText('text');

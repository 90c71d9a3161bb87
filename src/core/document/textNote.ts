import type { DocumentId, EntityId } from '../shared/ids.ts';
import { kindOf } from './entityId.ts';
import { mergeNote, textOf } from './note.ts';
import type { TextOperation } from './operation.ts';
import { type DocumentState, emptyDocument } from './state.ts';

/**
 * What someone typed, as an operation: only the characters they took away or put in. `before` is the text they started
 * from; when the note has changed since, both changes survive. `clientId` is fresh per session: yjs keeps one of two
 * updates that share a client id and a number.
 */
export function writeNote(
  state: DocumentState,
  entity: EntityId,
  field: string,
  before: string,
  after: string,
  clientId: number,
): TextOperation {
  const note = state.kinds.get(kindOf(entity))?.get(entity)?.notes.get(field);
  const doc = mergeNote(note ?? { updates: [] });
  doc.clientID = clientId;
  let bytes: Uint8Array = new Uint8Array([0, 0]);
  doc.on('update', (update: Uint8Array) => (bytes = update));
  const text = textOf(doc);
  const edit = findEdit(before, after);
  const since = findEdit(before, text.toJSON());
  doc.transact(() => {
    for (const [from, to] of keepStanding(edit, since)) text.delete(from, to - from);
    text.insert(moveTo(edit.from, since), edit.inserted);
  });
  return ['text', entity, field, bytes];
}

/** A text that hangs on nothing that was typed before: what is left of a note that is erased (SPEC 10d). */
export const writeNewNote = (entity: EntityId, field: string, text: string, clientId: number): TextOperation =>
  writeNote(emptyDocument('' as DocumentId), entity, field, '', text, clientId);

/** Takes away exactly the letters that an operation put in, and nothing that stands among them. */
export function takeBackText([, entity, field, written]: TextOperation): TextOperation {
  const doc = mergeNote({ updates: [{ ids: [], lamport: 0, bytes: written }] });
  let bytes: Uint8Array = new Uint8Array([0, 0]);
  doc.on('update', (update: Uint8Array) => (bytes = update));
  textOf(doc).delete(0, textOf(doc).length);
  return ['text', entity, field, bytes];
}

/** One stretch of a text replaced: everything outside [from, to) stayed. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

function findEdit(before: string, after: string): Edit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  let end = 0;
  while (end < shortest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end--;
  return { from: start, to: before.length - end, inserted: after.slice(start, after.length - end) };
}

/** yjs replaces half an emoji by a question mark, so an edit never begins or ends within one. */
const splitsPair = (text: string, at: number): boolean => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

/** Where a place in the text as the writer saw it lies now. Inside a stretch that someone replaced: behind the replacement. */
function moveTo(at: number, since: Edit): number {
  if (at < since.from) return at;
  return since.from + since.inserted.length + Math.max(0, at - since.to);
}

/** The characters taken away that are still there, last stretch first so that places stay right. */
function keepStanding(edit: Edit, since: Edit): readonly (readonly [number, number])[] {
  const behind = [moveTo(Math.max(edit.from, since.to), since), moveTo(Math.max(edit.to, since.to), since)] as const;
  const ahead = [Math.min(edit.from, since.from), Math.min(edit.to, since.from)] as const;
  return [behind, ahead].filter(([from, to]) => from < to);
}

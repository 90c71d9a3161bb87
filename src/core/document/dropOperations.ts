import type { EnvelopeHash, OperationId } from '../shared/ids.ts';
import { envelopeOf } from './causality.ts';
import { type Draft, dropIfEmpty, touchEntity } from './draft.ts';

/**
 * Takes out everything one envelope wrote, for an erasure that arrives after it. What it replaced stays gone (SPEC 10).
 * A note of which a snapshot merged the updates goes whole: erasing may not wait for a refold.
 */
export function dropOperations(draft: Draft, hash: EnvelopeHash): void {
  const isErased = (id: OperationId) => envelopeOf(id) === hash;
  for (const entities of draft.kinds.values()) {
    for (const [id, { cells, notes }] of entities) {
      for (const [field, candidates] of cells) {
        const staying = candidates.filter((candidate) => !isErased(candidate.id));
        if (staying.length < candidates.length) putOrDelete(touchEntity(draft, id).cells, field, staying);
      }
      for (const [field, note] of notes) {
        const staying = note.updates.filter((update) => !update.ids.some(isErased));
        if (staying.length < note.updates.length) {
          if (staying.length > 0) touchEntity(draft, id).notes.set(field, { updates: staying });
          else touchEntity(draft, id).notes.delete(field);
        }
      }
      dropIfEmpty(draft, id);
    }
  }
  const kept = draft.setAside.filter((aside) => aside.envelope !== hash);
  draft.setAside.splice(0, draft.setAside.length, ...kept);
}

function putOrDelete<V>(cells: Map<string, readonly V[]>, field: string, values: readonly V[]): void {
  if (values.length > 0) cells.set(field, values);
  else cells.delete(field);
}

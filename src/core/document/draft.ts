import type { EntityId, EnvelopeHash } from '../shared/ids.ts';
import type { ChainKey, EnvelopeRecord } from './causality.ts';
import { kindOf } from './entityId.ts';
import { extendNote, type Note, type NoteUpdate } from './note.ts';
import type { Candidate, OpenedEnvelope } from './operation.ts';
import type { ChainHead, DocumentState, Entity, SetAside } from './state.ts';

/**
 * A state being folded: changed in place, but only what this batch copied itself. The state it began from never changes.
 * Big maps are copied once a batch, kinds and entities when first touched.
 */
export interface Draft {
  readonly before: DocumentState;
  readonly kinds: Map<string, Map<EntityId, DraftEntity>>;
  readonly envelopes: Map<EnvelopeHash, EnvelopeRecord>;
  readonly tips: EnvelopeHash[];
  readonly chains: Map<ChainKey, ChainHead>;
  readonly frontier: Set<EnvelopeHash>;
  readonly waiting: Map<EnvelopeHash, OpenedEnvelope>;
  readonly waitingFor: Map<EnvelopeHash | 'roster', readonly EnvelopeHash[]>;
  readonly setAside: SetAside[];
  readonly owned: Set<object>;
}

export interface DraftEntity extends Entity {
  readonly cells: Map<string, readonly Candidate[]>;
  readonly notes: Map<string, Note>;
}

/** A draft of `before`; everything below the top is still shared. */
export const createDraft = (before: DocumentState): Draft => ({
  before,
  kinds: new Map(before.kinds) as Draft['kinds'],
  envelopes: new Map(before.envelopes),
  tips: before.tips.slice(),
  chains: new Map(before.chains),
  frontier: new Set(before.frontier),
  waiting: new Map(before.waiting),
  waitingFor: new Map(before.waitingFor),
  setAside: before.setAside.slice(),
  owned: new Set(),
});

/** The draft as a state; from here on nobody changes it. */
export function finishDraft(draft: Draft): DocumentState {
  const { before, owned: _, ...rest } = draft;
  return { doc: before.doc, ...rest };
}

/** The entity, made when it is not there, safe to change in this batch. */
export function touchEntity(draft: Draft, id: EntityId): DraftEntity {
  const kind = touchKind(draft, kindOf(id));
  const found = kind.get(id);
  if (found !== undefined && draft.owned.has(found)) return found;
  const copy = { cells: new Map(found?.cells), notes: new Map(found?.notes) };
  draft.owned.add(copy);
  kind.set(id, copy);
  return copy;
}

/** Removes an entity that holds nothing any more, and its kind with it. */
export function dropIfEmpty(draft: Draft, id: EntityId): void {
  const found = draft.kinds.get(kindOf(id))?.get(id);
  if (found === undefined || found.cells.size > 0 || found.notes.size > 0) return;
  const kind = touchKind(draft, kindOf(id));
  kind.delete(id);
  if (kind.size === 0) draft.kinds.delete(kindOf(id));
}

/** Adds one update to a note; in place when the note was made in this batch. */
export function addNoteUpdate(draft: Draft, entity: DraftEntity, field: string, update: NoteUpdate): void {
  const found = entity.notes.get(field);
  if (found !== undefined && draft.owned.has(found)) {
    (found.updates as NoteUpdate[]).push(update);
    return;
  }
  const note = extendNote(found, update);
  draft.owned.add(note);
  entity.notes.set(field, note);
}

function touchKind(draft: Draft, kind: string): Map<EntityId, DraftEntity> {
  const found = draft.kinds.get(kind);
  if (found !== undefined && draft.owned.has(found)) return found;
  const copy = new Map(found);
  draft.owned.add(copy);
  draft.kinds.set(kind, copy);
  return copy;
}

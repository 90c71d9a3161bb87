import type { DocumentId } from '../shared/ids.ts';
import type { DocumentSync, SyncState, Work } from './syncState.ts';

export const newDocument = (waiting: number, wanted: readonly Work[] = []): DocumentSync => ({
  waiting,
  wanted: new Set<Work>(waiting > 0 ? [...wanted, 'deliver'] : wanted),
  running: null,
  tries: 0,
  notBefore: 0,
  trouble: null,
  rank: 0,
});

/** One document changed; one that is not here (any more) stays away. */
export function changeDocument(state: SyncState, doc: DocumentId, change: Partial<DocumentSync>): SyncState {
  const known = state.documents.get(doc);
  return known ? { ...state, documents: new Map(state.documents).set(doc, { ...known, ...change }) } : state;
}

/** A document counts as done in the first exchange when nothing is wanted of it any more, or a person was told why not. */
export function finishFirst(state: SyncState, doc: DocumentId): SyncState {
  const { first } = state;
  const document = state.documents.get(doc);
  const isBusy = document !== undefined && document.trouble === null && (document.wanted.size > 0 || document.running !== null);
  if (!first?.left.has(doc) || isBusy) return state;
  const left = new Set([...first.left].filter((each) => each !== doc));
  return { ...state, first: left.size === 0 ? null : { ...first, left } };
}

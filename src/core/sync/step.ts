import type { DocumentId } from '../shared/ids.ts';
import { afterFailedLine, afterFailedWork } from './failures.ts';
import { plan } from './plan.ts';
import { troubleOf } from './reactions.ts';
import { changeDocument, finishFirst, newDocument } from './documentSync.ts';
import { START, type DocumentSync, type Now, type SyncEffect, type SyncEvent, type SyncState, type Work } from './syncState.ts';

/** Before anything happened: nobody was asked anything. */
export const idle: SyncState = {
  session: 'none',
  keyring: null,
  stopped: null,
  line: { reached: true, tries: 0, notBefore: 0 },
  inbox: { offset: START, asking: false, heard: false },
  documents: new Map(),
  first: null,
  opened: 0,
};

/** The exchange after an event, and what is to be done now. Pure: SPEC 13 and on. */
export function step(state: SyncState, event: SyncEvent, now: Now): { readonly state: SyncState; readonly effects: readonly SyncEffect[] } {
  const changed = apply(state, event, now);
  const planned = plan(changed, now);
  // Given up on, and not because it was answered.
  const isStale = state.inbox.asking && !changed.inbox.asking && event.type !== 'heard' && event.type !== 'listenFailed';
  return isStale ? { ...planned, effects: [{ type: 'stopListening' }, ...planned.effects] } : planned;
}

function apply(state: SyncState, event: SyncEvent, now: Now): SyncState {
  switch (event.type) {
    case 'begin':
      return { ...idle, documents: new Map(event.documents.map(({ doc, waiting }) => [doc, newDocument(waiting)])) };
    case 'saved':
      return noteWaiting(state, event.waiting);
    case 'added':
      return state.documents.has(event.doc) ? state : withDocument(state, event.doc, newDocument(0, ['collect']));
    case 'forgotten':
      return forget(state, event.doc);
    case 'opened':
      return raise(state, event.docs);
    case 'hope':
      return { ...tryNow(state), inbox: { ...state.inbox, asking: false } };
    case 'retry':
      return retry(state, event.doc);
    case 'due':
      return state;
    case 'sessionOpened':
      return { ...state, session: 'open', stopped: null, keyring: event.keyring ? troubleOf(event.keyring) : null };
    case 'sessionFailed':
      return afterFailedLine({ ...state, session: 'none' }, event.failure, now);
    case 'heard':
      return hear(state, event, now);
    case 'listenFailed':
      return afterFailedLine({ ...state, inbox: { ...state.inbox, asking: false } }, event.failure, now);
    case 'done':
      return finish(state, event);
    case 'failed':
      return finishFirst(afterFailedWork(state, event, now), event.doc);
  }
}

const withDocument = (state: SyncState, doc: DocumentId, document: DocumentSync): SyncState => ({
  ...state,
  documents: new Map(state.documents).set(doc, document),
});

function noteWaiting(state: SyncState, waiting: ReadonlyMap<DocumentId, number>): SyncState {
  const documents = new Map(state.documents);
  for (const doc of new Set([...documents.keys(), ...waiting.keys()])) {
    const known = documents.get(doc) ?? newDocument(0);
    const count = waiting.get(doc) ?? 0;
    const wanted = count > known.waiting ? new Set<Work>([...known.wanted, 'deliver']) : known.wanted;
    documents.set(doc, { ...known, waiting: count, wanted });
  }
  return { ...state, documents };
}

function forget(state: SyncState, doc: DocumentId): SyncState {
  const documents = new Map(state.documents);
  documents.delete(doc);
  return finishFirst({ ...state, documents }, doc);
}

/** The newest opened goes before everything, its documents in the order given (SPEC 16). */
function raise(state: SyncState, docs: readonly DocumentId[]): SyncState {
  const opened = state.opened + 1;
  return docs.reduce((next, doc) => changeDocument(next, doc, { rank: opened }), { ...state, opened });
}

/** Whatever waits for its moment has it now. What a person was told of stays told until it went well. */
function tryNow(state: SyncState): SyncState {
  const documents = new Map([...state.documents].map(([doc, document]) => [doc, { ...document, notBefore: 0 }]));
  return { ...state, documents, line: { ...state.line, notBefore: 0 } };
}

function retry(state: SyncState, only: DocumentId | null): SyncState {
  const asked = [...state.documents.keys()].filter((doc) => only === null || doc === only);
  const again = asked.reduce((next, doc) => {
    const { waiting, wanted } = next.documents.get(doc) as DocumentSync;
    const more: readonly Work[] = waiting > 0 ? ['deliver', 'collect'] : ['collect'];
    return changeDocument(next, doc, { wanted: new Set([...wanted, ...more]), trouble: null, notBefore: 0, tries: 0 });
  }, state);
  // The own keyring is exchanged when a session is opened.
  const session = only === null && state.keyring !== null ? 'none' : again.session;
  return { ...again, session, line: { ...again.line, notBefore: 0 } };
}

/** What changed there is collected; what is not known there at all is compared: it may have to be made, or be lost to us (SPEC 15). */
function hear(state: SyncState, { items, next, whole }: Extract<SyncEvent, { readonly type: 'heard' }>, { now }: Now): SyncState {
  const documents = new Map(state.documents);
  for (const { doc, changed } of items) {
    const known = documents.get(doc) ?? newDocument(0);
    documents.set(doc, changed ? { ...known, wanted: new Set<Work>([...known.wanted, 'collect']) } : known);
  }
  if (whole) {
    const listed = new Set(items.map(({ doc }) => doc));
    for (const [doc, known] of documents)
      if (!listed.has(doc)) documents.set(doc, { ...known, wanted: new Set<Work>([...known.wanted, 'compare']) });
  }
  const left = new Set([...documents].filter(([, { wanted, running }]) => wanted.size > 0 || running !== null).map(([doc]) => doc));
  return {
    ...state,
    documents,
    line: { reached: true, tries: 0, notBefore: 0 },
    inbox: { offset: next, asking: false, heard: true },
    first: state.inbox.heard ? state.first : left.size === 0 ? null : { left, of: left.size, begun: now },
  };
}

function finish(state: SyncState, { doc, work, waiting, follow = [] }: Extract<SyncEvent, { readonly type: 'done' }>): SyncState {
  const known = state.documents.get(doc);
  if (!known) return state;
  const trouble = known.trouble && isOver(known.trouble, work) ? null : known.trouble;
  // Saved while it was on its way: seen again here, so that nothing is left lying.
  const rest: readonly Work[] = waiting > 0 && trouble === null ? ['deliver'] : [];
  const wanted = new Set<Work>([...known.wanted, ...follow, ...rest]);
  const tries = wanted.size === 0 ? 0 : known.tries;
  const next = changeDocument(state, doc, { running: null, waiting, wanted, tries, notBefore: 0, trouble });
  return finishFirst({ ...next, line: { ...next.line, reached: true } }, doc);
}

/** Once read again, a member is one again. */
const isOver = (trouble: NonNullable<DocumentSync['trouble']>, done: Work): boolean =>
  trouble.work === done || done === 'compare' || (trouble.what === 'removed' && done === 'collect');

import type { Refusal } from '../../protocol/exchange/refusals.ts';
import type { DocumentId } from '../shared/ids.ts';
import { pauseAfter } from './backoff.ts';
import { changeDocument } from './documentSync.ts';
import { reactionTo } from './reactions.ts';
import {
  START,
  type DocumentSync,
  type Failure,
  type Now,
  type Stopped,
  type SyncEvent,
  type SyncState,
  type Trouble,
  type Work,
} from './syncState.ts';

/** Milliseconds before a stopped device, or something that only a person can change, is tried again by itself. */
const SLOW = 10 * 60_000;
/** The same for one document whose trouble may pass by itself. */
const PATIENCE = 60_000;

/** After a question that was about no document: session or inbox. */
export function afterFailedLine(state: SyncState, failure: Failure, { now, random }: Now): SyncState {
  const reaction = reactionTo(failure);
  const tries = state.line.tries + 1;
  const pause = pauseAfter(tries, random);
  if (reaction.type === 'stop') return stop(state, reaction.because, now);
  const soon = { reached: true, tries, notBefore: now + soonAfter(tries, pause) };
  // Another history begins there: everything is asked from the start.
  if (isRefused(failure, 'OtherEpoch')) return { ...state, inbox: { ...state.inbox, offset: START, heard: false }, line: soon };
  if (reaction.type === 'newSession') return { ...state, session: 'none', line: soon };
  const seconds = reaction.type === 'again' ? reaction.seconds : 0;
  return { ...state, line: { reached: failure.type !== 'Unreachable', tries, notBefore: now + Math.max(pause, seconds * 1000) } };
}

/** The first time at once; after that with pauses, so that two sides that contradict each other do not go round and round. */
const soonAfter = (tries: number, pause: number): number => (tries <= 1 ? 0 : pause);

export function afterFailedWork(
  state: SyncState,
  { doc, work, failure, moved = false }: Extract<SyncEvent, { readonly type: 'failed' }>,
  { now, random }: Now,
): SyncState {
  const known = state.documents.get(doc);
  if (!known) return state;
  const reaction = reactionTo(failure);
  // A line that breaks off and still carries something is no reason to wait longer each time.
  const tries = moved && failure.type === 'Unreachable' ? 1 : known.tries + 1;
  const pause = pauseAfter(tries, random);
  const wanted = new Set<Work>([...known.wanted, work]);
  const set = (change: Partial<DocumentSync>) => changeDocument(state, doc, { running: null, tries, wanted, ...change });
  switch (reaction.type) {
    case 'stop':
      return stop(set({}), reaction.because, now);
    case 'newSession':
      return { ...set({ notBefore: now + soonAfter(tries, pause) }), session: 'none' };
    case 'again':
      // One small question tells whether the server is gone, or only this did not come through (SPEC 17).
      if (failure.type === 'Unreachable') return doubt(set({ notBefore: now + pause }));
      return { ...set({}), line: { ...state.line, notBefore: now + Math.max(pause, reaction.seconds * 1000) } };
    case 'first': {
      if (reaction.work === 'leave') return leave(set({}), doc, work, isRefused(failure, 'NotAMember') ? 'removed' : 'destroyed');
      return set({ wanted: wanted.add(reaction.work), notBefore: now + soonAfter(tries - 1, pause) });
    }
    case 'tell': {
      const trouble = { what: reaction.trouble, work };
      if (!reaction.mayPass) return set({ trouble, wanted: known.wanted });
      return set({ trouble, notBefore: now + Math.max(pause, PATIENCE) });
    }
  }
}

/** Nothing else is wanted of it any more: what waits is offered once, and the rest follows from the answer. */
const leave = (state: SyncState, doc: DocumentId, work: Work, what: Trouble): SyncState =>
  changeDocument(state, doc, { trouble: { what, work }, wanted: new Set(work === 'leave' ? [] : ['leave']) });

const isRefused = (failure: Failure, code: Refusal): boolean => failure.type === 'Refused' && failure.code === code;

const doubt = (state: SyncState): SyncState => ({
  ...state,
  line: { ...state.line, reached: false },
  inbox: { ...state.inbox, asking: false },
});

const stop = (state: SyncState, stopped: Stopped, now: number): SyncState => ({
  ...state,
  session: 'none',
  stopped,
  line: { reached: true, tries: 0, notBefore: now + SLOW },
});

import type { DocumentId } from '../shared/ids.ts';
import type { DocumentSync, Now, SyncEffect, SyncState, Work } from './syncState.ts';

/** So many documents at once: a browser has six connections to one server, and one of them listens. */
const AT_ONCE = 3;
/** So long the first exchange does one document at a time: a person can begin with it sooner than when three share a slow device. */
const HEAD_START = 1_000;

/** What comes before what within one document: own edits go out before news comes in. */
const ORDER: readonly Work[] = ['reseal', 'compare', 'leave', 'deliver', 'collect'];

/** Everything that can begin now, and when to look again. The only place that begins anything. */
export function plan(state: SyncState, { now }: Now): { readonly state: SyncState; readonly effects: readonly SyncEffect[] } {
  const effects: SyncEffect[] = [];
  let { session, inbox } = state;
  const isDue = isReached(state.line.notBefore, now);
  if (session === 'none' && isDue) {
    session = 'asking';
    effects.push({ type: 'openSession' });
  }
  if (session === 'open' && !inbox.asking && isDue) {
    inbox = { ...inbox, asking: true };
    // A question that is answered at once tells whether the server is there; only then is there something to wait for.
    effects.push({ type: 'listen', offset: inbox.offset, wait: inbox.heard && state.line.reached });
  }
  const documents = new Map(state.documents);
  if (session === 'open' && state.line.reached && isDue) {
    for (const [doc, document, work] of startable(state, now)) {
      documents.set(doc, { ...document, running: work, wanted: without(document.wanted, work) });
      effects.push({ type: 'work', doc, work });
    }
  }
  const after = nextMoment({ ...state, session }, now);
  if (after !== null) effects.push({ type: 'wake', after });
  return { state: { ...state, session, inbox, documents }, effects };
}

function startable(state: SyncState, now: number): readonly (readonly [DocumentId, DocumentSync, Work])[] {
  const all = [...state.documents];
  const free = (isHeadStart(state, now) ? 1 : AT_ONCE) - all.filter(([, { running }]) => running !== null).length;
  return all
    .filter(([, { running, notBefore }]) => running === null && isReached(notBefore, now))
    .flatMap(([doc, document]) => {
      const work = ORDER.find((each) => document.wanted.has(each));
      return work === undefined ? [] : [[doc, document, work] as const];
    })
    .sort(([, a], [, b]) => b.rank - a.rank)
    .slice(0, Math.max(0, free));
}

const isHeadStart = ({ first }: SyncState, now: number): boolean => first !== null && !isReached(first.begun + HEAD_START, now);

/** When something that waits for its moment may begin; null: nothing does. */
function nextMoment(state: SyncState, now: number): number | null {
  const moments = [
    state.line.notBefore,
    state.first === null ? 0 : state.first.begun + HEAD_START,
    ...[...state.documents.values()].map(({ wanted, notBefore }) => (wanted.size > 0 ? notBefore : 0)),
  ];
  const later = moments.filter((moment) => !isReached(moment, now));
  return later.length === 0 ? null : Math.min(...later) - now;
}

/** No pause is that long: then it was counted on another clock than there is now. */
const LONGEST_PAUSE = 15 * 60_000;

const isReached = (moment: number, now: number): boolean => moment <= now || moment > now + LONGEST_PAUSE;

const without = (wanted: ReadonlySet<Work>, work: Work): ReadonlySet<Work> => new Set([...wanted].filter((each) => each !== work));

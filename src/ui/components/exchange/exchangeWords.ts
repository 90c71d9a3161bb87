import type { CaseExchange, ExchangeState } from '../../../application/application.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import type { Translate } from '../../i18n/useTexts.ts';
import { formatClock, formatDay } from '../formatDate.ts';

/** How much it asks of a person. Only `done` may look green. */
export type ExchangeTone = 'done' | 'busy' | 'plain' | 'attention' | 'alarm';
export interface ExchangeWords {
  readonly tone: ExchangeTone;
  readonly text: string;
}

/** '14.32 uur' today, '23 september 2026, 14.32 uur' before: a time without a day would seem to be of today. */
export const formatWhen = (at: number, now: number): string =>
  dayOf(at) === dayOf(now) ? formatClock(at) : `${formatDay(dayOf(at))}, ${formatClock(at)}`;

/** Where the whole exchange stands, in one line. Whatever the type says: as long as something waits it is not done. */
export function wordsOfExchange(t: Translate, state: ExchangeState, now: number): ExchangeWords {
  const { type, waiting, since, lastHeard, progress } = state;
  switch (type) {
    case 'unconnected':
      return { tone: 'plain', text: t('shell.exchange.unconnected') };
    case 'blocked':
      return { tone: 'alarm', text: t('shell.exchange.blocked') };
    case 'revoked':
      return { tone: 'alarm', text: t('shell.exchange.revoked') };
    case 'unknown':
      return { tone: 'alarm', text: t('shell.exchange.unknown') };
    case 'offline':
      if (waiting > 0) return { tone: 'attention', text: waitingText(t, waiting, since, now) };
      return {
        tone: 'plain',
        text: lastHeard === null ? t('shell.exchange.offline') : t('shell.exchange.offlineSince', { at: formatWhen(lastHeard, now) }),
      };
    case 'working':
      return {
        tone: 'busy',
        text: progress ? t('shell.exchange.progress', { ...progress }) : t('shell.exchange.working', { count: waiting }),
      };
    case 'incomplete':
      return { tone: 'attention', text: t('shell.exchange.incomplete') };
    case 'upToDate':
      if (waiting > 0 || lastHeard === null) return { tone: 'busy', text: t('shell.exchange.working', { count: waiting }) };
      if ([...state.cases.values()].some(asksAttention)) return { tone: 'attention', text: t('shell.exchange.incomplete') };
      return { tone: 'done', text: upToDateText(t, lastHeard, now) };
  }
}

/** The same for one case: what is the matter with the whole line counts for each case too. */
export function wordsOfCaseExchange(t: Translate, state: ExchangeState, found: CaseExchange | undefined, now: number): ExchangeWords {
  const problems = found?.documents.filter(({ problem }) => problem !== null).length ?? 0;
  if (problems > 0) return { tone: 'attention', text: t('shell.exchange.caseProblem', { count: problems }) };
  if (found && found.waiting > 0 && state.type === 'offline')
    return { tone: 'attention', text: waitingText(t, found.waiting, found.since, now) };
  if (found && found.incoming > 0) return { tone: 'attention', text: t('shell.exchange.incoming', { count: found.incoming }) };
  if (found && found.waiting > 0 && (state.type === 'upToDate' || state.type === 'incomplete'))
    return { tone: 'busy', text: t('shell.exchange.working', { count: found.waiting }) };
  if (found && state.type === 'incomplete' && state.lastHeard !== null)
    return { tone: 'done', text: upToDateText(t, state.lastHeard, now) };
  return wordsOfExchange(t, { ...state, waiting: found?.waiting ?? 0, since: found?.since ?? null, cases: new Map() }, now);
}

/** Somebody should look at it: something was refused, or arrived before what it builds on. */
export const asksAttention = ({ incoming, documents }: CaseExchange): boolean =>
  incoming > 0 || documents.some(({ problem }) => problem !== null);

const waitingText = (t: Translate, count: number, since: number | null, now: number): string =>
  since === null ? t('shell.exchange.waiting', { count }) : t('shell.exchange.waitingSince', { count, since: formatWhen(since, now) });

const upToDateText = (t: Translate, at: number, now: number): string =>
  dayOf(at) === dayOf(now)
    ? t('shell.exchange.upToDate', { at: formatClock(at) })
    : t('shell.exchange.upToDateOn', { day: formatDay(dayOf(at)), at: formatClock(at) });

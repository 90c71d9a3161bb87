import type { CaseSummary } from '../../../application/application.ts';
import type { Alarm } from '../../../core/plan/caseView.ts';

/** What stops a case, heaviest first. What is not here is said on the case itself. */
const STOPS: readonly Alarm['type'][] = [
  'TwoCoordinators',
  'NoCoordinator',
  'ConferenceOpen',
  'EvaluationDue',
  'NoEvaluationDate',
  'ActionsOverdue',
  'ConferenceComing',
];

export interface StuckCase {
  readonly summary: CaseSummary;
  readonly alarm: Alarm;
}

/** The heaviest stop of a case, or undefined when it goes well. */
const findStop = ({ alarms }: CaseSummary): Alarm | undefined =>
  STOPS.map((type) => alarms.find((alarm) => alarm.type === type)).find((alarm) => alarm !== undefined);

/** Only a conference that is coming does not mean that a case is stuck. */
export const isStuck = (alarm: Alarm): boolean => alarm.type !== 'ConferenceComing' && !(alarm.type === 'EvaluationDue' && alarm.days < 0);

/** The cases that ask for something, heaviest first. */
export const listStuck = (cases: readonly CaseSummary[]): readonly StuckCase[] =>
  cases
    .flatMap((summary) => {
      const alarm = findStop(summary);
      return alarm ? [{ summary, alarm }] : [];
    })
    .toSorted((a, b) => STOPS.indexOf(a.alarm.type) - STOPS.indexOf(b.alarm.type) || daysOf(b.alarm) - daysOf(a.alarm));

const daysOf = (alarm: Alarm): number => ('days' in alarm ? alarm.days : 0);

export type Filter = 'all' | CaseSummary['phase'];

/** Cases in this phase that have every word of the search somewhere. */
export function filterCases(cases: readonly CaseSummary[], filter: Filter, search: string): readonly CaseSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter(
    (summary) => (filter === 'all' || summary.phase === filter) && words.every((word) => summary.searchText.includes(word)),
  );
}

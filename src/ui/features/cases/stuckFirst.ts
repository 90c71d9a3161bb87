import type { CaseSummary } from '../../../application/application.ts';
import type { Alarm } from '../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import { ALONE } from '../../components/circle/alone.ts';

/** What stops a case, heaviest first. What is not here is said on the case itself. */
const STOPS = [
  'TwoCoordinators',
  'NoCoordinator',
  'Ending',
  'EndPast',
  'RemovalWaits',
  'Leaving',
  'ConferenceOpen',
  'RemarksOpen',
  'PupilVoicesOpen',
  'CompanionsWaiting',
  'ChildrenNotHeard',
  'FamilyGoalsOpen',
  'FamilyGoalTwice',
  'FamilyDisagrees',
  'ActionsBlocked',
  'EvaluationDue',
  'NoEvaluationDate',
  'ActionsOverdue',
  'RetentionOver',
  'NoContinuity',
  'OneLead',
  'ConferenceComing',
] as const satisfies readonly AnyStop['type'][];

export type CircleStop = CaseSummary['circle'][number];
/** A closed case whose time is over: a lead looks whether it goes. */
export interface RetentionOver {
  readonly type: 'RetentionOver';
  readonly on: CivilDate;
}
type AnyStop = Alarm | CircleStop | RetentionOver;
export type Stop = Extract<AnyStop, { readonly type: (typeof STOPS)[number] }>;
/** Those that the plan stops on; the circle's have words of their own. */
export type PlanStop = Exclude<Stop, CircleStop>;

export interface StuckCase {
  readonly summary: CaseSummary;
  readonly alarm: Stop;
}

/** The gravest that the circle stops on. `isConnected`: others can be asked in. */
export const circleStopOf = ({ circle }: CaseSummary, isConnected: boolean): CircleStop | undefined =>
  circle.find(({ type }) => isConnected || !ALONE.includes(type));

/** The heaviest stop of a case, or undefined when it goes well. */
function findStop(summary: CaseSummary, isConnected: boolean): Stop | undefined {
  const circle = circleStopOf(summary, isConnected);
  const stops: readonly Stop[] = [
    ...summary.alarms.filter((alarm): alarm is Stop & Alarm => STOPS.some((type) => type === alarm.type)),
    ...(circle ? [circle] : []),
    ...retentionOver(summary),
  ];
  return stops.toSorted((a, b) => weightOf(a) - weightOf(b))[0];
}

const retentionOver = ({ retention }: CaseSummary): readonly RetentionOver[] =>
  retention?.isOver && retention.mayDestroy ? [{ type: 'RetentionOver', on: retention.until }] : [];

/** What is only coming does not mean that a case is stuck. */
export const isStuck = (alarm: Stop): boolean => alarm.type !== 'ConferenceComing' && !(alarm.type === 'EvaluationDue' && alarm.days < 0);

const weightOf = (alarm: Stop): number => STOPS.indexOf(alarm.type) + (isStuck(alarm) ? 0 : STOPS.length);

/** The cases that ask for something, heaviest first. */
export const listStuck = (cases: readonly CaseSummary[], isConnected: boolean): readonly StuckCase[] =>
  cases
    .flatMap((summary) => {
      const alarm = findStop(summary, isConnected);
      return alarm ? [{ summary, alarm }] : [];
    })
    .toSorted((a, b) => weightOf(a.alarm) - weightOf(b.alarm) || daysOf(b.alarm) - daysOf(a.alarm));

const daysOf = (alarm: Stop): number => ('days' in alarm ? alarm.days : 0);

export type Filter = 'all' | CaseSummary['phase'];

/** Cases in this phase that have every word of the search somewhere. */
export function filterCases(cases: readonly CaseSummary[], filter: Filter, search: string): readonly CaseSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter(
    (summary) => (filter === 'all' || summary.phase === filter) && words.every((word) => summary.searchText.includes(word)),
  );
}

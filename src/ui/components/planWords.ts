import type { Alarm } from '../../core/plan/caseView.ts';
import type { MessageKey } from '../i18n/catalogue.ts';
import type { Translate } from '../i18n/useTexts.ts';

export type Level = -3 | -2 | -1 | 0 | 1 | 2;

const levelKeys = {
  '-3': 'terms.level.minus3',
  '-2': 'terms.level.minus2',
  '-1': 'terms.level.minus1',
  '0': 'terms.level.0',
  '1': 'terms.level.plus1',
  '2': 'terms.level.plus2',
} as const satisfies Record<`${Level}`, MessageKey>;

export const LEVELS: readonly Level[] = [-3, -2, -1, 0, 1, 2];

/** The attainment scale in words; a family never sees a number. */
export const levelText = (t: Translate, level: number): string => t(levelKeys[`${level as Level}`]);

const alarmKeys = {
  NoCoordinator: 'terms.alarm.NoCoordinator',
  TwoCoordinators: 'terms.alarm.TwoCoordinators',
  ActionsOverdue: 'terms.alarm.ActionsOverdue',
  EvaluationDue: 'terms.alarm.EvaluationDue',
  NoEvaluationDate: 'terms.alarm.NoEvaluationDate',
  ConferenceComing: 'terms.alarm.ConferenceComing',
  ConferenceOpen: 'terms.alarm.ConferenceOpen',
  RemarksOpen: 'terms.alarm.RemarksOpen',
  PupilVoicesOpen: 'terms.alarm.PupilVoicesOpen',
  CompanionsWaiting: 'terms.alarm.CompanionsWaiting',
  ChildrenNotHeard: 'terms.alarm.ChildrenNotHeard',
  FamilyGoalsOpen: 'terms.alarm.FamilyGoalsOpen',
  FamilyGoalTwice: 'terms.alarm.FamilyGoalTwice',
  FamilyDisagrees: 'terms.alarm.FamilyDisagrees',
  ActionsBlocked: 'terms.alarm.ActionsBlocked',
  AnswersMissing: 'terms.alarm.AnswersMissing',
  NobodyWithAuthority: 'terms.alarm.NobodyWithAuthority',
  ScaleUpProposed: 'terms.alarm.ScaleUpProposed',
  Conflicts: 'terms.alarm.Conflicts',
} as const satisfies Record<Alarm['type'], MessageKey>;

/** What is stuck, short enough for a chip. */
export function alarmText(t: Translate, alarm: Alarm): string {
  const count = 'count' in alarm ? alarm.count : 'people' in alarm ? alarm.people.length : 0;
  const days = 'days' in alarm ? Math.abs(alarm.days) : 0;
  return t(alarmKeys[alarm.type], { count, days });
}

import { type CivilDate, daysBetween } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import type { Alarm, CaseView } from './caseView.ts';
import { isBeside } from './companions.ts';
import { isRunning } from './coordinator.ts';
import type { Unheard } from './hearings.ts';
import { isSameContent } from './planVersion.ts';

type Plan = Omit<CaseView, 'alarms'>;
interface Moment {
  readonly today: CivilDate;
  readonly now: number;
  readonly firstGoalAt: number | null;
  readonly conflictCount: number;
  readonly unheard: readonly Unheard[];
}
type Rule = (plan: Plan, moment: Moment) => readonly Alarm[];

const DAY = 86_400_000;
/** Days ahead that a conference is announced. */
const COMING = 7;
/** Days ahead that an evaluation asks for attention. */
const DUE_SOON = 7;

/** What is stuck in a case, heaviest first. One named rule each. */
export function findAlarms(plan: Plan, moment: Moment): readonly Alarm[] {
  return rules.flatMap((rule) => rule(plan, moment));
}

const twoCoordinators: Rule = ({ coordinatorTurns }) =>
  coordinatorTurns.filter(isRunning).length > 1 ? [{ type: 'TwoCoordinators' }] : [];

const noCoordinator: Rule = ({ coordinatorTurns, goals }, { now, firstGoalAt }) => {
  const active = goals.filter(({ state }) => state !== 'dropped' && state !== 'reached');
  if (active.length === 0 || coordinatorTurns.some(isRunning)) return [];
  const since = Math.max(firstGoalAt ?? now, ...coordinatorTurns.map(({ endedAt }) => endedAt ?? 0));
  return [{ type: 'NoCoordinator', days: Math.max(0, Math.floor((now - since) / DAY)), goals: active.length }];
};

const conferenceOpen: Rule = ({ conferences }) =>
  conferences
    .filter((conference) => conference.startedAt !== null && conference.endedAt === null && conference.state !== 'cancelled')
    .map(({ id }) => ({ type: 'ConferenceOpen', conference: id }));

/** Whoever asks something or says that something is not right is answered. */
const remarksOpen: Rule = ({ remarks }, { now }) => waiting('RemarksOpen', remarks, now);

/** A child that said something of a goal hears what was done with it. */
const pupilVoicesOpen: Rule = ({ pupilVoices }, { now }) => waiting('PupilVoicesOpen', pupilVoices, now);

/** Whoever wants somebody beside them hears whether that can. */
const companionsWaiting: Rule = ({ companions }, { now }) =>
  waiting(
    'CompanionsWaiting',
    companions.map(({ state, at }) => ({ isOpen: state === 'waiting', at })),
    now,
  );
/** A child is heard, or stands as offered or tried in words: the school cannot waive that. */
const childrenNotHeard: Rule = (_, { unheard }) =>
  unheard.map(({ meeting, children }) => ({ type: 'ChildrenNotHeard', meeting, people: children }));
/** Who wrote what they want themselves hears whether the team adopts it. */
const familyGoalsOpen: Rule = ({ familyGoals }) => {
  const count = familyGoals.filter(({ goal, declined }) => goal === null && declined === null).length;
  return count === 0 ? [] : [{ type: 'FamilyGoalsOpen', count }];
};

/** Each may have got steps of its own already, so the team chooses which one goes. */
const familyGoalTwice: Rule = ({ familyGoals, goals }) =>
  familyGoals
    .filter(({ adoptions }) => goals.filter(({ id }) => adoptions.some(({ goal }) => goal === id)).length > 1)
    .map(({ id }) => ({ type: 'FamilyGoalTwice', familyGoal: id }));

const isOfFamily = (people: Plan['people'], who: EntityId | null): boolean =>
  people.some(({ id, part }) => id === who && part !== 'professional');

/** A no stands until that person answers anew, or the plan changes. */
const familyDisagrees: Rule = ({ answers, people: everyone }) => {
  const people = answers.flatMap(({ by, reply, current }) =>
    current && by && reply && reply !== 'agreed' && isOfFamily(everyone, by) ? [by] : [],
  );
  return people.length === 0 ? [] : [{ type: 'FamilyDisagrees', people }];
};

/** Until somebody says otherwise of it; an evaluation that ends after it looked at it. */
const actionsBlocked: Rule = ({ actions, people, evaluations }) => {
  const seenAt = Math.max(0, ...evaluations.map(({ finishedAt }) => finishedAt ?? 0));
  const blocked = actions.filter(({ reports }) => {
    const last = reports.at(-1);
    return last?.status === 'notDone' && last.at! >= seenAt && isOfFamily(people, last.by);
  });
  return blocked.length === 0 ? [] : [{ type: 'ActionsBlocked', count: blocked.length, actions: blocked.map(({ id }) => id) }];
};

function waiting(
  type: 'RemarksOpen' | 'PupilVoicesOpen' | 'CompanionsWaiting',
  said: readonly { readonly isOpen: boolean; readonly at: number | null }[],
  now: number,
): readonly Alarm[] {
  const open = said.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return [];
  const oldest = Math.min(...open.map(({ at }) => at ?? now));
  return [{ type, count: open.length, days: Math.max(0, Math.floor((now - oldest) / DAY)) }];
}

const actionsOverdue: Rule = ({ actions }) => {
  const overdue = actions.filter(({ overdueDays }) => overdueDays > 0);
  return overdue.length === 0
    ? []
    : [{ type: 'ActionsOverdue', count: overdue.length, days: Math.max(...overdue.map(({ overdueDays }) => overdueDays)) }];
};

const evaluationDue: Rule = ({ evaluations }, { today }) => {
  const next = evaluations.find(({ state, day }) => state !== 'finished' && day !== null);
  if (!next?.day || daysBetween(today, next.day) > DUE_SOON) return [];
  return [{ type: 'EvaluationDue', on: next.day, days: daysBetween(next.day, today) }];
};

const noEvaluationDate: Rule = ({ conferences, evaluations, family }) => {
  const isHeld = conferences.some(({ endedAt, state }) => endedAt !== null && state === 'held');
  return isHeld && family.phase !== 'closure' && !evaluations.some(({ state }) => state !== 'finished')
    ? [{ type: 'NoEvaluationDate' }]
    : [];
};

const conferenceComing: Rule = ({ conferences }, { today }) =>
  conferences.flatMap(({ day, at, state, startedAt }) => {
    const days = day && (state === 'planned' || state === null) && startedAt === null ? daysBetween(today, day) : -1;
    return day && days >= 0 && days <= COMING ? [{ type: 'ConferenceComing' as const, on: day, at, days }] : [];
  });

/** About this conference's plan, or since then about what stands now: an answer of an earlier plan is none. */
const answersMissing: Rule = (plan) => {
  const last = plan.conferences.findLast(({ endedAt, state }) => endedAt !== null && state === 'held');
  if (!last) return [];
  const { allAnswers, version } = plan;
  const answers = allAnswers.filter((answer) => answer.conference === last.id || isSameContent(answer.version, version));
  const people = [...new Set([...last.present, ...last.invited])].filter(
    (person) => !answers.some(({ by }) => by === person) && !isBeside(plan, person),
  );
  return people.length === 0 ? [] : [{ type: 'AnswersMissing', people }];
};

const nobodyWithAuthority: Rule = ({ children, authorities }) =>
  children
    .filter(({ id }) => !authorities.some(({ child, holds }) => child === id && holds === 'yes'))
    .map(({ id }) => ({ type: 'NobodyWithAuthority', child: id }));

const scaleUpProposed: Rule = (plan) => {
  const finished = plan.evaluations.filter(({ state }) => state === 'finished').map(({ id }) => id);
  return plan.goals.filter(({ id }) => isStuck(plan, id, finished)).map(({ id }) => ({ type: 'ScaleUpProposed', goal: id }));
};

/** At or below its starting point in the last two of these evaluations where it was spoken of. */
export function isStuck({ attainments }: Pick<Plan, 'attainments'>, goal: EntityId, evaluations: readonly EntityId[]): boolean {
  const lowest = evaluations.flatMap((evaluation) => {
    const levels = attainments.flatMap((said) =>
      said.goal === goal && said.evaluation === evaluation && said.level !== null ? [said.level] : [],
    );
    return levels.length === 0 ? [] : [Math.min(...levels)];
  });
  return lowest.length > 1 && lowest.slice(-2).every((level) => level <= -2);
}

const conflicts: Rule = (_, { conflictCount: count }) => (count === 0 ? [] : [{ type: 'Conflicts', count }]);

const rules: readonly Rule[] = [
  twoCoordinators,
  noCoordinator,
  conferenceOpen,
  remarksOpen,
  pupilVoicesOpen,
  companionsWaiting,
  childrenNotHeard,
  familyGoalsOpen,
  familyGoalTwice,
  familyDisagrees,
  actionsBlocked,
  evaluationDue,
  noEvaluationDate,
  actionsOverdue,
  conflicts,
  scaleUpProposed,
  conferenceComing,
  answersMissing,
  nobodyWithAuthority,
];

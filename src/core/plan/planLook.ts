import type { LookOptions } from '../document/firstLookRows.ts';
import type { DocumentState } from '../document/state.ts';
import type { EntityId } from '../shared/ids.ts';
import { isFinished } from './actions.ts';
import type { CaseView } from './caseView.ts';
import { findFirstGoal } from './firstGoal.ts';
import { findUnheard, type Unheard } from './hearings.ts';
import { earlierConferences, isComing } from './meetings.ts';

/** What the first look at a case cannot work out itself, because it leaves out the past. */
export interface PlanFacts {
  readonly version: string;
  readonly firstGoalAt: number | null;
  readonly conflictCount: number;
  /** A look of an earlier version does not say it. */
  readonly unheard?: readonly Unheard[];
}

/** Of the remarks that were answered a page shows this many. */
const RECENT_REMARKS = 3;

/**
 * The first look at a case is what is going on. Left out are goals that were reached or dropped, with the family's own that became them and what children said of them, finished actions, all reports of an
 * action but the last, earlier conferences with how children were heard there, questions that were answered long ago, what was prepared for meetings that are over, and the points of meetings. In full is what the page shows with its writer: who accepted a role; and the
 * family with its analysis.
 */
export function lookAtPlan(state: DocumentState, view: CaseView): LookOptions {
  const { goals, familyGoals, actions, conferences, evaluations, preparations, remarks, pupilVoices, hearings } = view;
  const { conflicts, version, alarms } = view;
  const past = new Set<EntityId>();
  for (const goal of goals) {
    const isProposed = alarms.some((alarm) => alarm.type === 'ScaleUpProposed' && alarm.goal === goal.id);
    const isAwaited = pupilVoices.some((said) => said.isOpen && said.goal === goal.id);
    if ((goal.state === 'reached' || goal.state === 'dropped') && !isProposed && !isAwaited) past.add(goal.id);
  }
  for (const { id, goal, adoptions } of familyGoals) {
    if (goal === null || !past.has(goal)) continue;
    for (const gone of [id, ...adoptions.map((adoption) => adoption.id)]) past.add(gone);
  }
  for (const { id, goal, replies } of pupilVoices) {
    if (!past.has(goal!)) continue;
    for (const gone of [id, ...replies.map((reply) => reply.id)]) past.add(gone);
  }
  for (const action of actions) {
    const { id, reports } = action;
    const isBlocked = alarms.some((alarm) => alarm.type === 'ActionsBlocked' && alarm.actions.includes(id));
    const counting = isFinished(action) && !isBlocked ? [] : [reports.at(-1), reports.findLast(({ newDate }) => newDate !== null)];
    if (counting.length === 0) past.add(id);
    for (const report of reports) if (!counting.includes(report)) past.add(report.id);
  }
  const earlier = earlierConferences(conferences).map(({ id }) => id);
  for (const id of earlier) past.add(id);
  for (const { id, conference } of hearings) if (conference !== null && earlier.includes(conference)) past.add(id);
  for (const { id, isOpen, replies } of remarks.slice(0, -RECENT_REMARKS)) {
    if (isOpen) continue;
    for (const gone of [id, ...replies.map((reply) => reply.id)]) past.add(gone);
  }
  const prepared = preparations.filter((preparation) => !isComing({ conferences, evaluations }, preparation));
  for (const { id } of prepared) past.add(id);
  const facts: PlanFacts = { version, firstGoalAt: findFirstGoal(state), conflictCount: conflicts.length, unheard: findUnheard(view) };
  return { full: ['family', 'role', 'coordinatorTurn'], later: ['point'], past, facts: JSON.stringify(facts) };
}

/** Undefined when the whole case is here, which says it itself. */
export const factsOf = ({ facts }: DocumentState): PlanFacts | undefined =>
  facts === undefined ? undefined : (JSON.parse(facts) as PlanFacts);

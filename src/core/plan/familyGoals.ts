import type { EntityView } from '../document/schema.ts';
import type { EntityId } from '../shared/ids.ts';
import type { Adoption, CaseView, FamilyGoal, Goal, Person } from './caseView.ts';
import type { PlanSchema } from './planSchema.ts';
import { writerOf } from './voices.ts';

/**
 * The goals of the family's own plan, with what the team decided. Whose words they are says the device that wrote them. One whose goal was
 * taken out of the plan waits again. One that stands in the plan is adopted, also when another declined it apart from that.
 */
export function viewFamilyGoals(
  written: readonly EntityView<PlanSchema['familyGoal']>[],
  adoptions: readonly Adoption[],
  goals: readonly Goal[],
  people: readonly Person[],
): CaseView['familyGoals'] {
  const theirs = <T extends Pick<Adoption, 'by' | 'author'>>(said: T): T => ({ ...said, by: writerOf(said.author, people) ?? said.by });
  const byFamilyGoal = Map.groupBy(adoptions.map(theirs), ({ familyGoal }) => familyGoal);
  return written.map(theirs).map((one): FamilyGoal => {
    const decided = byFamilyGoal.get(one.id) ?? [];
    const last = decided.at(-1);
    const goal = decided.findLast((adoption) => goals.some(({ id }) => id === adoption.goal))?.goal as EntityId | undefined;
    return { ...one, adoptions: decided, goal: goal ?? null, declined: !goal && last?.goal === '' ? last : null };
  });
}

/** Adopted goals that the family took away from its own plan since: what the plan keeps is the team's to decide. */
export const viewTakenBack = (
  written: readonly { readonly id: EntityId }[],
  adoptions: readonly Adoption[],
  goals: readonly Goal[],
): readonly Goal[] =>
  goals.filter((goal) => adoptions.some((one) => one.goal === goal.id && !written.some(({ id }) => id === one.familyGoal)));

/** An adopted goal by reference: its words are the family's, also when they change them later. */
export function inFamilyWords(goals: readonly Goal[], familyGoals: CaseView['familyGoals']): readonly Goal[] {
  const words = new Map(familyGoals.flatMap((one) => one.adoptions.map(({ goal }) => [goal, one])));
  return goals.map((goal) => {
    const theirs = words.get(goal.id);
    return theirs ? { ...goal, statement: theirs.text, wordsOf: theirs.by } : goal;
  });
}

import type { Side } from '../../../core/evaluation/attainmentOverTime.ts';
import type { CaseView, Evaluation, Goal, Person } from '../../../core/plan/caseView.ts';
import { familyFirst, isFamily } from '../../components/people.ts';

export const isOfSide = (person: Person, side: Side): boolean => isFamily(person) === (side === 'family');

/** Who is asked about a goal without anyone adding them: the child and the parents; of the professionals those who do something for it. */
export function speakersOn(view: CaseView, evaluation: Evaluation, goal: Goal, side: Side): readonly Person[] {
  const spoke = view.attainments.filter((said) => said.evaluation === evaluation.id && said.goal === goal.id).map(({ by }) => by);
  const doers = view.actions.filter(({ goals }) => goals.includes(goal.id)).flatMap(({ who }) => who);
  const isAsked = (person: Person) =>
    person.part === 'caregiver' ||
    (person.part === 'child' &&
      (goal.about.includes(person.id) || !goal.about.some((id) => view.children.some((child) => child.id === id)))) ||
    (person.part === 'professional' && doers.includes(person.id));
  return familyFirst(view.people.filter((person) => isOfSide(person, side) && (spoke.includes(person.id) || isAsked(person))));
}

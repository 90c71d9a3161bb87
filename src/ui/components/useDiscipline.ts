import { planSchema } from '../../core/plan/planSchema.ts';
import { useTerms } from './useTerms.ts';

type Discipline = (typeof planSchema.person.fields.discipline.options)[number];
const known: readonly string[] = planSchema.person.fields.discipline.options;

/** The word for what somebody does; '' for "something else", which says nothing of a person. What is not one of ours is shown as they wrote it. */
export function useDiscipline(): (discipline: string) => string {
  const { term } = useTerms();
  return (discipline) =>
    discipline === 'other' ? '' : known.includes(discipline) ? term('person', 'discipline', discipline as Discipline) : discipline;
}

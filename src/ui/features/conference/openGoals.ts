import type { CaseView, Goal } from '../../../core/plan/caseView.ts';

/** Not reached and not dropped: people still work on it. */
export const isGoing = ({ state }: Pick<Goal, 'state'>): boolean => state !== 'dropped' && state !== 'reached';

/** Treatment goals without an education goal for the same child or children: what does it mean for school? */
export function goalsWithoutSchool({ goals }: Pick<CaseView, 'goals'>): readonly Goal[] {
  const going = goals.filter(isGoing);
  const education = going.filter(({ kind }) => kind === 'education');
  return going.filter((goal) => goal.kind === 'treatment' && !education.some((other) => isAboutTheSame(goal, other)));
}

/** As long as it is not said about whom a goal is, it is about everyone. */
const isAboutTheSame = (goal: Goal, other: Goal): boolean =>
  isAboutAll(goal) || isAboutAll(other) || goal.about.some((child) => other.about.includes(child));

const isAboutAll = ({ wholeFamily, about }: Goal): boolean => wholeFamily || about.length === 0;

import type { Answer, CaseView } from './caseView.ts';
import { isSameContent } from './planVersion.ts';

/**
 * The latest answer of each person, in the order in which they came: clocks may be wrong. What they gave themselves is never
 * overridden by what someone wrote down for them.
 */
export function viewAnswers(answers: readonly Answer[], version: string): CaseView['answers'] {
  const latest = new Map<string, Answer>();
  for (const answer of answers.toSorted((a, b) => isOwn(a) - isOwn(b))) if (answer.by) latest.set(answer.by, answer);
  return [...latest.values()].map((answer) => ({ ...answer, current: isSameContent(answer.version, version) }));
}

const isOwn = ({ via }: Answer): number => (via === 'own' ? 1 : 0);

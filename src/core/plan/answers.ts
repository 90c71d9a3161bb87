import type { Answer, CaseView } from './caseView.ts';
import { isSameContent } from './planVersion.ts';

/** The latest answer of each person. What they gave themselves is never overridden by what someone wrote down for them. */
export function viewAnswers(answers: readonly Answer[], version: string): CaseView['answers'] {
  const latest = new Map<string, Answer>();
  for (const answer of answers.toSorted(byWeight)) if (answer.by) latest.set(answer.by, answer);
  return [...latest.values()].map((answer) => ({ ...answer, current: isSameContent(answer.version, version) }));
}

const isOwn = ({ via }: Answer): number => (via === 'own' ? 1 : 0);

const byWeight = (a: Answer, b: Answer): number => isOwn(a) - isOwn(b) || (a.at ?? 0) - (b.at ?? 0);

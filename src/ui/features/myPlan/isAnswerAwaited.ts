import type { CaseView } from '../../../core/plan/caseView.ts';

/** Whether there is a plan of which I did not say what I think, as it is now. */
export function isAnswerAwaited({ me, goals, actions, answers }: CaseView): boolean {
  if (!me || goals.length + actions.length === 0) return false;
  return !answers.some(({ by, reply, current }) => by === me.id && reply && current);
}

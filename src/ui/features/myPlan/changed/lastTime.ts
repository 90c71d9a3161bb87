import type { CaseView } from '../../../../core/plan/caseView.ts';

/** From when on what changed is news: my last answer to the plan, or the last meeting, whichever is later; null before the first. */
export function lastTime({
  me,
  answers,
  conferences,
  evaluations,
}: CaseView): { readonly of: 'answer' | 'meeting'; readonly at: number } | null {
  const answered = answers.find(({ by, reply }) => me && by === me.id && reply)?.at ?? 0;
  const met = Math.max(0, ...conferences.map(({ endedAt }) => endedAt ?? 0), ...evaluations.map(({ finishedAt }) => finishedAt ?? 0));
  if (answered === 0 && met === 0) return null;
  return answered >= met ? { of: 'answer', at: answered } : { of: 'meeting', at: met };
}

import type { CaseView } from '../../../../core/plan/caseView.ts';

/** From when on what changed is news: my last answer to the plan, whatever was discussed since, or else the last meeting; null before both. */
export function lastTime({
  me,
  answers,
  conferences,
  evaluations,
}: CaseView): { readonly of: 'answer' | 'meeting'; readonly at: number } | null {
  const answered = answers.find(({ by, reply }) => me && by === me.id && reply)?.at;
  if (answered) return { of: 'answer', at: answered };
  const met = Math.max(0, ...conferences.map(({ endedAt }) => endedAt ?? 0), ...evaluations.map(({ finishedAt }) => finishedAt ?? 0));
  return met === 0 ? null : { of: 'meeting', at: met };
}

import type { CaseSummary } from '../../../application/application.ts';

export type MyAction = CaseSummary['myActions'][number] & { readonly summary: CaseSummary };

/** My actions over all cases: open ones by date (those without a date last), then what is finished. */
export function listMyActions(cases: readonly CaseSummary[]): {
  readonly open: readonly MyAction[];
  readonly finished: readonly MyAction[];
} {
  const all = cases.flatMap((summary) => summary.myActions.map((action) => ({ ...action, summary })));
  const byDate = all.toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999') || compare(a.what, b.what));
  return { open: byDate.filter(({ status }) => status !== 'done'), finished: byDate.filter(({ status }) => status === 'done') };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

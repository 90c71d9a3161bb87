import type { EntityView } from '../document/schema.ts';
import { type CivilDate, daysBetween } from '../shared/civilDate.ts';
import type { Action, Report } from './caseView.ts';
import type { PlanSchema } from './planSchema.ts';

/** Actions with what their doers said of them: the latest report counts, in the order in which they came; clocks may be wrong. */
export function viewActions(
  actions: readonly EntityView<PlanSchema['action']>[],
  reports: readonly Report[],
  today: CivilDate,
): readonly Action[] {
  const byAction = Map.groupBy(reports, (report) => report.action);
  return actions.map((action) => {
    const own = byAction.get(action.id) ?? [];
    const status = own.at(-1)?.status ?? 'open';
    const dueNow = own.findLast((report) => report.newDate !== null)?.newDate ?? action.due;
    const isLate = dueNow !== null && dueNow < today && !isFinished({ status, reports: own });
    return { ...action, reports: own, status, dueNow, overdueDays: isLate ? daysBetween(dueNow, today) : 0 };
  });
}

/** Done, or not done without a new date. */
export const isFinished = ({ status, reports }: Pick<Action, 'status' | 'reports'>): boolean =>
  status === 'done' || (status === 'notDone' && reports.at(-1)!.newDate === null);

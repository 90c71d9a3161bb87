import type { CaseSummary } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';

/** A case's line in the list, with what tells whether it is still right. A local copy: sealed, and made anew when in doubt. */
export interface KeptSummary {
  readonly version: typeof SUMMARY_VERSION;
  readonly today: string;
  /** The last entry of the circle that it was made from. */
  readonly entry: number;
  readonly heads: readonly (readonly [chain: string, seq: number])[];
  readonly summary: CaseSummary;
}

/** Another version of the app made another kind of summary: then it is made anew. */
export const SUMMARY_VERSION = 6;

/** The list as the screens show it: by name, and only of cases whose plan is still on this device: other documents may leave later. */
export function showCases({ caseload }: DeviceContext, session: Session, cases: readonly CaseSummary[], loaded: boolean): void {
  const plans = [...session.documents.values()].filter(({ kind }) => kind === 'plan');
  const present = new Set(plans.map(({ caseId }) => caseId));
  const sorted = cases.filter(({ caseId }) => present.has(caseId)).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  caseload.set({ loaded, cases: sorted });
}

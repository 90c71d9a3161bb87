import type { DocumentId } from '../../core/shared/ids.ts';
import type { DeviceContext } from '../device/deviceContext.ts';

/** These documents are being erased: nothing of them stays in memory or on the list. */
export function forgetDocuments({ session, caseload, exchanging }: DeviceContext, docs: readonly DocumentId[]): void {
  if (!session) return;
  const plans = docs.map((doc) => session.documents.get(doc)).filter((document) => document?.kind === 'plan');
  const cases = new Set(plans.map((plan) => plan?.caseId));
  exchanging?.noteForgotten(docs);
  for (const doc of docs) {
    session.documents.delete(doc);
    session.open.delete(doc);
  }
  caseload.set({ ...caseload.get(), cases: caseload.get().cases.filter(({ caseId }) => !cases.has(caseId)) });
}

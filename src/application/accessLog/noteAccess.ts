import type { AccessKind } from '../../core/circle/accessLog.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';

/** A line in the access log of each of these documents; written by the writer tab, one after the other. */
export async function noteAccess(context: DeviceContext, docs: readonly DocumentId[], what: AccessKind): Promise<void> {
  if (docs.length > 0 && context.session && !context.session.closing) await context.link.ask({ type: 'access', docs, what });
}

/** A person looks at the plan of a case, or takes it along. */
export function noteCaseAccess(context: DeviceContext, caseId: CaseId, what: AccessKind): Promise<void> {
  const documents = [...(context.session?.documents.values() ?? [])];
  const plans = documents.filter((document) => document.caseId === caseId && document.kind === 'plan');
  return noteAccess(
    context,
    plans.map(({ doc }) => doc),
    what,
  );
}

/** Whoever said it once in a session need not look again. */
const said = new WeakMap<Session, Set<DocumentId>>();

/** What was exchanged is on this device: said once for each document. */
export async function noteReceived(context: DeviceContext): Promise<void> {
  const { session } = context;
  if (!session) return;
  const before = said.get(session) ?? new Set<DocumentId>();
  const docs = [...session.documents.keys()].filter((doc) => !before.has(doc));
  said.set(session, new Set([...before, ...docs]));
  await noteAccess(context, docs, 'received');
}

import type { DocumentKind } from '../../core/circle/rosterEntry.ts';
import type { Operation } from '../../core/document/operation.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import { deliverNow } from '../exchange/connect.ts';
import type { NotSaved } from '../storage/durableStore.ts';
import { createDocument } from './createDocument.ts';

/** A document beside the plan, here and known to every tab; it goes to the server when there is one to be reached. */
export async function foundDocument(
  context: DeviceContext,
  session: Session,
  what: { readonly kind: DocumentKind; readonly caseId: CaseId; readonly operations: readonly Operation[] },
): Promise<Result<DocumentId, NotSaved>> {
  const { indexed, records } = await createDocument(context.ports, session, what);
  const stored = await storeRecords(context, records);
  if (!stored.ok) return stored;
  session.documents.set(indexed.doc, indexed);
  context.link.tell({ type: 'device' });
  await deliverNow(context);
  return ok(indexed.doc);
}

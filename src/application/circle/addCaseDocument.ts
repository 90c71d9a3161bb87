import type { DocumentKind } from '../../core/circle/rosterEntry.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { type DeviceContext, storeRecords } from '../device/deviceContext.ts';
import { createDocument } from '../documents/createDocument.ts';
import { deliverNow } from '../exchange/connect.ts';
import { requireCase } from './caseCircles.ts';
import type { CircleError } from './types.ts';

/** Another document of a case: who makes it is its only member until they let in others. Works without a connection. */
export async function addCaseDocument(
  context: DeviceContext,
  caseId: CaseId,
  kind: Extract<DocumentKind, 'part' | 'team' | 'safety'>,
): Promise<Result<DocumentId, CircleError>> {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session } = required.value;
  const { indexed, records } = await createDocument(context.ports, session, { kind, caseId, operations: [] });
  const stored = await storeRecords(context, records);
  if (!stored.ok) return stored;
  session.documents.set(indexed.doc, indexed);
  context.link.tell({ type: 'device' });
  await deliverNow(context);
  return ok(indexed.doc);
}

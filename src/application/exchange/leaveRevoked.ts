import type { DocumentId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { ServerPort } from '../ports.ts';
import { openLeavingAccess } from './access.ts';
import { fetchKeyring } from './keyringExchange.ts';
import { eraseLeft, offerLast } from './leave.ts';
import type { Line, Outcome } from './line.ts';

/**
 * The server says that this device was revoked. Only when the person's own signed keyring says so too does it count (SPEC 20d): then
 * what this device still holds is offered, and every document of which nothing is left to wait for leaves it (SPEC 6c).
 */
export async function leaveRevoked(context: DeviceContext, session: Session, server: ServerPort): Promise<Outcome> {
  const access = await openLeavingAccess(server, session);
  if (!access.ok) return access;
  const line: Line = { context, session, server, access: access.value };
  const fetched = await fetchKeyring(line, session.member);
  if (!fetched.ok) return fetched;
  if (session.keyring.devices.get(session.keys.id)?.revoked !== true) return ok(undefined);
  for (const doc of session.documents.keys()) {
    const left = await leaveOne(line, doc);
    if (!left.ok) return left;
  }
  return ok(undefined);
}

async function leaveOne(line: Line, doc: DocumentId): Promise<Outcome> {
  const offered = await offerLast(line, doc);
  if (!offered.ok) return offered;
  if (offered.value.isAll) await eraseLeft(line, [{ doc, because: 'revoked', ...offered.value }]);
  return ok(undefined);
}

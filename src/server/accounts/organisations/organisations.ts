import type { DeviceId, DocumentId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { streamPath } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { OrganisationFacts } from '../../../protocol/exchange/shapes.ts';
import { livingDocument, touchDocument } from '../documents/documents.ts';
import { presentRole } from '../documents/memberships.ts';
import { admitDevice, ownerOf } from '../keyrings/devices.ts';
import type { Tx } from '../../store/port.ts';

/** An administrator is a lead of an organisation's document. They see its people's devices and storage: no content, no circles. */
export function readOrganisation(tx: Tx, device: DeviceId, doc: DocumentId): Result<OrganisationFacts, Refusal> {
  const admitted = admitAdministrator(tx, device, doc);
  if (!admitted.ok) return admitted;
  const devices = tx.all<DeviceRow>(
    `SELECT device.member, device.device, device.kind, device.revoked, device.last_seen,
       EXISTS (SELECT 1 FROM block WHERE block.device = device.device) AS blocked
     FROM membership JOIN device ON device.member = membership.member
     WHERE membership.doc = ? AND membership.left_at IS NULL ORDER BY device.member, device.device`,
    doc,
  );
  const stored = tx.get<{ bytes: number }>(
    `SELECT ifnull(sum(document.bytes), 0) AS bytes FROM document
     JOIN membership ON membership.member = document.founder AND membership.doc = ? AND membership.left_at IS NULL`,
    doc,
  );
  return ok({
    devices: devices.map(({ revoked, blocked, last_seen, ...row }) => ({
      ...row,
      revoked: revoked === 1,
      blocked: blocked === 1,
      lastSeen: last_seen,
    })),
    storedBytes: stored?.bytes ?? 0,
  });
}

type DeviceRow = Pick<OrganisationFacts['devices'][number], 'member' | 'device' | 'kind'> & {
  readonly revoked: number;
  readonly blocked: number;
  readonly last_seen: string | null;
};

/** Stops a device's transport, or admits it again: of somebody in this organisation, and only what it stopped itself. */
export function blockDevice(
  tx: Tx,
  administrator: DeviceId,
  doc: DocumentId,
  { device, blocked }: { readonly device: DeviceId; readonly blocked: boolean },
  now: number,
): Result<void, Refusal> {
  const admitted = admitAdministrator(tx, administrator, doc);
  if (!admitted.ok) return admitted;
  const member = ownerOf(tx, device);
  if (member === undefined) return err('UnknownDevice');
  if (presentRole(tx, doc, member) === undefined) return err('NotAllowed');
  if (blocked) tx.run('INSERT OR IGNORE INTO block (doc, device, at) VALUES (?, ?, ?)', doc, device, now);
  else tx.run('DELETE FROM block WHERE doc = ? AND device = ?', doc, device);
  // The device itself and the leads of every circle they are in hear of it now, of whatever organisation.
  for (const row of tx.all<{ doc: DocumentId }>('SELECT doc FROM membership WHERE member = ? AND left_at IS NULL', member)) {
    touchDocument(tx, row.doc);
    tx.wake(streamPath(row.doc, 'roster'));
  }
  return ok(undefined);
}

export function admitAdministrator(tx: Tx, device: DeviceId, doc: DocumentId): Result<void, Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  const document = livingDocument(tx, doc);
  if (!document.ok) return document;
  const role = presentRole(tx, doc, known.value.member);
  if (role === undefined) return err('NotAMember');
  return role === 'lead' && document.value.kind === 'organisation' ? ok(undefined) : err('NotAllowed');
}

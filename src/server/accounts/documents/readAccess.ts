import type { DeviceId, DocumentId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { DocumentStream } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { admitDevice } from '../keyrings/devices.ts';
import type { Tx } from '../../store/port.ts';
import { ALL, type Readable } from '../../streams/tenant.ts';
import { documentOf } from './documents.ts';
import { presentRole } from './memberships.ts';

/**
 * Who may read a stream: whoever is in the circle now; an auditor its roster and access log, never a byte of content. Of a
 * destroyed document the roster stays, because only its last, signed entry makes devices destroy their own copy.
 */
export function mayReadStream(tx: Tx, device: DeviceId, doc: DocumentId, stream: DocumentStream): Result<Readable, Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  const document = documentOf(tx, doc);
  if (document === undefined) return err('NotFound');
  const role = presentRole(tx, doc, known.value.member);
  if (role === undefined) return err('NotAMember');
  if (role === 'auditor' && stream === 'log') return err('NotAllowed');
  return document.destroyed === 1 && stream !== 'roster' ? err('Destroyed') : ok(ALL);
}

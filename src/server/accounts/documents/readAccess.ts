import type { DeviceId, DocumentId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { type DocumentStream, streamPath } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { admitDevice } from '../keyrings/devices.ts';
import type { Tx } from '../../store/port.ts';
import { ALL, type Readable } from '../../streams/tenant.ts';
import { documentOf } from './documents.ts';
import { membershipOf } from './memberships.ts';

/**
 * Who may read a stream: whoever is in the circle now; an auditor its roster and access log, never a byte of content. Of a
 * destroyed document the roster stays, because only its last, signed entry makes devices destroy their own copy. For the same reason
 * whoever was removed reads the roster up to the entry that says so, and not beyond.
 */
export function mayReadStream(tx: Tx, device: DeviceId, doc: DocumentId, stream: DocumentStream): Result<Readable, Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  const document = documentOf(tx, doc);
  if (document === undefined) return err('NotFound');
  const membership = membershipOf(tx, doc, known.value.member);
  if (membership === undefined) return err('NotAMember');
  const { role, leftAt, until } = membership;
  if (leftAt !== null) return stream === 'roster' && until !== null ? ok({ end: endOfEntry(tx, doc, until) }) : err('NotAMember');
  if (role === 'auditor' && stream === 'log') return err('NotAllowed');
  return document.destroyed === 1 && stream !== 'roster' ? err('Destroyed') : ok(ALL);
}

/** Entries are numbered from 0, each is one message, and none is ever shortened. */
function endOfEntry(tx: Tx, doc: DocumentId, n: number): number {
  const stream = tx.find(streamPath(doc, 'roster'));
  const entries = stream === undefined ? [] : tx.read(stream, 0, Number.MAX_SAFE_INTEGER).messages;
  return entries.slice(0, n + 1).reduce((sum, { length }) => sum + length, 0);
}

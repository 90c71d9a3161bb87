import type { DeviceId, DocumentId, EnvelopeHash } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { verifyParts } from '../../../crypto/verification/envelope.ts';
import { type Bytes, isSameBytes } from '../../../protocol/bytes.ts';
import { decodeEnvelope, encodeErased, type EnvelopeParts } from '../../../protocol/envelopeForm.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { admitLeaving, ownerOf } from '../keyrings/devices.ts';
import { verifyNow } from './verifyNow.ts';
import type { Tx } from '../../store/port.ts';
import { type EnvelopeStream, takePlace } from './chains.ts';
import { addBytes, livingDocument } from './documents.ts';
import { erasedOperations, eraseNow } from './erase.ts';
import { membershipOf } from './memberships.ts';

/*
 * What may be appended to a log (SPEC 6 and 9): the server looks at who signed, who delivers and the place in the chain. Whether an
 * envelope counts, the fold of every device decides.
 */

/** Who was removed, or a device that was revoked, may still hand over what they made before, for so long. */
const LATE_MS = 90 * 24 * 60 * 60 * 1000;

export interface SignedEnvelope {
  readonly bytes: Bytes;
  readonly parts: EnvelopeParts;
  readonly hash: EnvelopeHash;
}

/** Before the transaction: well formed, of this document, and signed by the device that it names. */
export async function verifyEnvelope(bytes: Bytes, doc: DocumentId): Promise<Result<SignedEnvelope, Refusal>> {
  const parts = decodeEnvelope(bytes);
  // A newer form cannot be checked here: the server has to be brought up to date first.
  if (typeof parts === 'string' || parts.header.doc !== doc) return err('Malformed');
  const hash = await verifyParts(parts, verifyNow);
  return hash === undefined ? err('NotASignature') : ok({ bytes, parts, hash });
}

export interface Delivery {
  readonly doc: DocumentId;
  readonly stream: EnvelopeStream;
  /** Where the stream ends now. */
  readonly end: number;
  readonly device: DeviceId;
  readonly envelopes: readonly SignedEnvelope[];
  /** Most bytes that the document may come to. */
  readonly quota: number;
}

/** Inside the transaction: what has to be stored of a delivery, in its order; nothing of it when one is refused. */
export function admitEnvelopes(
  tx: Tx,
  { doc, stream, end, device, envelopes, quota }: Delivery,
  now: number,
): Result<readonly Bytes[], Refusal> {
  const document = livingDocument(tx, doc);
  if (!document.ok) return document;
  const known = admitLeaving(tx, device);
  if (!known.ok) return known;
  const { member, revokedAt } = known.value;
  const membership = membershipOf(tx, doc, member);
  if (membership === undefined) return err('NotAMember');
  const { leftAt } = membership;
  const isLate = leftAt !== null || revokedAt !== null;
  if (revokedAt !== null && (stream === 'views' || now - revokedAt > LATE_MS)) return err('DeviceRevoked');
  if (leftAt !== null && (stream === 'views' || now - leftAt > LATE_MS)) return err('NotAMember');
  const stored: Bytes[] = [];
  let position = end;
  for (const envelope of envelopes) {
    const { header } = envelope.parts;
    if (isLate && header.device !== device) return err('NotAMember');
    const author = header.device === device ? member : ownerOf(tx, header.device);
    if (author === undefined) return err('UnknownDevice');
    if (author !== member && membershipOf(tx, doc, author) === undefined) return err('NotAMember');
    const place = takePlace(tx, stream, { header, hash: envelope.hash, position });
    if (!place.ok) return place;
    if (place.value === 'there') continue;
    const form = formToStore(tx, doc, envelope);
    if (!form.ok) return form;
    stored.push(form.value);
    position += form.value.length;
  }
  const size = stored.reduce((sum, { length }) => sum + length, 0);
  if (document.value.bytes + size > quota) return err('QuotaFull');
  if (size > 0) addBytes(tx, doc, size);
  return ok(stored);
}

/** What was erased is stored without its ciphertext, also when it comes later (SPEC 10c); and nothing else is. */
function formToStore(tx: Tx, doc: DocumentId, { bytes, parts, hash }: SignedEnvelope): Result<Bytes, Refusal> {
  const erased = erasedOperations(tx, doc, hash);
  if (parts.content.type === 'sealed') return ok(erased === undefined ? bytes : eraseNow(parts, parts.content.cipher, erased));
  const isSaid = erased !== undefined && isSameBytes(encodeErased(erased), encodeErased(parts.content.erased));
  return isSaid ? ok(bytes) : err('NotAllowed');
}

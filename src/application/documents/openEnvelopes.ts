import { openEnvelope } from '../../crypto/envelope.ts';
import { verifyParts } from '../../crypto/verification/envelope.ts';
import { ok } from '../../core/shared/result.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { decodeEnvelope, type EnvelopeError } from '../../protocol/envelopeForm.ts';
import type { Opening, OpeningMeans } from '../ports.ts';

/** What can be said of each: verified first, then opened. */
export const openEnvelopes = (envelopes: readonly Bytes[], means: OpeningMeans): Promise<readonly Opening[]> =>
  Promise.all(envelopes.map((bytes) => open(bytes, means)));

const UNREADABLE: ReadonlySet<EnvelopeError['type']> = new Set(['KeyMissing', 'WrongKey', 'Tampered', 'Malformed', 'NotErased']);

async function open(bytes: Bytes, { doc, keys, erased }: OpeningMeans): Promise<Opening> {
  const result = await openEnvelope(bytes, {
    doc,
    documentKey: (epoch) => keys.get(epoch),
    erased: (hash) => erased.get(hash),
  });
  if (result.ok) return ok({ envelope: result.value, unread: false });
  return (UNREADABLE.has(result.error.type) && (await openWithoutContent(bytes))) || result;
}

/** Its place in the graph is public and signed: what builds on it can go on (SPEC rule 6b). */
async function openWithoutContent(bytes: Bytes): Promise<Opening | undefined> {
  const parts = decodeEnvelope(bytes);
  const hash = typeof parts === 'string' ? undefined : await verifyParts(parts);
  if (typeof parts === 'string' || hash === undefined) return undefined;
  const { doc, device, incarnation, seq, parents, roster } = parts.header;
  return ok({ envelope: { hash, doc, device, incarnation, seq, parents, roster: roster.n, wall: 0, lamport: 0, ops: [] }, unread: true });
}

import type { EnvelopeHash } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Bytes, bytesToBase64url, concatBytes } from '../../protocol/bytes.ts';
import { decodeEnvelope, encodeRedacted, type EnvelopeParts, type ErasedOperation } from '../../protocol/envelopeForm.ts';
import { hashBytes } from './hash.ts';
import { isSignedBy } from './isSignedBy.ts';

/** What can be said of an envelope without its key: who signed it, and its place in the chain. */

/** The envelope's hash when its device signed it. */
export async function verifyParts(parts: EnvelopeParts): Promise<EnvelopeHash | undefined> {
  const hashes = concatBytes(await hashBytes(parts.headerBytes), await cipherHashOf(parts));
  return (await isSignedBy(parts.header.device, signedMessage(hashes), parts.signature)) ? envelopeHash(hashes) : undefined;
}

/** The hash of bytes that were verified before. */
export const hashOfParts = async (parts: EnvelopeParts): Promise<EnvelopeHash> =>
  await envelopeHash(concatBytes(await hashBytes(parts.headerBytes), await cipherHashOf(parts)));

const cipherHashOf = ({ content }: EnvelopeParts): Promise<Bytes> | Bytes =>
  content.type === 'sealed' ? hashBytes(content.cipher) : content.cipherHash;

const SIGNED_PREFIX = new TextEncoder().encode('knooppunt/env/v1');

/** What the device signs. */
export const signedMessage = (hashes: Bytes): Bytes => concatBytes(SIGNED_PREFIX, hashes);

/** What others name the envelope by. */
export const envelopeHash = async (hashes: Bytes): Promise<EnvelopeHash> => bytesToBase64url(await hashBytes(hashes)) as EnvelopeHash;

/** The same envelope without its ciphertext: header, H(cipher) and signature stay, so the chain still verifies. */
export async function redactEnvelope(
  bytes: Uint8Array,
  erased: readonly ErasedOperation[],
): Promise<Result<Bytes, { readonly type: 'Malformed' }>> {
  const parts = decodeEnvelope(bytes);
  if (typeof parts === 'string') return err({ type: 'Malformed' });
  return ok(encodeRedacted(parts.headerBytes, await cipherHashOf(parts), parts.signature, erased));
}

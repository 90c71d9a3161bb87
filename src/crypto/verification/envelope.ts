import type { DeviceId, EnvelopeHash } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type Bytes, bytesToBase64url, concatBytes } from '../../protocol/bytes.ts';
import { decodeEnvelope, encodeRedacted, type EnvelopeParts, type ErasedOperation } from '../../protocol/envelopeForm.ts';
import { hashBytes } from './hash.ts';
import { isSignedBy } from './isSignedBy.ts';

/** What can be said of an envelope without its key: who signed it, and its place in the chain. */

/** How SHA-256 and Ed25519 are asked for. */
export interface Means {
  readonly hash: (bytes: Bytes) => Promise<Bytes> | Bytes;
  readonly isSigned: (device: DeviceId, message: Bytes, signature: Bytes) => Promise<boolean> | boolean;
}

const WEB: Means = { hash: hashBytes, isSigned: isSignedBy };

/** The envelope's hash when its device signed it. `means`: other ways to the same answers. */
export async function verifyParts(parts: EnvelopeParts, { hash, isSigned }: Means = WEB): Promise<EnvelopeHash | undefined> {
  const { headerBytes, header, signature, content } = parts;
  const hashes = concatBytes(await hash(headerBytes), content.type === 'sealed' ? await hash(content.cipher) : content.cipherHash);
  if (!(await isSigned(header.device, signedMessage(hashes), signature))) return undefined;
  return bytesToBase64url(await hash(hashes)) as EnvelopeHash;
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

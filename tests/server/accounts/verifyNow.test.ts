import { expect, test } from 'vitest';
import type { DeviceId } from '../../../src/core/shared/ids.ts';
import { isSignedBy } from '../../../src/crypto/verification/isSignedBy.ts';
import { type Bytes, bytesToBase64url } from '../../../src/protocol/bytes.ts';
import { verifyNow } from '../../../src/server/accounts/documents/verifyNow.ts';

const { subtle } = globalThis.crypto;

async function sign(message: Bytes) {
  const { privateKey, publicKey } = (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const device = bytesToBase64url(new Uint8Array(await subtle.exportKey('raw', publicKey))) as DeviceId;
  return { device, signature: new Uint8Array(await subtle.sign('Ed25519', privateKey, message)) };
}

/** Of 32 bytes, all zero but these. */
const keyOf = (...bytes: readonly number[]) =>
  bytesToBase64url(new Uint8Array([...bytes, ...Array(32 - bytes.length).fill(0)])) as DeviceId;

test('verifying at once answers as WebCrypto does', async () => {
  const message = new TextEncoder().encode('knooppunt') as Bytes;
  const [mine, theirs] = [await sign(message), await sign(message)];
  const changed = mine.signature.with(63, mine.signature[63]! ^ 0x10) as Bytes;
  const asked: readonly Parameters<typeof isSignedBy>[] = [
    [mine.device, message, mine.signature],
    [mine.device, message, theirs.signature],
    [theirs.device, message, theirs.signature],
    [mine.device, new Uint8Array([...message, 0]), mine.signature],
    [mine.device, message, changed],
    [mine.device, message, mine.signature.slice(1)],
    // Points of small order, which "sign" anything, no point at all, and no key.
    [keyOf(), message, new Uint8Array(64)],
    [keyOf(1), message, new Uint8Array([1, ...Array<number>(63).fill(0)])],
    [keyOf(2), message, mine.signature],
    ['AAAA' as DeviceId, message, mine.signature],
  ];
  const answers = asked.map((one) => verifyNow.isSigned(...one));
  expect(answers).toEqual(await Promise.all(asked.map(async (one) => await isSignedBy(...one))));
  expect(answers.slice(0, 6)).toEqual([true, false, true, false, false, false]);
});

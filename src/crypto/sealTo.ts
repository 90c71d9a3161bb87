import { type Bytes, concatBytes } from '../protocol/bytes.ts';
import type { RandomBytes } from './ids.ts';
import { type AgreementKeys, importAgreementPublicKey } from './keys.ts';
import { type AgreementPublicKey } from './verification/keyring.ts';
import { contextBytes } from './verification/hash.ts';

/*
 * HPKE (RFC 9180), base mode: X25519, HKDF-SHA256, AES-256-GCM. Anyone can seal to a public key; who sealed it is told by
 * the signature around it (keyring, roster).
 */
async function loadSuite() {
  // Not part of the first screens: only making keys, documents and circles seals to someone.
  const { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } = await import('@hpke/core');
  return new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}
const ENCAPSULATED_LENGTH = 32;

/** Seals a small secret to a device or member key, for one purpose only: 48 bytes more than the secret. */
export async function sealTo(
  recipient: AgreementPublicKey,
  context: readonly (string | number)[],
  secret: Bytes,
  random: RandomBytes,
): Promise<Bytes> {
  const recipientPublicKey = await importAgreementPublicKey(recipient);
  // `ekm` feeds our own randomness into the ephemeral key: 32 fresh bytes, through the standard's own DeriveKeyPair.
  const sender = await (await loadSuite()).createSenderContext({ recipientPublicKey, info: contextBytes(...context), ekm: random(32) });
  return concatBytes(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(secret)));
}

/** The secret, or undefined when it was sealed to another key or for another purpose, or changed on the way. */
export async function openSealed(
  recipient: AgreementKeys,
  context: readonly (string | number)[],
  sealed: Bytes,
): Promise<Bytes | undefined> {
  try {
    const enc = sealed.slice(0, ENCAPSULATED_LENGTH);
    const opener = await (await loadSuite()).createRecipientContext({ recipientKey: recipient.pair, info: contextBytes(...context), enc });
    return new Uint8Array(await opener.open(sealed.slice(ENCAPSULATED_LENGTH)));
  } catch {
    return undefined;
  }
}

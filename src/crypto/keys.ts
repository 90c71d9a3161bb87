import type { DeviceId, DocumentId } from '../core/shared/ids.ts';
import { type Bytes, concatBytes } from '../protocol/bytes.ts';
import { idToBytes } from '../protocol/wireShapes.ts';
import type { RandomBytes } from './ids.ts';
import { deriveSealingKey, deriveSecret } from './primitives.ts';
import type { AgreementPublicKey } from './verification/keyring.ts';

/*
 * Every private key comes from a 32-byte seed. The seed exists only sealed (vault, paper code) and for the moment of
 * importing; the key in use can sign or agree, and cannot be read out again.
 */
const subtle = globalThis.crypto.subtle;

/** A device that can sign and be sealed to. The public halves are what others know of it. */
export interface DeviceKeys {
  readonly id: DeviceId;
  readonly signing: CryptoKey;
  readonly agreement: AgreementKeys;
}

/** An X25519 pair for HPKE; a member key is one too. */
export interface AgreementKeys {
  readonly publicKey: AgreementPublicKey;
  readonly pair: CryptoKeyPair;
}

/** The key of one document for one epoch: derived keys only, never the secret itself. */
export interface DocumentKey {
  readonly doc: DocumentId;
  readonly epoch: number;
  /** Public: lets everyone notice when somebody was given another key. */
  readonly commitment: Bytes;
  readonly sealing: CryptoKey;
}

/** The seeds of a new device: keep sealed. 64 bytes: signing, agreement. */
export const freshDeviceSecret = (random: RandomBytes): Bytes => random(64);

/** The seed of a new member key: keep sealed. 32 bytes. */
export const freshMemberSecret = (random: RandomBytes): Bytes => random(32);

/** The secret of a new epoch of a document: keep sealed. 32 bytes. */
export const freshEpochSecret = (random: RandomBytes): Bytes => random(32);

/** The device behind its 64 secret bytes. */
export async function importDeviceKeys(secret: Bytes): Promise<DeviceKeys> {
  const signing = await importSeed('Ed25519', secret.slice(0, 32), ['sign']);
  return { id: signing.publicKey as DeviceId, signing: signing.privateKey, agreement: await importAgreementKeys(secret.slice(32)) };
}

/** The X25519 pair behind a 32-byte seed. */
export async function importAgreementKeys(seed: Bytes): Promise<AgreementKeys> {
  const { publicKey, privateKey } = await importSeed('X25519', seed, ['deriveBits']);
  return { publicKey, pair: { privateKey, publicKey: await importAgreementPublicKey(publicKey) } };
}

/** Somebody else's X25519 key. The text was parsed before: 32 bytes always import. */
export const importAgreementPublicKey = (key: AgreementPublicKey): Promise<CryptoKey> =>
  subtle.importKey('raw', idToBytes(key), 'X25519', true, []);

/** A document's key for one epoch, ready to seal and open. */
export async function importDocumentKey(doc: DocumentId, epoch: number, secret: Bytes): Promise<DocumentKey> {
  return {
    doc,
    epoch,
    commitment: await deriveSecret(secret, 'commit', doc, epoch),
    sealing: await deriveSealingKey(secret, 'enc', doc, epoch),
  };
}

/** Ed25519 over these bytes: 64 bytes. */
export const sign = async (device: DeviceKeys, message: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle.sign('Ed25519', device.signing, message));

/** RFC 8410: the fixed bytes before a 32-byte seed in PKCS #8. The last byte of the identifier says which curve. */
const PKCS8_PREFIX = {
  Ed25519: [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20],
  X25519: [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20],
};

/** WebCrypto gives the public half only through an exportable copy, which is dropped at once. */
async function importSeed(
  algorithm: 'Ed25519' | 'X25519',
  seed: Bytes,
  usages: KeyUsage[],
): Promise<{ publicKey: string; privateKey: CryptoKey }> {
  const pkcs8 = concatBytes(Uint8Array.from(PKCS8_PREFIX[algorithm]), seed);
  const { x } = await subtle.exportKey('jwk', await subtle.importKey('pkcs8', pkcs8, algorithm, true, usages));
  return { publicKey: x as string, privateKey: await subtle.importKey('pkcs8', pkcs8, algorithm, false, usages) };
}

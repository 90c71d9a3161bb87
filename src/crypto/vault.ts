import * as v from 'valibot';
import type { Brand } from '../core/shared/ids.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { encodeCbor, parseVersioned } from '../protocol/cbor.ts';
import { bytesShape } from '../protocol/wireShapes.ts';
import type { RandomBytes } from './ids.ts';
import { contextBytes } from './verification/hash.ts';
import { decrypt, deriveSealingKey, encrypt, NONCE_LENGTH } from './primitives.ts';

/**
 * The vault is what a device unlocks: one random key under which everything private on the device is sealed. It never
 * changes with the passphrase; only the lockboxes around its secret do.
 *
 *   record = cbor[1, nonce, AES-256-GCM(vault key, nonce, aad = [purpose, id], content)]
 */

/** 32 random bytes. In memory only while unlocked; on disk only inside lockboxes. */
export type VaultSecret = Brand<Bytes, 'VaultSecret'>;

export interface Vault {
  readonly sealing: CryptoKey;
  /** Needed to make another lockbox (new passphrase, recovery code) without asking the first one again. */
  readonly secret: VaultSecret;
}

/** What a sealed record is for: a record can only be opened as what it was sealed as, and in its own place. */
export type RecordPurpose =
  | 'device keys'
  | 'document key'
  | 'document'
  | 'profile'
  | 'settings'
  | 'snapshot'
  | 'summary'
  | 'exchange'
  | 'clock'
  | 'destroyed'
  | 'statement'
  | 'invitation'
  | 'joining'
  | 'views keys'
  | 'views';

export type SealedRecordError = { readonly type: 'Malformed' } | { readonly type: 'NewerVersion' } | { readonly type: 'Tampered' };

export const freshVaultSecret = (random: RandomBytes): VaultSecret => random(32) as VaultSecret;

/** The vault behind its secret. */
export const importVault = async (secret: VaultSecret): Promise<Vault> => ({ sealing: await deriveSealingKey(secret, 'vault'), secret });

/** Seals a record for one purpose and place (a document's id, or a fixed name). */
export async function sealRecord(vault: Vault, purpose: RecordPurpose, id: string, content: Bytes, random: RandomBytes): Promise<Bytes> {
  const nonce = random(NONCE_LENGTH);
  return encodeCbor([VERSION, nonce, await encrypt(vault.sealing, nonce, content, contextBytes(PREFIX, purpose, id))]);
}

/** Opens a record that `sealRecord` made for this purpose and place, with this vault. */
export async function openRecord(
  vault: Vault,
  purpose: RecordPurpose,
  id: string,
  bytes: Uint8Array,
): Promise<Result<Bytes, SealedRecordError>> {
  const wire = parseVersioned(recordShape, VERSION, bytes);
  if (!wire.ok) return wire;
  const content = await decrypt(vault.sealing, wire.value[1], wire.value[2], contextBytes(PREFIX, purpose, id));
  return content === undefined ? err({ type: 'Tampered' }) : ok(content);
}

const VERSION = 1;
const PREFIX = 'knooppunt/vault/v1';
const recordShape = v.strictTuple([v.literal(VERSION), bytesShape(NONCE_LENGTH), bytesShape()]);

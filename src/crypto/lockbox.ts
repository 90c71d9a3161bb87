import * as v from 'valibot';
import { err, ok, type Result } from '../core/shared/result.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { encodeCbor, parseVersioned } from '../protocol/cbor.ts';
import { bytesShape } from '../protocol/wireShapes.ts';
import type { RandomBytes } from './ids.ts';
import type { AgreementPublicKey } from './verification/keyring.ts';
import { contextBytes } from './verification/hash.ts';
import { decrypt, deriveSealingKey, encrypt, NONCE_LENGTH } from './primitives.ts';
import type { PaperDevice } from './recoveryCode.ts';
import { openSealed, sealTo } from './sealTo.ts';
import type { VaultSecret } from './vault.ts';

/*
 * A lockbox holds the vault's secret for one way of unlocking. One vault may have several: a passphrase (Argon2id), a
 * passkey (PRF), the recovery code on paper. Changing a passphrase makes a new lockbox; nothing else is sealed again.
 *
 *   by key    = cbor[1, way, nonce, AES-256-GCM(HKDF(unlock key), nonce, aad = way, vault secret)]
 *   on paper  = cbor[1, 'paper', HPKE(paper device, vault secret)]
 */

/** How the 32 bytes that unlock were made. */
export type UnlockWay = 'passphrase' | 'passkey';

export type LockboxError = { readonly type: 'Malformed' } | { readonly type: 'NewerVersion' } | { readonly type: 'WrongSecret' };

/** A lockbox for 32 bytes that Argon2id or a passkey's PRF derived. */
export async function sealLockbox(secret: VaultSecret, way: UnlockWay, unlockKey: Bytes, random: RandomBytes): Promise<Bytes> {
  const nonce = random(NONCE_LENGTH);
  const key = await deriveSealingKey(unlockKey, 'lockbox', way);
  return encodeCbor([VERSION, way, nonce, await encrypt(key, nonce, secret, contextBytes(PREFIX, way))]);
}

/** The vault's secret, when this unlock key is the right one. A wrong passphrase and damage look the same. */
export async function openLockbox(bytes: Uint8Array, way: UnlockWay, unlockKey: Bytes): Promise<Result<VaultSecret, LockboxError>> {
  const wire = parseVersioned(keyedShape, VERSION, bytes);
  if (!wire.ok) return wire;
  const key = await deriveSealingKey(unlockKey, 'lockbox', way);
  return secretOrError(await decrypt(key, wire.value[2], wire.value[3], contextBytes(PREFIX, way)));
}

/** A lockbox that only the recovery code opens. Making it needs only the paper device's public key, not the code. */
export const sealPaperLockbox = async (secret: VaultSecret, paper: AgreementPublicKey, random: RandomBytes): Promise<Bytes> =>
  encodeCbor([VERSION, 'paper', await sealTo(paper, [PREFIX, 'paper'], secret, random)]);

/** The vault's secret, when this is the code it was made for. */
export async function openPaperLockbox(bytes: Uint8Array, paper: PaperDevice): Promise<Result<VaultSecret, LockboxError>> {
  const wire = parseVersioned(paperShape, VERSION, bytes);
  return !wire.ok ? wire : secretOrError(await openSealed(paper.agreement, [PREFIX, 'paper'], wire.value[2]));
}

const VERSION = 1;
const PREFIX = 'knooppunt/lockbox/v1';
const keyedShape = v.strictTuple([v.literal(VERSION), v.picklist(['passphrase', 'passkey']), bytesShape(NONCE_LENGTH), bytesShape()]);
const paperShape = v.strictTuple([v.literal(VERSION), v.literal('paper'), bytesShape()]);

const secretOrError = (secret: Bytes | undefined): Result<VaultSecret, LockboxError> =>
  secret === undefined ? err({ type: 'WrongSecret' }) : ok(secret as VaultSecret);

import type { OpenedEnvelope, Payload, SetOperation } from '../core/document/operation.ts';
import type { DocumentId, EnvelopeHash } from '../core/shared/ids.ts';
import { err, ok, type Result } from '../core/shared/result.ts';
import { type Bytes, concatBytes, isSameBytes } from '../protocol/bytes.ts';
import {
  decodeEnvelope,
  encodeEnvelope,
  encodeErased,
  encodeHeader,
  type EnvelopeError,
  type EnvelopeHeader,
  type EnvelopeParts,
  type ErasedOperation,
} from '../protocol/envelopeForm.ts';
import { decodePayload, encodePayload } from '../protocol/payload.ts';
import type { RandomBytes } from './ids.ts';
import { type DeviceKeys, type DocumentKey, sign } from './keys.ts';
import { pad, unpad } from './padding.ts';
import { decrypt, encrypt, NONCE_LENGTH } from './primitives.ts';
import { envelopeHash, signedMessage, verifyParts } from './verification/envelope.ts';
import { hashBytes } from './verification/hash.ts';

/*
 * sig = Ed25519("knooppunt/env/v1" | H(header) | H(cipher))      hash = H(H(header) | H(cipher))
 * cipher = AES-256-GCM(HKDF(epoch secret, "enc", doc, epoch), nonce, aad = header, pad(payload))
 */

/** Everything in an envelope that its writer decides. */
export interface EnvelopeInput extends Pick<EnvelopeHeader, 'incarnation' | 'seq' | 'parents' | 'roster'> {
  readonly payload: Payload;
}

export interface SealingKeys {
  readonly device: DeviceKeys;
  readonly documentKey: DocumentKey;
  readonly random: RandomBytes;
}

export interface OpeningKeys {
  /** The log that is read: an envelope of another document is no part of it. */
  readonly doc: DocumentId;
  readonly documentKey: (epoch: number) => DocumentKey | undefined;
  /**
   * What the roster's `redact` entries say of this envelope. A redacted form counts only when it says the same; a sealed one that
   * should have been redacted is not opened any more (SPEC 10c).
   */
  readonly erased?: (hash: EnvelopeHash) => readonly ErasedOperation[] | undefined;
}

/** Seals one save: encrypted for the circle, signed by the device. */
export async function sealEnvelope(
  input: EnvelopeInput,
  keys: SealingKeys,
): Promise<{ readonly hash: EnvelopeHash; readonly bytes: Bytes }> {
  const { incarnation, seq, parents, roster, payload } = input;
  const { doc, epoch, commitment, sealing } = keys.documentKey;
  const nonce = keys.random(NONCE_LENGTH);
  const header = encodeHeader({ doc, device: keys.device.id, incarnation, seq, parents, epoch, keyCommitment: commitment, roster, nonce });
  // Together where neither needs the other: each is a trip to another thread, and a person waits for the last one.
  const [headerHash, cipher] = await Promise.all([hashBytes(header), encrypt(sealing, nonce, pad(encodePayload(payload)), header)]);
  const hashes = concatBytes(headerHash, await hashBytes(cipher));
  const [signature, hash] = await Promise.all([sign(keys.device, signedMessage(hashes)), envelopeHash(hashes)]);
  return { hash, bytes: encodeEnvelope(header, cipher, signature) };
}

/** Verifies and opens one envelope: the signature first, so that nothing unsigned is decrypted or parsed. */
export async function openEnvelope(bytes: Uint8Array, keys: OpeningKeys): Promise<Result<OpenedEnvelope, EnvelopeError>> {
  const parts = decodeEnvelope(bytes);
  if (parts === 'malformed') return err({ type: 'Malformed' });
  if (parts === 'newerVersion') return err({ type: 'NewerVersion' });
  if (parts.header.doc !== keys.doc) return err({ type: 'WrongDocument' });
  const hash = await verifyParts(parts);
  if (hash === undefined) return err({ type: 'BadSignature' });
  const contents = await openContents(parts, keys, keys.erased?.(hash));
  if (!contents.ok) return contents;
  const { doc, device, incarnation, seq, parents, roster } = parts.header;
  return ok({ hash, doc, device, incarnation, seq, parents, roster: roster.n, ...contents.value });
}

/** What redacting leaves of these operations; the roster's `redact` entry carries the same. */
export const eraseOperations = (ops: OpenedEnvelope['ops']): readonly ErasedOperation[] =>
  ops.filter(isSet).map(([, entity, field, , preds]) => ({ entity, field, preds }));

type Contents = Pick<OpenedEnvelope, 'wall' | 'lamport' | 'ops' | 'redacted'>;

async function openContents(
  parts: EnvelopeParts,
  keys: OpeningKeys,
  said: readonly ErasedOperation[] | undefined,
): Promise<Result<Contents, EnvelopeError>> {
  const { content } = parts;
  if (content.type === 'redacted') return openErased(content.erased, said);
  // What was erased is not opened again, also where its ciphertext still comes from.
  return said === undefined ? openPayload(parts, content.cipher, keys) : erasedContents(said);
}

async function openPayload(parts: EnvelopeParts, cipher: Bytes, keys: OpeningKeys): Promise<Result<Contents, EnvelopeError>> {
  const { epoch, keyCommitment, nonce } = parts.header;
  const key = keys.documentKey(epoch);
  if (key === undefined) return err({ type: 'KeyMissing', epoch });
  if (!isSameBytes(key.commitment, keyCommitment)) return err({ type: 'WrongKey', epoch });
  const padded = await decrypt(key.sealing, nonce, cipher, parts.headerBytes);
  if (padded === undefined) return err({ type: 'Tampered' });
  const plain = unpad(padded);
  const payload = plain && decodePayload(plain);
  return payload === undefined ? err({ type: 'Malformed' }) : ok(payload);
}

function openErased(erased: readonly ErasedOperation[], said: readonly ErasedOperation[] | undefined): Result<Contents, EnvelopeError> {
  const isSaid = said !== undefined && isSameBytes(encodeErased(said), encodeErased(erased));
  return isSaid ? erasedContents(erased) : err({ type: 'NotErased' });
}

const erasedContents = (redacted: readonly ErasedOperation[]): Result<Contents, never> => ok({ wall: 0, lamport: 0, ops: [], redacted });

const isSet = (operation: OpenedEnvelope['ops'][number]): operation is SetOperation => operation[0] === 'set';

import * as v from 'valibot';
import type { OpenedEnvelope } from '../core/document/operation.ts';
import type { DeviceId, DocumentId, EnvelopeHash } from '../core/shared/ids.ts';
import { type Bytes, isSameBytes } from './bytes.ts';
import { decodeCbor, encodeCbor, parseCbor } from './cbor.ts';
import { bytesShape, countShape, erasedShape, idShape, idToBytes, predsToWire } from './wireShapes.ts';

/*
 * An envelope as it is stored and sent; the server reads this much and no more.
 *
 *   envelope = cbor[header, cipher, signature]
 *   redacted = cbor[header, H(cipher), signature, [[entity, field, preds]...]]     (the ciphertext is gone, the chain still verifies)
 *   header   = cbor[v, suite, doc, device, incarnation, seq, [parent...], epoch, keyCommitment, [n, roster hash], nonce]
 */

/** The version of the form, and the one suite so far: Ed25519, HKDF-SHA256, AES-256-GCM. A new suite gets a new number. */
const VERSION = 1;
const SUITE = 1;

export interface EnvelopeHeader {
  readonly doc: DocumentId;
  readonly device: DeviceId;
  /** 8 random bytes, base64url. */
  readonly incarnation: string;
  readonly seq: number;
  readonly parents: readonly EnvelopeHash[];
  readonly epoch: number;
  readonly keyCommitment: Bytes;
  /** The roster entry the author wrote under: its number, and its hash so that a fork is noticed. */
  readonly roster: { readonly n: number; readonly hash: string };
  readonly nonce: Bytes;
}

/** What an erased operation leaves: where it was and what it replaced. */
export type ErasedOperation = NonNullable<OpenedEnvelope['redacted']>[number];

/** Why an envelope was not opened. */
export type EnvelopeError =
  /** No envelope at all, or contents no app of this version writes. */
  | { readonly type: 'Malformed' }
  | { readonly type: 'NewerVersion' }
  | { readonly type: 'WrongDocument' }
  | { readonly type: 'BadSignature' }
  /** The epoch's key is not here (yet). */
  | { readonly type: 'KeyMissing'; readonly epoch: number }
  /** The writer held another key for this epoch than we do: somebody handed out two. */
  | { readonly type: 'WrongKey'; readonly epoch: number }
  | { readonly type: 'Tampered' }
  /** A redacted form that no roster entry stands for. */
  | { readonly type: 'NotErased' };

export interface EnvelopeParts {
  /** As signed: hash these, never bytes encoded anew. */
  readonly headerBytes: Bytes;
  readonly header: EnvelopeHeader;
  readonly signature: Bytes;
  readonly content:
    | { readonly type: 'sealed'; readonly cipher: Bytes }
    | { readonly type: 'redacted'; readonly cipherHash: Bytes; readonly erased: readonly ErasedOperation[] };
}

export function encodeHeader(header: EnvelopeHeader): Bytes {
  const { doc, device, incarnation, seq, parents, epoch, keyCommitment, roster, nonce } = header;
  const ids = [idToBytes(doc), idToBytes(device), idToBytes(incarnation)];
  return encodeCbor([VERSION, SUITE, ...ids, seq, parents.map(idToBytes), epoch, keyCommitment, [roster.n, idToBytes(roster.hash)], nonce]);
}

export const encodeEnvelope = (headerBytes: Bytes, cipher: Bytes, signature: Bytes): Bytes => encodeCbor([headerBytes, cipher, signature]);

export const encodeRedacted = (headerBytes: Bytes, cipherHash: Bytes, signature: Bytes, erased: readonly ErasedOperation[]): Bytes =>
  encodeCbor([headerBytes, cipherHash, signature, erased.map(erasedToWire)]);

/** Whether the first is what erasing left of the second. */
export function isRedactionOf(bytes: Uint8Array, whole: Uint8Array): boolean {
  const [left, before] = [decodeEnvelope(bytes), decodeEnvelope(whole)];
  if (typeof left === 'string' || typeof before === 'string') return false;
  const isSame = isSameBytes(left.headerBytes, before.headerBytes) && isSameBytes(left.signature, before.signature);
  return isSame && left.content.type === 'redacted' && before.content.type === 'sealed';
}

/** One form for one list, so that two can be compared. */
export const encodeErased = (erased: readonly ErasedOperation[]): Bytes => encodeCbor(erased.map(erasedToWire));

const erasedToWire = ({ entity, field, preds }: ErasedOperation) => [entity, field, predsToWire(preds)];

/** The parts of an envelope, not yet verified; or why they cannot be told apart. */
export function decodeEnvelope(bytes: Uint8Array): EnvelopeParts | 'malformed' | 'newerVersion' {
  const wire = parseCbor(envelopeShape, bytes);
  if (wire === undefined) return 'malformed';
  const header = decodeHeader(wire.headerBytes);
  return typeof header === 'string' ? header : { ...wire, header };
}

function decodeHeader(bytes: Bytes): EnvelopeHeader | 'malformed' | 'newerVersion' {
  const wire = decodeCbor(bytes);
  const versioned = v.safeParse(versionShape, wire);
  if (!versioned.success) return 'malformed';
  if (versioned.output[0] !== VERSION || versioned.output[1] !== SUITE) return 'newerVersion';
  const parsed = v.safeParse(headerShape, wire);
  return parsed.success ? parsed.output : 'malformed';
}

const versionShape = v.looseTuple([countShape, countShape]);
const rosterShape = v.pipe(
  v.strictTuple([countShape, idShape(32)]),
  v.transform(([n, hash]) => ({ n, hash })),
);
const headerShape = v.pipe(
  v.strictTuple([
    v.literal(VERSION),
    v.literal(SUITE),
    idShape<DocumentId>(16),
    idShape<DeviceId>(32),
    idShape(8),
    countShape,
    v.array(idShape<EnvelopeHash>(32)),
    countShape,
    bytesShape(32),
    rosterShape,
    bytesShape(12),
  ]),
  v.transform(([, , doc, device, incarnation, seq, parents, epoch, keyCommitment, roster, nonce]): EnvelopeHeader => ({
    doc,
    device,
    incarnation,
    seq,
    parents,
    epoch,
    keyCommitment,
    roster,
    nonce,
  })),
);
const sealedShape = v.pipe(
  v.strictTuple([bytesShape(), bytesShape(), bytesShape(64)]),
  v.transform(([headerBytes, cipher, signature]) => ({ headerBytes, signature, content: { type: 'sealed' as const, cipher } })),
);
const redactedShape = v.pipe(
  v.strictTuple([bytesShape(), bytesShape(32), bytesShape(64), v.array(erasedShape)]),
  v.transform(([headerBytes, cipherHash, signature, erased]) => ({
    headerBytes,
    signature,
    content: { type: 'redacted' as const, cipherHash, erased },
  })),
);
const envelopeShape = v.union([sealedShape, redactedShape]);

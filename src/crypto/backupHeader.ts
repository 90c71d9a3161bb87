import * as v from 'valibot';
import { err, ok, type Result } from '../core/shared/result.ts';
import { type Bytes, concatBytes, isSameBytes } from '../protocol/bytes.ts';
import { encodeCbor, mapsToObjects, parseCbor } from '../protocol/cbor.ts';
import { bytesShape, countShape } from '../protocol/wireShapes.ts';
import { hashBytes } from './verification/hash.ts';

/*
 * The readable beginning of a backup file: enough to find out which secret opens it.
 *
 *   'KNOOPPUNT' 0 | version (1 byte) | length of header (4 bytes) | header (cbor) | SHA-256 of all before
 *
 * The checksum tells damage from a wrong passphrase; what protects is that every chunk is bound to these bytes.
 */

/** How to make the unlock key from the passphrase; as the device that made the file had it. */
interface BackupKdf {
  readonly algorithm: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
  readonly salt: Bytes;
}

export interface BackupHeader {
  readonly kdf: BackupKdf;
  /** Around the vault's secret; `paper` when a recovery code was made. */
  readonly lockboxes: { readonly passphrase: Bytes; readonly paper: Bytes | null };
  /** Makes the key of this file its own. */
  readonly salt: Bytes;
  /** Tells a wrong secret from damage. */
  readonly keyCheck: Bytes;
  /** Length of everything inside, before encrypting: tells a file that was cut off. */
  readonly contentLength: number;
}

export type BackupHeaderError =
  { readonly type: 'NotABackup' } | { readonly type: 'NewerVersion' } | { readonly type: 'Truncated' } | { readonly type: 'Damaged' };

export async function encodeBackupHeader(header: BackupHeader): Promise<Bytes> {
  const body = encodeCbor(header);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, body.length);
  const before = concatBytes(MAGIC, Uint8Array.of(VERSION), length, body);
  return concatBytes(before, await hashBytes(before));
}

/** The header and how many bytes it takes; or why this is no backup that we can read. */
export async function readBackupHeader(
  file: Bytes,
): Promise<Result<{ readonly header: BackupHeader; readonly length: number }, BackupHeaderError>> {
  if (!isSameBytes(file.subarray(0, MAGIC.length), MAGIC)) return err({ type: 'NotABackup' });
  if (file.length < BODY_START) return err({ type: 'Truncated' });
  if ((file[MAGIC.length] as number) > VERSION) return err({ type: 'NewerVersion' });
  const bodyEnd = BODY_START + new DataView(file.buffer, file.byteOffset + BODY_START - LENGTH_BYTES).getUint32(0);
  // A length beyond any header is a flipped bit, not a missing end.
  if (bodyEnd > BODY_START + LONGEST_HEADER) return err({ type: 'Damaged' });
  const length = bodyEnd + CHECKSUM_BYTES;
  if (file.length < length) return err({ type: 'Truncated' });
  if (!isSameBytes(await hashBytes(file.subarray(0, bodyEnd)), file.subarray(bodyEnd, length))) return err({ type: 'Damaged' });
  const header = parseCbor(headerShape, file.subarray(BODY_START, bodyEnd));
  return header === undefined ? err({ type: 'Damaged' }) : ok({ header, length });
}

const MAGIC = new TextEncoder().encode('KNOOPPUNT\0');
const VERSION = 1;
const LENGTH_BYTES = 4;
const CHECKSUM_BYTES = 32;
const BODY_START = MAGIC.length + 1 + LENGTH_BYTES;
const LONGEST_HEADER = 10_000;

/** Bounded, so that a made-up file cannot ask for hours of work or all memory. */
const kdfShape = v.strictObject({
  algorithm: v.literal('argon2id'),
  memoryKiB: v.pipe(countShape, v.maxValue(1_048_576)),
  passes: v.pipe(countShape, v.maxValue(100)),
  salt: bytesShape(),
});
const headerShape = v.pipe(
  v.unknown(),
  v.transform(mapsToObjects),
  v.strictObject({
    kdf: kdfShape,
    lockboxes: v.strictObject({ passphrase: bytesShape(), paper: v.nullable(bytesShape()) }),
    salt: bytesShape(32),
    keyCheck: bytesShape(32),
    contentLength: countShape,
  }),
);

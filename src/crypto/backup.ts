import * as v from 'valibot';
import { err, ok, type Result } from '../core/shared/result.ts';
import { type Bytes, bytesToBase64url, isSameBytes, joinBytes } from '../protocol/bytes.ts';
import { decodeCborSequence, encodeCbor } from '../protocol/cbor.ts';
import { bytesShape } from '../protocol/wireShapes.ts';
import { type BackupHeader, type BackupHeaderError, encodeBackupHeader, readBackupHeader } from './backupHeader.ts';
import type { RandomBytes } from './ids.ts';
import { decrypt, deriveSealingKey, deriveSecret, encrypt, NONCE_LENGTH } from './primitives.ts';
import { hashBytes } from './verification/hash.ts';
import type { VaultSecret } from './vault.ts';

/*
 * One encrypted file of everything on a device.
 *
 *   file    = header | chunk...                       (backupHeader.ts)
 *   chunk i = AES-256-GCM(HKDF(vault secret, salt), nonce = i, aad = H(header), 64 KiB of the content)
 *   content = cbor[table, key, bytes]...
 *
 * Numbered nonces make every swap and repeat fail; the header, which each chunk is bound to, tells where the content ends, so a
 * cut fails too. Reading gives all records or none.
 */

/** One stored record; `table` is one of the names that the reader expects. */
export interface BackupRecord<Table extends string> {
  readonly table: Table;
  readonly key: string;
  readonly bytes: Bytes;
}

export type BackupFileError = BackupHeaderError | { readonly type: 'WrongSecret' };

/** The parts of the file, in order: what a Blob is made of. */
export async function sealBackup(
  opening: Pick<BackupHeader, 'kdf' | 'lockboxes'>,
  records: readonly BackupRecord<string>[],
  secret: VaultSecret,
  random: RandomBytes,
): Promise<readonly Bytes[]> {
  const content = joinBytes(records.map(({ table, key, bytes }) => encodeCbor([table, key, bytes])));
  const salt = random(32);
  const header = await encodeBackupHeader({
    ...opening,
    salt,
    keyCheck: await deriveKeyCheck(secret, salt),
    contentLength: content.length,
  });
  const key = await deriveFileKey(secret, salt);
  const context = await hashBytes(header);
  const parts = [header];
  const chunks = countChunks(content.length);
  for (let index = 0; index < chunks; index++) {
    const plain = content.slice(index * CHUNK, (index + 1) * CHUNK);
    parts.push(await encrypt(key, nonceOf(index), plain, context));
  }
  return parts;
}

/** All records of a file, or the one reason why there are none. The vault's secret comes from one of the header's lockboxes. */
export async function openBackup<Table extends string>(
  file: Bytes,
  secret: VaultSecret,
  tables: readonly Table[],
): Promise<Result<readonly BackupRecord<Table>[], BackupFileError>> {
  const read = await readBackupHeader(file);
  if (!read.ok) return read;
  const { header, length } = read.value;
  if (!isSameBytes(header.keyCheck, await deriveKeyCheck(secret, header.salt))) return err({ type: 'WrongSecret' });
  const chunks = countChunks(header.contentLength);
  const expected = length + header.contentLength + chunks * TAG;
  if (file.length !== expected) return err({ type: file.length < expected ? 'Truncated' : 'Damaged' });
  const key = await deriveFileKey(secret, header.salt);
  const context = await hashBytes(file.subarray(0, length));
  const content: Bytes[] = [];
  for (let index = 0; index < chunks; index++) {
    const start = length + index * (CHUNK + TAG);
    const plain = await decrypt(key, nonceOf(index), file.slice(start, start + CHUNK + TAG), context);
    if (plain === undefined) return err({ type: 'Damaged' });
    content.push(plain);
  }
  const records = parseRecords(joinBytes(content), tables);
  return records === undefined ? err({ type: 'Damaged' }) : ok(records);
}

const CHUNK = 65_536;
const TAG = 16;

/** An empty backup has a chunk too, so that a wrong header is noticed there as well. */
const countChunks = (contentLength: number) => Math.max(1, Math.ceil(contentLength / CHUNK));

function nonceOf(index: number): Bytes {
  const nonce = new Uint8Array(NONCE_LENGTH);
  new DataView(nonce.buffer).setUint32(0, index);
  return nonce;
}

const deriveFileKey = (secret: VaultSecret, salt: Bytes) => deriveSealingKey(secret, 'backup', bytesToBase64url(salt));

const deriveKeyCheck = (secret: VaultSecret, salt: Bytes) => deriveSecret(secret, 'backup check', bytesToBase64url(salt));

function parseRecords<Table extends string>(content: Bytes, tables: readonly Table[]): readonly BackupRecord<Table>[] | undefined {
  const shape = v.pipe(
    v.strictTuple([v.picklist(tables), v.string(), bytesShape()]),
    v.transform(([table, key, bytes]) => ({ table, key, bytes })),
  );
  const parsed = v.safeParse(v.array(shape), decodeCborSequence(content));
  return parsed.success ? parsed.output : undefined;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentId } from '../../../src/core/shared/ids.ts';
import { readEpochSecrets } from '../../../src/application/documents/documentRecord.ts';
import type { Teller } from '../../support/exchangeStory.ts';

/** Sealed content cannot be searched for words: so it is searched for pieces of the very ciphertexts, and of the keys. */
export async function canariesOf(teller: Teller, docs: readonly DocumentId[]): Promise<readonly Buffer[]> {
  const { database } = teller.stored;
  const canaries: Buffer[] = [];
  for (const doc of docs) {
    for (const { bytes } of await database.list('envelope', doc)) canaries.push(pieceOf(bytes));
    for (const { bytes } of await database.list('document', doc)) canaries.push(pieceOf(bytes));
    for (const [, secret] of (await readEpochSecrets(database, teller.session().vault, doc)) ?? []) canaries.push(Buffer.from(secret));
    for (const { key, bytes } of await database.listLocal('')) if (key.includes(doc) && bytes.length > 60) canaries.push(pieceOf(bytes));
  }
  return canaries;
}

/** From the middle: ciphertext, not a header. */
const pieceOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.subarray(Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 24));

/** Everything on one device, the journal with what it was rewritten from included. */
export async function bytesOfDevice({ stored: { database, journal } }: Teller): Promise<Buffer> {
  const tables = ['device', 'document', 'roster', 'keyring', 'envelope', 'outbox'] as const;
  const records = (await Promise.all(tables.map((table) => database.list(table, '')))).flat();
  const local = await database.listLocal('');
  const written = (await journal!.read(0)).records;
  return Buffer.concat([...records, ...local, ...written].flatMap(({ key, bytes }) => [Buffer.from(key), Buffer.from(bytes)]));
}

/** Database and write-ahead log as they lie on the disk, while the server runs. */
export const bytesOfServer = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => readFileSync(join(each.parentPath, each.name))),
  );

export const countIn = (bytes: Buffer, canaries: readonly Buffer[]): number => canaries.filter((canary) => bytes.includes(canary)).length;

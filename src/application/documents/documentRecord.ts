import * as v from 'valibot';
import { documentKinds } from '../../core/circle/rosterEntry.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { openRecord, sealRecord, type Vault } from '../../crypto/vault.ts';
import type { RandomBytes } from '../../crypto/ids.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { bytesShape, countShape } from '../../protocol/wireShapes.ts';
import type { Database, StoredRecord } from '../ports.ts';
import type { IndexedDocument } from './document.ts';

/*
 * document = cbor[1, sealed cbor[kind, case], sealed cbor[[epoch, secret]...]]
 * Two seals, so that listing 300 cases opens no keys.
 */

/** The secret of each epoch of a document. */
export type EpochSecrets = readonly (readonly [epoch: number, secret: Bytes])[];

export async function documentRecord(
  vault: Vault,
  { doc, kind, caseId }: IndexedDocument,
  secrets: EpochSecrets,
  random: RandomBytes,
): Promise<StoredRecord> {
  const about = await sealRecord(vault, 'document', doc, encodeCbor([kind, caseId]), random);
  const keys = await sealRecord(vault, 'document key', doc, encodeCbor(secrets), random);
  return { table: 'document', key: doc, bytes: encodeCbor([1, about, keys]) };
}

/** Which documents are here, and of which case. One that does not open is left out: the start has compared both sides before. */
export async function readDocumentIndex(database: Database, vault: Vault): Promise<readonly IndexedDocument[]> {
  const records = await database.list('document', '');
  const opened = await Promise.all(records.map(async ({ key, bytes }) => await openAbout(vault, key as DocumentId, bytes)));
  return opened.filter((document) => document !== undefined);
}

async function openAbout(vault: Vault, doc: DocumentId, bytes: Uint8Array): Promise<IndexedDocument | undefined> {
  const wire = v.safeParse(recordShape, decodeCbor(bytes));
  const opened = wire.success ? await openRecord(vault, 'document', doc, wire.output[1]) : undefined;
  const about = opened?.ok ? v.safeParse(aboutShape, decodeCbor(opened.value)) : undefined;
  return about?.success ? { doc, kind: about.output[0], caseId: about.output[1] as CaseId } : undefined;
}

/** The document's secrets; undefined when the record is not there or does not open. */
export async function readEpochSecrets(database: Database, vault: Vault, doc: DocumentId): Promise<EpochSecrets | undefined> {
  const wire = v.safeParse(recordShape, decodeCbor((await database.get('document', doc)) ?? new Uint8Array()));
  const opened = wire.success ? await openRecord(vault, 'document key', doc, wire.output[2]) : undefined;
  const secrets = opened?.ok ? v.safeParse(secretsShape, decodeCbor(opened.value)) : undefined;
  return secrets?.success ? secrets.output : undefined;
}

const recordShape = v.strictTuple([v.literal(1), bytesShape(), bytesShape()]);
const aboutShape = v.strictTuple([v.picklist(documentKinds), v.string()]);
const secretsShape = v.array(v.strictTuple([countShape, bytesShape(32)]));

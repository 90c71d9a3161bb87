import * as v from 'valibot';
import type { DocumentId } from '../../core/shared/ids.ts';
import { importDocumentKey, type DocumentKey } from '../../crypto/keys.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { deriveViewsSecret, type ViewsSecrets } from '../../crypto/views.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { bytesShape, countShape } from '../../protocol/wireShapes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readEpochSecrets } from '../documents/documentRecord.ts';
import type { StoredRecord } from '../ports.ts';
import { givenKeysKey } from './places.ts';

/** The keys of a document's access log, by epoch: derived from the document's own, or given alone to an auditor. */
export async function readViewsKeys(
  { ports }: DeviceContext,
  { vault }: Session,
  doc: DocumentId,
): Promise<ReadonlyMap<number, DocumentKey>> {
  const own = (await readEpochSecrets(ports.database, vault, doc)) ?? [];
  const derived = await Promise.all(own.map(async ([epoch, secret]) => [epoch, await deriveViewsSecret(secret, doc, epoch)] as const));
  const secrets = derived.length > 0 ? derived : [...(await readGivenKeys({ ports }, { vault }, doc))];
  return new Map(await Promise.all(secrets.map(async ([epoch, secret]) => [epoch, await importDocumentKey(doc, epoch, secret)] as const)));
}

/** Kept sealed, like the keys of a document that is read. */
export async function givenKeysRecord({ ports }: DeviceContext, { vault }: Session, doc: DocumentId, secrets: ViewsSecrets) {
  const sealed = await sealRecord(vault, 'views keys', doc, encodeCbor([...secrets]), ports.random.bytes);
  return { table: 'document', key: givenKeysKey(doc), bytes: sealed } satisfies StoredRecord;
}

async function readGivenKeys(
  { ports }: Pick<DeviceContext, 'ports'>,
  { vault }: Pick<Session, 'vault'>,
  doc: DocumentId,
): Promise<ViewsSecrets> {
  const sealed = await ports.database.get('document', givenKeysKey(doc));
  const opened = sealed && (await openRecord(vault, 'views keys', doc, sealed));
  const parsed = opened?.ok ? v.safeParse(secretsShape, decodeCbor(opened.value)) : undefined;
  return new Map(parsed?.success ? parsed.output : []);
}

const secretsShape = v.array(v.strictTuple([countShape, bytesShape(32)]));

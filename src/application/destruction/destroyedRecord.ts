import * as v from 'valibot';
import { documentKinds, type DocumentKind } from '../../core/circle/rosterEntry.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { bytesShape } from '../../protocol/wireShapes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { StoredRecord } from '../ports.ts';

/*
 * What stays of a destroyed document: its signed roster, sealed, so that a server whose backup was put back hears again that it is over,
 * and nothing of it comes back to this device. It holds no content; the server keeps the same (SPEC 10e).
 */

export interface DestroyedDocument {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  readonly caseId: CaseId;
  /** When this device heard of it. */
  readonly at: number;
  /** Where the server's roster ended when it said so; '' is not known. */
  readonly end: string;
  readonly entries: readonly Bytes[];
}

/** Also the beginning of the key of each in a backup. */
export const DESTROYED = 'destroyed/';
const keyOf = (doc: DocumentId): string => `${DESTROYED}${doc}`;

/** Longer than any backup of a server is kept: after that there is nothing left that could come back. */
const KEPT = 400 * 24 * 60 * 60 * 1000;

export async function destroyedRecord(
  { ports }: Pick<DeviceContext, 'ports'>,
  { vault }: Pick<Session, 'vault'>,
  { doc, kind, caseId, at, end, entries }: DestroyedDocument,
): Promise<StoredRecord> {
  const sealed = await sealRecord(vault, 'destroyed', doc, encodeCbor([1, kind, caseId, at, end, entries]), ports.random.bytes);
  return { table: 'device', key: keyOf(doc), bytes: sealed };
}

export async function readDestroyed(
  { ports }: Pick<DeviceContext, 'ports'>,
  { vault }: Pick<Session, 'vault'>,
  doc: DocumentId,
): Promise<DestroyedDocument | undefined> {
  const sealed = await ports.database.get('device', keyOf(doc));
  const opened = sealed && (await openRecord(vault, 'destroyed', doc, sealed));
  const parsed = opened?.ok ? v.safeParse(shape, decodeCbor(opened.value)) : undefined;
  if (!parsed?.success) return undefined;
  const [, kind, caseId, at, end, entries] = parsed.output;
  return { doc, kind, caseId: caseId as CaseId, at, end, entries };
}

export async function listDestroyedDocuments({ ports }: Pick<DeviceContext, 'ports'>): Promise<ReadonlySet<DocumentId>> {
  const records = await ports.database.list('device', DESTROYED);
  return new Set(records.map(({ key }) => key.slice(DESTROYED.length) as DocumentId));
}

async function listDestroyed(context: Pick<DeviceContext, 'ports'>, session: Pick<Session, 'vault'>) {
  const records = await context.ports.database.list('device', DESTROYED);
  const read = await Promise.all(records.map(({ key }) => readDestroyed(context, session, key.slice(DESTROYED.length) as DocumentId)));
  return read.filter((one) => one !== undefined);
}

/** Cases whose plan is destroyed: whatever else there is of them goes too. */
export async function endedCases(context: Pick<DeviceContext, 'ports'>, session: Pick<Session, 'vault'>): Promise<ReadonlySet<CaseId>> {
  const plans = (await listDestroyed(context, session)).filter(({ kind }) => kind === 'plan');
  return new Set(plans.map(({ caseId }) => caseId));
}

/** Those that are of no use any more. */
export async function findOutlived(context: Pick<DeviceContext, 'ports'>, session: Pick<Session, 'vault'>): Promise<readonly string[]> {
  const now = context.ports.clock.now();
  return (await listDestroyed(context, session)).filter(({ at }) => now - at > KEPT).map(({ doc }) => keyOf(doc));
}

const shape = v.strictTuple([v.literal(1), v.picklist(documentKinds), v.string(), v.number(), v.string(), v.array(bytesShape())]);

import { ok, type Result } from '../../core/shared/result.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { courierKeys } from '../../protocol/storedKeys.ts';
import { snapshotKey } from '../documents/snapshotKey.ts';
import type { Database, StoredRecord } from '../ports.ts';
import { exchangeKey } from '../exchange/exchangeKey.ts';
import { summaryKey } from '../cases/summaryKey.ts';
import type { DurableStore, NotSaved } from '../storage/durableStore.ts';

/** Says that a document is being erased, on both sides, until it is: a crash in between does not bring it back. */
const ERASING = 'erasing/';

/**
 * Key, roster, envelopes and local copies leave database and journal. Acknowledged when both are rid of them; after a crash
 * the next start finishes it.
 */
export async function eraseDocuments(durable: DurableStore, docs: readonly DocumentId[]): Promise<Result<void, NotSaved>> {
  const marked = await durable.write(
    docs.map((doc): StoredRecord => ({ table: 'device', key: `${ERASING}${doc}`, bytes: new Uint8Array() })),
  );
  return marked.ok ? await eraseMarked(durable, docs) : marked;
}

/** What a crash left half erased. */
export async function finishErasing(database: Database, durable: DurableStore): Promise<void> {
  const docs = (await database.list('device', ERASING)).map(({ key }) => key.slice(ERASING.length) as DocumentId);
  if (docs.length > 0) await eraseMarked(durable, docs);
}

async function eraseMarked(durable: DurableStore, docs: readonly DocumentId[]): Promise<Result<void, NotSaved>> {
  const erased = await durable.erase(
    docs.flatMap((doc) => [doc, snapshotKey(doc), summaryKey(doc), exchangeKey(doc), ...courierKeys(doc)]),
  );
  if (!erased.ok) return erased;
  // The marks go last, after everything they stand for.
  const unmarked = await durable.erase(docs.map((doc) => `${ERASING}${doc}`));
  return unmarked.ok ? ok(undefined) : unmarked;
}

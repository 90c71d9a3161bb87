import { bytesToState, stateToBytes } from '../../core/document/snapshot.ts';
import type { DocumentState } from '../../core/document/state.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from './document.ts';
import { snapshotKey } from './snapshotKey.ts';

/** A snapshot is worth writing after so many envelopes; until then reading them is quicker than writing it. */
const WORTH_WRITING = 50;

/** A snapshot is the newest wall time, then the state; not as CBOR within CBOR, because each layer copies megabytes. */
const WALL_BYTES = 8;

/** The folded document as it was kept, or undefined: then the log is folded. Never trusted after the database was mended. */
export async function readSnapshot(
  { ports, storage }: DeviceContext,
  { vault }: Session,
  doc: DocumentId,
): Promise<{ readonly state: DocumentState; readonly newestWall: number } | undefined> {
  if (storage.get().healed !== 'nothing') return undefined;
  const sealed = await ports.database.getLocal(snapshotKey(doc));
  const opened = sealed && (await openRecord(vault, 'snapshot', doc, sealed));
  if (!opened?.ok) return undefined;
  const state = bytesToState(opened.value.subarray(WALL_BYTES));
  return state?.doc === doc ? { state, newestWall: new DataView(opened.value.buffer).getFloat64(0) } : undefined;
}

/** Keeps what is stored of the document; `always`: also when little changed, because this is the last chance (lock, close). */
export async function writeSnapshot(
  { ports, saving }: DeviceContext,
  { vault }: Session,
  document: OpenDocument,
  always: boolean,
): Promise<void> {
  // While something waits, the screens show what is not stored yet; that may not come back from a snapshot.
  if (saving.get().type === 'failed') return;
  if (document.sinceSnapshot() < (always ? 1 : WORTH_WRITING)) return;
  document.snapshotWritten();
  const state = stateToBytes(document.shown.get());
  const content = new Uint8Array(WALL_BYTES + state.length);
  new DataView(content.buffer).setFloat64(0, document.newestWall());
  content.set(state, WALL_BYTES);
  // A local copy may be lost: the log is what counts, so a full disk is no reason to stop.
  await ports.database
    .putLocal(snapshotKey(document.doc), await sealRecord(vault, 'snapshot', document.doc, content, ports.random.bytes))
    .catch(() => undefined);
}

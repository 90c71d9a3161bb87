import type { DocumentId } from '../../core/shared/ids.ts';
import { summaryKey } from '../cases/summaryKey.ts';
import type { Ports } from '../ports.ts';
import { snapshotKey } from '../documents/snapshotKey.ts';

/**
 * Before something is stored that reading on from a snapshot would not find (another chain, other rights): a start after a crash
 * then folds the log. A new copy is written as soon as it was taken in.
 */
export async function distrustCopies({ ports }: { readonly ports: Pick<Ports, 'database'> }, doc: DocumentId): Promise<void> {
  for (const key of [snapshotKey(doc), summaryKey(doc)]) await ports.database.putLocal(key, new Uint8Array()).catch(() => undefined);
}

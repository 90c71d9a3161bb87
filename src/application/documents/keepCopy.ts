import type { DocumentId } from '../../core/shared/ids.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';

/**
 * A local copy of something of a document; may be lost, so a full disk is no reason to stop. Only while the document is here: one that
 * is being erased left memory first, so that what is still on its way is not written behind the erasing.
 */
export async function keepCopy(
  { ports }: DeviceContext,
  { documents }: Session,
  doc: DocumentId,
  key: string,
  bytes: Bytes,
): Promise<void> {
  if (documents.has(doc)) await ports.database.putLocal(key, bytes).catch(() => undefined);
}

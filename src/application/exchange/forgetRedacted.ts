import type { DocumentId } from '../../core/shared/ids.ts';
import { refreshSummary } from '../cases/refreshSummary.ts';
import { storeRecords, type DeviceContext, type Session } from '../device/deviceContext.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { writeSnapshot } from '../documents/snapshot.ts';
import { redactedMark } from './redactStored.ts';

/**
 * After stored envelopes were redacted: the journal is written anew without what stood in them, and so are the copies that were made
 * of it. What fails is finished at the next start.
 */
export async function forgetRedacted(context: DeviceContext, session: Session, doc: DocumentId): Promise<void> {
  const { problem } = await context.link.ask({ type: 'compact' });
  if (!problem) await storeRecords(context, [redactedMark(doc)]);
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc)?.catch(() => undefined);
    if (document) await writeSnapshot(context, session, document, true);
    await refreshSummary(context, session, doc);
  } finally {
    release();
  }
  context.link.tell({ type: 'stored', doc, keys: [] });
}

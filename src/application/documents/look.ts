import type { DocumentId } from '../../core/shared/ids.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from './document.ts';
import { hold, openDocument } from './openDocument.ts';

/** Reads something in a document that may not be open, and lets it go again; undefined when it cannot be read here. */
export async function look<T>(
  context: DeviceContext,
  session: Session,
  doc: DocumentId,
  read: (document: OpenDocument) => T,
): Promise<T | undefined> {
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc)?.catch(() => undefined);
    return document && read(document);
  } finally {
    release();
  }
}

import { readAccess, type Access } from '../../core/circle/accessLog.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { openEnvelope } from '../../crypto/envelope.ts';
import type { DocumentKey } from '../../crypto/keys.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { viewsPrefix } from './places.ts';
import { readViewsKeys } from './viewsKeys.ts';

export interface OpenedView {
  readonly bytes: Bytes;
  readonly access: Access;
}

/** Verified and opened; what nobody signed, or what no key here opens, is left out and leaves a gap in its chain. */
export async function openViewEnvelopes(
  doc: DocumentId,
  keys: ReadonlyMap<number, DocumentKey>,
  envelopes: readonly Bytes[],
): Promise<readonly OpenedView[]> {
  const opened = await Promise.all(
    envelopes.map(async (bytes) => {
      const envelope = await openEnvelope(bytes, { doc, documentKey: (epoch) => keys.get(epoch) });
      return envelope.ok ? [{ bytes, access: readAccess(envelope.value) }] : [];
    }),
  );
  return opened.flat();
}

/** The access log as it is stored here. `of`: only one chain. */
export async function readStoredViews(context: DeviceContext, session: Session, doc: DocumentId, of = ''): Promise<readonly OpenedView[]> {
  const records = await context.ports.database.list('envelope', `${viewsPrefix(doc)}${of}`);
  if (records.length === 0) return [];
  const keys = await readViewsKeys(context, session, doc);
  return await openViewEnvelopes(
    doc,
    keys,
    records.map(({ bytes }) => bytes),
  );
}

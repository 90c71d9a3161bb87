import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import { joinBytes } from '../../protocol/bytes.ts';
import { streamPath } from '../../protocol/exchange/paths.ts';
import { keep, type Line, type Outcome } from '../exchange/line.ts';
import { removalOf, type Database, type StoredRecord } from '../ports.ts';
import { viewsIncarnation, viewsPrefix } from './places.ts';
import { readStoredViews } from './readViews.ts';
import { inTurnOfViews, noteOwnChain, sealView } from './writeViews.ts';

/** Lines in one request: each is small. */
const AT_ONCE = 100;

/** Own lines that the server does not have yet, in their order; a row goes only when it has them (SPEC 14). */
export async function deliverViews(line: Line, doc: DocumentId): Promise<Outcome> {
  const { database } = line.context.ports;
  const rows = await readViewsOutbox(database, doc);
  const delivered = await offerViews(line, doc, await withBytes(database, rows));
  return delivered.ok ? await keep(line, rows.map(removalOf)) : delivered;
}

const readViewsOutbox = (database: Database, doc: DocumentId): Promise<readonly StoredRecord[]> =>
  database.list('outbox', viewsPrefix(doc));

async function withBytes(database: Database, rows: readonly StoredRecord[]): Promise<readonly StoredRecord[]> {
  const found = await Promise.all(rows.map(({ key }) => database.get('envelope', key)));
  return rows.flatMap(({ key }, at) => (found[at] ? [{ table: 'envelope', key, bytes: found[at] } as const] : []));
}

/** These; and everything of here when what came before them is missing there: a server that was restored, or went back in secret. */
export async function offerViews(line: Line, doc: DocumentId, records: readonly StoredRecord[]): Promise<Outcome> {
  const sent = await sendViews(line, doc, records);
  const isBehind = !sent.ok && sent.error.type === 'Refused' && sent.error.code === 'SeqGap';
  return isBehind ? await sendViews(line, doc, await line.context.ports.database.list('envelope', viewsPrefix(doc))) : sent;
}

/** What is there already is not stored twice, so too much does no harm. */
export async function sendViews(line: Line, doc: DocumentId, records: readonly StoredRecord[]): Promise<Outcome> {
  for (let at = 0; at < records.length; at += AT_ONCE) {
    const body = joinBytes(records.slice(at, at + AT_ONCE).map(({ bytes }) => bytes));
    const sent = await line.server.append(line.access, streamPath(doc, 'views'), body);
    if (!sent.ok) return err(sent.error);
  }
  return ok(undefined);
}

/** A new incarnation began: lines of the old one that were not delivered are sealed again in the new chain (SPEC 2c). */
export const resealViews = (line: Line, doc: DocumentId): Promise<Outcome> =>
  inTurnOfViews(line.session, async () => {
    const { context, session } = line;
    const own = `${viewsPrefix(doc)}${session.keys.id}/`;
    const current = `${own}${await viewsIncarnation(session)}/`;
    const rows = (await readViewsOutbox(context.ports.database, doc)).filter(({ key }) => key.startsWith(own) && !key.startsWith(current));
    const waiting = new Set(rows.map(({ key }) => key.slice(own.length)));
    const stored = await readStoredViews(context, session, doc, `${session.keys.id}/`);
    const records: StoredRecord[] = [];
    for (const { access } of stored) {
      if (!waiting.has(`${access.incarnation}/${String(access.seq).padStart(10, '0')}`) || access.what === 'unknown') continue;
      const sealed = await sealView(context, session, doc, access.what, access);
      if (!sealed) continue;
      records.push(...sealed.records);
      noteOwnChain(session, doc, sealed.chain);
    }
    const gone = rows.flatMap((row) => [removalOf(row), removalOf({ table: 'envelope', key: row.key })]);
    return await keep(line, [...gone, ...records]);
  });

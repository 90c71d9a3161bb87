import type { DocumentId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { nextPartSize } from '../../core/sync/partSize.ts';
import { DELIVERY, takeBatch } from '../../core/sync/takeBatch.ts';
import { joinBytes } from '../../protocol/bytes.ts';
import { streamPath } from '../../protocol/exchange/paths.ts';
import type { Session } from '../device/deviceContext.ts';
import { removalOf, type Database, type StoredRecord } from '../ports.ts';
import { keepMemory, readMemory } from './exchangeMemory.ts';
import { keep, type Line, type Outcome } from './line.ts';

/** What the line of a session turned out to bear. */
const batches = new WeakMap<Session, number>();

/** What waits goes out in its order; a row leaves the outbox only after the server has it (SPEC 14). */
export async function deliver(line: Line, doc: DocumentId): Promise<Outcome> {
  const { database } = line.context.ports;
  const rows = await readOutbox(database, doc);
  const envelopes: StoredRecord[] = [];
  const empty: StoredRecord[] = [];
  for (const row of rows) {
    const bytes = await database.get('envelope', row.key);
    if (bytes) envelopes.push({ table: 'envelope', key: row.key, bytes });
    else empty.push(removalOf(row));
  }
  const cleared = await keep(line, empty);
  return cleared.ok ? await deliverEnvelopes(line, doc, envelopes) : cleared;
}

export const readOutbox = (database: Database, doc: DocumentId): Promise<readonly StoredRecord[]> => database.list('outbox', `${doc}/`);

/** Envelopes in the order of their chains, in parts; whose they are does not matter. */
export async function deliverEnvelopes(line: Line, doc: DocumentId, envelopes: readonly StoredRecord[]): Promise<Outcome> {
  const { clock } = line.context.ports;
  let tooLarge = Number.POSITIVE_INFINITY;
  for (let at = 0; at < envelopes.length;) {
    const size = batches.get(line.session) ?? DELIVERY.first;
    const batch = takeBatch(envelopes, at, Math.min(size, tooLarge));
    const body = joinBytes(batch.map(({ bytes }) => bytes));
    const begun = clock.now();
    const sent = await line.server.append(line.access, streamPath(doc, 'log'), body);
    const arrived = sent.ok || sent.error.type !== 'Unreachable';
    batches.set(line.session, nextPartSize(size, DELIVERY, { arrived, bytes: body.length, took: clock.now() - begun }));
    if (!sent.ok && sent.error.type === 'Refused' && sent.error.code === 'TooLarge' && batch.length > 1) {
      tooLarge = Math.ceil(body.length / 2);
      continue;
    }
    if (!sent.ok) return sent;
    const noted = await noteDelivered(line, doc, batch);
    if (!noted.ok) return noted;
    at += batch.length;
  }
  return ok(undefined);
}

async function noteDelivered(line: Line, doc: DocumentId, batch: readonly StoredRecord[]): Promise<Outcome> {
  const { context, session } = line;
  const waiting = new Set((await readOutbox(context.ports.database, doc)).map(({ key }) => key));
  const own = batch.filter(({ key }) => waiting.has(key));
  if (own.length === 0) return ok(undefined);
  await keepMemory(context, session, doc, { ...(await readMemory(context, session, doc)), lastDelivered: context.ports.clock.now() });
  return await keep(
    line,
    own.map(({ key }) => removalOf({ table: 'outbox', key })),
  );
}

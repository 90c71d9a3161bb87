import * as v from 'valibot';
import { nextPartSize } from '../core/sync/partSize.ts';
import { DELIVERY, takeBatch } from '../core/sync/takeBatch.ts';
import type { DocumentId } from '../core/shared/ids.ts';
import { joinBytes } from '../protocol/bytes.ts';
import { streamPath } from '../protocol/exchange/paths.ts';
import { documentOfRow, isViewsRow, sentKey } from '../protocol/storedKeys.ts';
import type { Access, ServerProblem, StoredRecord } from '../application/ports.ts';
import { endOf, type Ended } from './ended.ts';
import type { CourierWorld, Shelf } from './ports.ts';
import { readText, writeText } from './texts.ts';

/**
 * Everything that waits, document by document, each in the order of its chains. What the server refuses is left to the app, which has
 * the keys to do something about it, and holds up no other document.
 */
export async function deliverWaiting(world: CourierWorld, access: Access): Promise<Ended> {
  const rows = (await world.shelf.list('outbox', '')).map(({ key }) => key);
  for (const doc of new Set(rows.map(documentOfRow))) {
    const own = rows.filter((key) => documentOfRow(key) === doc);
    const sent = await readSent(world.shelf, doc, own);
    // The access log follows what it is about.
    for (const isViews of [false, true]) {
      const waiting = await withBytes(
        world.shelf,
        own.filter((key) => isViewsRow(key) === isViews && !sent.has(key)),
      );
      const problem = await deliverInOrder(world, access, { path: streamPath(doc, isViews ? 'views' : 'log'), waiting }, async (batch) => {
        for (const { key } of batch) sent.add(key);
        await world.shelf.putLocal(sentKey(doc), writeText([...sent]));
      });
      const ended = problem ? endOf(problem) : 'done';
      if (ended !== 'done') return ended;
      // Lines about what the server does not have yet wait with it.
      if (problem) break;
    }
  }
  return 'done';
}

interface Waiting {
  readonly path: string;
  readonly waiting: readonly StoredRecord[];
}

async function deliverInOrder(
  { server, clock }: CourierWorld,
  access: Access,
  { path, waiting }: Waiting,
  note: (batch: readonly StoredRecord[]) => Promise<void>,
): Promise<ServerProblem | null> {
  let [size, most]: [number, number] = [DELIVERY.first, Number.POSITIVE_INFINITY];
  for (let at = 0; at < waiting.length;) {
    const batch = takeBatch(waiting, at, Math.min(size, most));
    const body = joinBytes(batch.map(({ bytes }) => bytes));
    const begun = clock.now();
    const answer = await server.append(access, path, body);
    if (!answer.ok && answer.error.type === 'Refused' && answer.error.code === 'TooLarge' && batch.length > 1) {
      most = Math.ceil(body.length / 2);
      continue;
    }
    if (!answer.ok) return answer.error;
    size = nextPartSize(size, DELIVERY, { arrived: true, bytes: body.length, took: clock.now() - begun });
    await note(batch);
    at += batch.length;
  }
  return null;
}

async function readSent(shelf: Shelf, doc: DocumentId, rows: readonly string[]): Promise<Set<string>> {
  const sent = readText(v.array(v.string()), await shelf.getLocal(sentKey(doc))) ?? [];
  return new Set(sent.filter((key) => rows.includes(key)));
}

/** A row without an envelope has nothing to deliver. */
async function withBytes(shelf: Shelf, keys: readonly string[]): Promise<readonly StoredRecord[]> {
  const found = await Promise.all(keys.map((key) => shelf.get('envelope', key)));
  return keys.flatMap((key, at) => (found[at] ? [{ table: 'envelope', key, bytes: found[at] } as const] : []));
}

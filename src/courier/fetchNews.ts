import * as v from 'valibot';
import type { Access } from '../application/ports.ts';
import type { DocumentId } from '../core/shared/ids.ts';
import { streamPath } from '../protocol/exchange/paths.ts';
import type { Inbox } from '../protocol/exchange/shapes.ts';
import { nextOfPart, partKey, readKey } from '../protocol/storedKeys.ts';
import { endOf, type Ended } from './ended.ts';
import type { CourierWorld } from './ports.ts';
import { readText } from './texts.ts';

/** Of one errand: a phone's own data, and the few minutes that a browser gives. What is more comes when the app is opened. */
const MOST_BYTES = 4_000_000;

/** What the app wrote down of how far it read a document. */
const readShape = v.object({ roster: v.string(), log: v.string() });

/**
 * What is new of documents that are on this device, circle first, laid aside as the server gave it. Nobody looks at it before a person
 * unlocks: then it passes every check that an answer of the server passes.
 */
export async function fetchNews(world: CourierWorld, access: Access): Promise<Ended> {
  const inbox = await world.server.inbox(access, { offset: '-1', wait: false });
  if (!inbox.ok) return endOf(inbox.error);
  let left = MOST_BYTES;
  for (const item of inbox.value.items) {
    const read = readText(readShape, await world.shelf.getLocal(readKey(item.doc)));
    if (!read) continue;
    for (const stream of ['roster', 'log'] as const) {
      const fetched = await fetchStream(world, access, { doc: item.doc, stream, from: read[stream], end: item[stream], most: left });
      if (fetched.ended !== 'done') return fetched.ended;
      left -= fetched.bytes;
      // A log under a circle that could not be had says nothing.
      if (fetched.isRefused) break;
    }
  }
  return 'done';
}

interface Wanted {
  readonly doc: DocumentId;
  readonly stream: 'roster' | 'log';
  /** Where the app stopped reading, and where the server's stream ends; '' when there is nothing to read. */
  readonly from: string;
  readonly end: Inbox['items'][number]['log'];
  readonly most: number;
}

interface Fetched {
  readonly ended: Ended;
  readonly bytes: number;
  readonly isRefused: boolean;
}

async function fetchStream({ shelf, server }: CourierWorld, access: Access, { doc, stream, from, end, most }: Wanted): Promise<Fetched> {
  let [bytes, offset] = [0, from];
  while (end !== '' && offset !== end && bytes < most) {
    const [laid] = await shelf.listLocal(partKey(doc, stream, offset));
    if (laid) {
      offset = nextOfPart(laid.key);
      continue;
    }
    const chunk = await server.read(access, streamPath(doc, stream), { offset, wait: false });
    if (!chunk.ok) return { ended: endOf(chunk.error), bytes, isRefused: true };
    const { next } = chunk.value;
    // Not what was told: the app finds out what happened there.
    if (next === offset || chunk.value.bytes.length === 0) break;
    await shelf.putBeside(readKey(doc), partKey(doc, stream, offset, next), chunk.value.bytes);
    bytes += chunk.value.bytes.length;
    offset = next;
    if (chunk.value.upToDate) break;
  }
  return { ended: 'done', bytes, isRefused: false };
}

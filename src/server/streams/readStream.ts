import type { ServerResponse } from 'node:http';
import type { Refusal } from '../../protocol/exchange/refusals.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { StreamRow } from '../store/port.ts';
import { answer, type Headers, NO_STORE, refuse } from './answer.ts';
import { joinMessages } from './contentType.ts';
import { nextCursor } from './cursor.ts';
import { lifetimeHeaders } from './lifetime.ts';
import { endOf, formatOffset, parseOffset } from './offset.ts';
import { sendEvents } from './sendEvents.ts';
import { findReadable, type Found, readFrom, type Reading } from './reading.ts';
import type { StreamContext, StreamRequest, Tenant } from './tenant.ts';

export async function headStream<P>(
  context: StreamContext,
  tenant: Tenant<P>,
  request: StreamRequest,
  response: ServerResponse,
): Promise<void> {
  const readable = await tenant.mayRead(request);
  if (!readable.ok) return refuse(response, readable.error);
  const stream = context.store.read((tx) => findReadable(tx, { context, request }, readable.value));
  if (!stream) return refuse(response, 'NotFound');
  answer(response, 200, {
    'Content-Type': stream.contentType,
    'Stream-Next-Offset': formatOffset(context.store.epoch, endOf(stream)),
    ...lifetimeHeaders(stream),
    ...(stream.closed ? { 'Stream-Closed': 'true' } : {}),
  });
}

/** GET in its three ways: what is there, what comes next, and everything as it comes. */
export async function readStream<P>(
  reading: Omit<Reading<P>, 'stream' | 'position' | 'cursor' | 'readable'>,
  query: URLSearchParams,
): Promise<void> {
  const { context, tenant, request, response } = reading;
  const readable = await tenant.mayRead(request);
  if (!readable.ok) return refuse(response, readable.error);
  const stream = context.store.read((tx) => findReadable(tx, reading, readable.value));
  if (!stream) return refuse(response, 'NotFound');
  const live = query.get('live');
  const position = startOf(reading, query, stream, live !== null);
  if (!position.ok) return refuse(response, position.error);
  if (live !== null && live !== 'sse' && live !== 'long-poll') return refuse(response, 'Malformed');
  await tenant.noteRead?.(request);
  if (stream.ttl !== null) await context.store.write((tx) => tx.touch(stream, context.now()));
  const full: Reading<P> = { ...reading, readable: readable.value, stream, position: position.value, cursor: query.get('cursor') };
  if (live === 'sse') return await sendEvents(full);
  if (live === 'long-poll') return await poll(full);
  sendWhatIsThere(full, readFrom(full), query.get('offset') === 'now');
}

function startOf<P>(
  { context, tenant }: Pick<Reading<P>, 'context' | 'tenant'>,
  query: URLSearchParams,
  stream: StreamRow,
  isLive: boolean,
): Result<number, Refusal> {
  const given = query.getAll('offset');
  if (given.length === 0) return isLive ? err('Malformed') : ok(0);
  const offset = given.length === 1 ? parseOffset(context.store.epoch, given[0]!) : undefined;
  if (offset === undefined) return err('Malformed');
  if (offset.type === 'unknown') return err(tenant.goneOffset);
  if (offset.type === 'now') return ok(stream.tail);
  const { position, mark } = offset.place;
  const isKnown = position <= stream.tail && context.store.read((tx) => tx.markAt(stream, position)) === mark;
  return isKnown ? ok(position) : err(tenant.goneOffset);
}

function sendWhatIsThere<P>(reading: Reading<P>, found: Found | undefined, isNow: boolean, extra: Headers = {}): void {
  const { context, request, response, position, cursor } = reading;
  if (!found) return refuse(response, 'NotFound');
  const { stream } = found;
  const next = formatOffset(context.store.epoch, { position: found.next, mark: found.mark });
  const etag = `"${stream.id}:${position}:${next}${stream.closed ? ':closed' : ''}"`;
  const headers: Headers = {
    ...NO_STORE,
    'Content-Type': stream.contentType,
    'Stream-Next-Offset': next,
    'Stream-Cursor': nextCursor(context.now(), cursor),
    ...(found.upToDate ? { 'Stream-Up-To-Date': 'true' } : {}),
    ...(found.upToDate && stream.closed ? { 'Stream-Closed': 'true' } : {}),
    ...(isNow ? {} : { ETag: etag }),
    ...extra,
  };
  if (!isNow && request.headers['if-none-match'] === etag) return answer(response, 304, headers);
  response.writeHead(200, headers).end(joinMessages(stream.contentType, found.messages));
}

/** Waits until there is something, the time is over, or the stream ends. */
async function poll<P>(reading: Reading<P>): Promise<void> {
  const { context, tenant, request, response, waiters, cursor } = reading;
  await waiters.until(request.path, context.pollMilliseconds, response, () => {
    const now = readFrom(reading);
    return !now || now.messages.length > 0 || now.stream.closed ? { value: now } : undefined;
  });
  if (response.destroyed) return;
  // Who was taken out of the circle while waiting gets no more than they still may.
  const readable = await tenant.mayRead(request);
  if (!readable.ok) return refuse(response, readable.error);
  await tenant.noteRead?.(request);
  const last = readFrom({ ...reading, readable: readable.value });
  if (!last) return refuse(response, 'NotFound');
  if (last.messages.length > 0) return sendWhatIsThere(reading, last, false);
  answer(response, 204, {
    'Stream-Next-Offset': formatOffset(context.store.epoch, endOf(last.stream)),
    'Stream-Up-To-Date': 'true',
    'Stream-Cursor': nextCursor(context.now(), cursor),
    ...(last.stream.closed ? { 'Stream-Closed': 'true' } : {}),
  });
}

import type { ServerResponse } from 'node:http';
import { isText, joinMessages } from './contentType.ts';
import { nextCursor } from './cursor.ts';
import { formatOffset } from './offset.ts';
import { type Found, readFrom, type Reading } from './reading.ts';

/** Everything from a position on, as server-sent events; after about a minute the client comes back with its last offset. */
export async function sendEvents<P>(reading: Reading<P>): Promise<void> {
  const { context, request, response, stream, waiters } = reading;
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-store',
    ...(isText(stream.contentType) ? {} : { 'Stream-SSE-Data-Encoding': 'base64' }),
  });
  response.flushHeaders();
  const end = context.now() + context.eventMilliseconds;
  let [position, cursor, isFirst] = [reading.position, reading.cursor, true];
  while (!response.destroyed) {
    const at = position;
    const isNews = (found: Found | undefined) => isFirst || !found || found.messages.length > 0 || found.stream.closed;
    const heard = await waiters.until(request.path, Math.max(0, end - context.now()), response, () => {
      const found = readFrom({ ...reading, position: at });
      return isNews(found) ? { value: found } : undefined;
    });
    const readable = await reading.tenant.mayRead(request);
    if (!heard?.value || !readable.ok) break;
    await reading.tenant.noteRead?.(request);
    const found = readFrom({ ...reading, position: at, readable: readable.value });
    if (!found) break;
    cursor = nextCursor(context.now(), cursor);
    const isLast = found.upToDate && found.stream.closed;
    const next = formatOffset(context.store.epoch, { position: found.next, mark: found.mark });
    const isTaken = response.write(toEvents(found, { next, cursor }));
    if (isLast) break;
    // Whoever reads slowly waits for themselves: no more than one part of the stream is in memory for them.
    if (!isTaken && !(await isDrained(response, end - context.now()))) return void response.destroy();
    position = found.next;
    isFirst = false;
  }
  response.end();
}

/** False when the time is over or the reader left. */
const isDrained = (response: ServerResponse, milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (drained: boolean) => {
      clearTimeout(timer);
      response.off('drain', onDrain);
      response.off('close', onClose);
      resolve(drained);
    };
    const onDrain = () => end(true);
    const onClose = () => end(false);
    const timer = setTimeout(onClose, Math.max(0, milliseconds));
    response.once('drain', onDrain);
    response.once('close', onClose);
  });

function toEvents({ messages, stream, upToDate }: Found, { next, cursor }: { readonly next: string; readonly cursor: string }): string {
  const isClosed = upToDate && stream.closed;
  const control = {
    streamNextOffset: next,
    ...(isClosed ? { streamClosed: true } : { streamCursor: cursor }),
    ...(upToDate ? { upToDate: true } : {}),
  };
  return (messages.length === 0 ? '' : toEvent('data', dataOf(stream.contentType, messages))) + toEvent('control', JSON.stringify(control));
}

const dataOf = (contentType: string, messages: readonly Uint8Array[]): string =>
  joinMessages(contentType, messages).toString(isText(contentType) ? 'utf8' : 'base64');

/** Every line of its own: content can never begin an event. */
const toEvent = (name: string, data: string): string =>
  `event: ${name}\n${data
    .split(/\r\n|\r|\n/)
    .map((line) => `data:${line}\n`)
    .join('')}\n`;

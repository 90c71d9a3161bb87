import * as v from 'valibot';
import type { Clock, Database, ServerPort } from '../application/ports.ts';
import { COURIER_KEY } from '../protocol/storedKeys.ts';

/*
 * The courier delivers what waits while the app is locked or closed, woken by the browser. It has no key: it sees sealed bytes, the
 * names they stand under, and a token that reads and delivers in this device's name and does nothing else. It never touches what the
 * app relies on: the outbox stays as it is, and the app offers everything once more when it is opened. The server stores it once.
 */

/** What the courier sees of this device. */
export type Shelf = Pick<Database, 'list' | 'get' | 'getLocal' | 'putLocal' | 'removeLocal'>;

export interface CourierWorld {
  readonly shelf: Shelf;
  readonly server: Pick<ServerPort, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** What it shows to the server, as the app left it there. */
export interface CourierAccess {
  readonly token: string;
}

export async function readAccess(shelf: Pick<Shelf, 'getLocal'>): Promise<CourierAccess | undefined> {
  const parsed = v.safeParse(accessShape, parseText(await shelf.getLocal(COURIER_KEY)));
  return parsed.success ? parsed.output : undefined;
}

const accessShape = v.object({ token: v.string() });

/** JSON of somebody else's making, or nothing. */
export function parseText(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

export const toText = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(JSON.stringify(value)));

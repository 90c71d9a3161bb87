import type { Clock, Database, ServerPort } from '../application/ports.ts';

/*
 * The courier delivers what waits and fetches what came while the app is locked or closed, woken by the browser. It has no key: it sees
 * sealed bytes, the names they stand under, and a token that reads and delivers in this device's name and does nothing else. What the
 * app relies on it never touches: the outbox stays as it is, and the app offers everything once more, which the server stores once.
 */

/** What the courier sees of this device. */
export interface Shelf extends Pick<Database, 'list' | 'get' | 'getLocal' | 'listLocal' | 'putLocal' | 'removeLocal'> {
  /** Puts a local copy only while another is there, in one go: what left this device does not come back by half. */
  readonly putBeside: (other: string, key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

export interface CourierWorld {
  readonly shelf: Shelf;
  readonly server: Pick<ServerPort, 'append' | 'inbox' | 'read'>;
  readonly clock: Pick<Clock, 'now'>;
}

import * as v from 'valibot';
import type { Access } from '../application/ports.ts';
import { COURIER_ACCESS } from '../protocol/storedKeys.ts';
import { deliverWaiting } from './deliverWaiting.ts';
import { fetchNews } from './fetchNews.ts';
import type { CourierWorld, Shelf } from './ports.ts';
import { readText } from './texts.ts';

/** One errand, as often as the browser wakes the courier: own changes before news. False: it has to come back later. */
export async function runErrand(world: CourierWorld): Promise<boolean> {
  const access = await readAccess(world.shelf);
  // A shared laptop, a device that belongs to no server, or one that was signed out: the app does it all itself.
  if (!access) return true;
  const delivered = await deliverWaiting(world, access);
  const ended = delivered === 'done' ? await fetchNews(world, access) : delivered;
  if (ended === 'noAccess') await world.shelf.removeLocal(COURIER_ACCESS);
  return ended !== 'again';
}

/** What the app left for the courier to show to the server. */
export async function readAccess(shelf: Pick<Shelf, 'getLocal'>): Promise<Access | undefined> {
  const access = readText(v.object({ token: v.string() }), await shelf.getLocal(COURIER_ACCESS));
  return access && { type: 'session', token: access.token };
}

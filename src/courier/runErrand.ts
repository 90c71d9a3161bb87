import { COURIER_KEY } from '../protocol/storedKeys.ts';
import { deliverWaiting } from './deliverWaiting.ts';
import { readAccess, type CourierWorld } from './shelf.ts';

/** One errand, as often as the browser wakes the courier. False: it has to come back later. */
export async function runErrand(world: CourierWorld): Promise<boolean> {
  const access = await readAccess(world.shelf);
  // A shared laptop, a device that belongs to no server, or one that was signed out: the app does it all itself.
  if (!access) return true;
  const ended = await deliverWaiting(world, { type: 'session', token: access.token });
  if (ended === 'noAccess') await world.shelf.removeLocal(COURIER_KEY);
  return ended !== 'again';
}

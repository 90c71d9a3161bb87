import { err, ok, type Result } from '../../core/shared/result.ts';
import { readKeyring } from '../../crypto/verification/keyring.ts';
import { changesIn, documentOfRow } from '../../protocol/storedKeys.ts';
import type { SignOutError } from '../application.ts';
import { loadExchange } from '../exchange/loadExchange.ts';
import type { DeviceContext, Session } from './deviceContext.ts';
import { handOverFields } from './lock.ts';

/**
 * Takes everything off a shared device. Not before it is elsewhere: what waits is delivered first, and the person must have another
 * device or the code on paper to come back with. The writer tab looks once more before it wipes, so that no other tab saves in between.
 */
export async function signOut(context: DeviceContext, how: 'exported' | null): Promise<Result<void, SignOutError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  await handOverFields(context);
  await Promise.allSettled(session.busy);
  const held = how === 'exported' ? null : await findHeld(context, session);
  if (held) return err(held);
  await context.link.ask({ type: 'wipe', signOut: how ?? 'delivered' });
  return context.session === null ? ok(undefined) : err({ type: 'StillWaiting', waiting: await countWaiting(context) });
}

/** Why this device must keep what it has; null: everything is elsewhere. */
async function findHeld(context: DeviceContext, session: Session): Promise<SignOutError | null> {
  // Nobody ever wrote here.
  if (session.documents.size === 0 && !session.settings.connected) return null;
  const { waitDelivered, deliverKeyring } = await loadExchange();
  const { database } = context.ports;
  const docs = (await database.list('outbox', '')).map(({ key }) => documentOfRow(key));
  await waitDelivered(context, [...new Set(docs)]);
  const waiting = await countWaiting(context);
  // Also while only the access log waits: who looked at a case must reach the others.
  if (waiting > 0 || (await database.countOf('outbox', '')) > 0) return { type: 'StillWaiting', waiting };
  // A code on paper is of use only once the server knows it.
  if (!(await deliverKeyring(context))) return { type: 'StillWaiting', waiting: 0 };
  return (await hasOtherDevice(context, session)) ? null : { type: 'OnlyHolder' };
}

/** Read anew: the code on paper may have been made a moment ago, in another tab. */
async function hasOtherDevice({ ports }: DeviceContext, { member, keys }: Session): Promise<boolean> {
  const keyring = await readKeyring((await ports.database.list('keyring', `${member}/`)).map(({ bytes }) => bytes));
  return keyring.ok && [...keyring.value.devices.values()].some(({ id, revoked }) => id !== keys.id && !revoked);
}

/** Changes of people. What the disk does not have yet is in the outbox only later. */
async function countWaiting({ ports, saving }: DeviceContext): Promise<number> {
  const state = saving.get();
  const rows = await ports.database.list('outbox', '');
  return (state.type === 'failed' ? state.waiting : 0) + changesIn(rows).length;
}

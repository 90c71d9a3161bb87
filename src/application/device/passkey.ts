import { err, ok, type Result } from '../../core/shared/result.ts';
import { openLockbox, sealLockbox } from '../../crypto/lockbox.ts';
import type { PasskeyError } from '../application.ts';
import type { Passkeys } from '../ports.ts';
import { changeStorage, storeRecords, type DeviceContext } from './deviceContext.ts';
import { noPasskeyRecord, passkeyRecord, readPasskey } from './passkeyRecord.ts';
import { requireSession } from './recoveryCode.ts';
import { findPasskey } from './storageFacts.ts';
import { enterVault } from './unlock.ts';
import { forgetWrongTries } from './wrongTries.ts';

const SALT_LENGTH = 32;

/** One more lockbox around the same vault, for what the device itself derives. The passphrase's lockbox stays as it is. */
export async function addPasskey(context: DeviceContext, label: string): Promise<Result<void, PasskeyError>> {
  const { vault } = requireSession(context);
  const { database, random } = context.ports;
  const passkeys = requirePasskeys(context);
  const former = await readPasskey(database);
  const salt = random.bytes(SALT_LENGTH);
  const made = await passkeys.make(label, salt);
  if (!made.ok) return made;
  const { id, output } = made.value;
  const lockbox = await sealLockbox(vault.secret, 'passkey', output, random.bytes);
  const stored = await storeRecords(context, [passkeyRecord({ id, salt, lockbox })]);
  if (!stored.ok) await passkeys.forget(id);
  else if (former) await forgetLockbox(context, former.id);
  await showPasskey(context);
  return stored;
}

/** Its lockbox leaves the journal too: what the device may still keep of it opens nothing any more. */
export async function removePasskey(context: DeviceContext): Promise<Result<void, PasskeyError>> {
  const former = await readPasskey(context.ports.database);
  const stored = await storeRecords(context, [noPasskeyRecord]);
  if (stored.ok && former) await forgetLockbox(context, former.id);
  await showPasskey(context);
  return stored;
}

/** Unlocks every tab. No waiting after a wrong try: the device itself counts those. */
export async function unlockWithPasskey(context: DeviceContext): Promise<Result<void, PasskeyError>> {
  const record = await readPasskey(context.ports.database);
  const asked = record ? await requirePasskeys(context).ask(record.id, record.salt) : err({ type: 'WrongPasskey' });
  if (!asked.ok) return asked;
  const secret = record && (await openLockbox(record.lockbox, 'passkey', asked.value));
  if (!secret?.ok) return err({ type: 'WrongPasskey' });
  await forgetWrongTries(context.ports);
  // While the person showed who they are, another tab may have let them in.
  if (!context.session) await enterVault(context, secret.value);
  context.link.tell({ type: 'unlocked', way: 'passkey', unlockKey: asked.value });
  return ok(undefined);
}

async function forgetLockbox(context: DeviceContext, id: Uint8Array<ArrayBuffer>): Promise<void> {
  await context.link.ask({ type: 'compact' });
  await requirePasskeys(context).forget(id);
}

/** Here and in the other tabs. */
async function showPasskey(context: DeviceContext): Promise<void> {
  changeStorage(context, { passkey: await findPasskey(context) });
  context.link.tell({ type: 'device' });
}

function requirePasskeys({ ports }: DeviceContext): Passkeys {
  if (!ports.passkeys) throw new Error('only where the device was said to have them');
  return ports.passkeys;
}

import { err, ok, type Result } from '../../core/shared/result.ts';
import { openLockbox, type UnlockWay } from '../../crypto/lockbox.ts';
import type { VaultSecret } from '../../crypto/vault.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { UnlockError } from '../application.ts';
import type { Database } from '../ports.ts';
import { loadCaseload } from '../cases/caseload.ts';
import { loadCaseWork } from '../cases/loadCaseWork.ts';
import { startExchange } from '../exchange/startExchange.ts';
import { startAutoLock } from './autoLock.ts';
import { changeStorage, type DeviceContext } from './deviceContext.ts';
import type { DeviceRecord } from './deviceRecord.ts';
import { readPasskey } from './passkeyRecord.ts';
import { showSecret } from './pinRecord.ts';
import { openSession, readDeviceRecord } from './session.ts';
import { showUnlocked } from './showUnlocked.ts';
import { showStorageFacts } from './storageFacts.ts';
import { forgetWrongTries, noteTry, waitUntil } from './wrongTries.ts';

/** Unlocks every tab of this device with the passphrase. A wrong one is counted before it is tried, so that closing the tab does not help. */
export async function unlock(context: DeviceContext, passphrase: string): Promise<Result<void, UnlockError>> {
  const { ports, link } = context;
  const record = await requireDeviceRecord(context);
  const notBefore = await waitUntil(ports);
  if (notBefore !== null) return err({ type: 'TooSoon', notBefore });
  const nextTry = await noteTry(ports);
  const unlockKey = await deriveUnlockKey(context, record, passphrase);
  const secret = await openLockbox(record.passphraseLockbox, 'passphrase', unlockKey);
  if (!secret.ok) {
    showWrong(context, nextTry);
    return err({ type: 'WrongPassphrase', notBefore: nextTry });
  }
  await forgetWrongTries(ports);
  await enterVault(context, secret.value);
  link.tell({ type: 'unlocked', way: 'passphrase', unlockKey });
  return ok(undefined);
}

function showWrong({ device }: DeviceContext, notBefore: number | null): void {
  const state = device.get();
  if (state.type === 'locked') device.set({ ...state, notBefore });
}

/** The slow step, timed: the screen "Dit apparaat" tells how long unlocking takes. */
export async function deriveUnlockKey(context: DeviceContext, { kdf }: Pick<DeviceRecord, 'kdf'>, passphrase: string): Promise<Bytes> {
  const { clock, keyDerivation } = context.ports;
  loadCaseWork().catch(() => undefined);
  const before = clock.now();
  const unlockKey = await keyDerivation.derive(passphrase.normalize('NFC'), kdf);
  changeStorage(context, { unlockMilliseconds: clock.now() - before });
  return unlockKey;
}

export async function requireDeviceRecord({ ports }: DeviceContext): Promise<DeviceRecord> {
  const record = await readDeviceRecord(ports.database);
  if (typeof record === 'string') throw new Error('nothing to unlock on this device');
  return record;
}

/** Another tab unlocked and handed over its key. A key that does not fit here opens nothing. */
export async function enterSession(context: DeviceContext, way: UnlockWay, unlockKey: Bytes): Promise<void> {
  const lockbox = await readLockbox(context.ports.database, way);
  const secret = lockbox && (await openLockbox(lockbox, way, unlockKey));
  if (secret?.ok && !context.session) await enterVault(context, secret.value);
}

async function readLockbox(database: Database, way: UnlockWay): Promise<Bytes | undefined> {
  if (way === 'passkey') return (await readPasskey(database))?.lockbox;
  const record = await readDeviceRecord(database);
  return typeof record === 'string' ? undefined : record.passphraseLockbox;
}

/** From locked to unlocked: keys in memory, caseload on its way, the clock of the auto-lock running. */
export async function enterVault(context: DeviceContext, secret: VaultSecret): Promise<void> {
  const session = await openSession(context.ports, secret);
  context.session = session;
  showUnlocked(context, session);
  startAutoLock(context);
  await showSecret(context);
  await showStorageFacts(context);
  await loadCaseload(context, session);
  // Not waited for: a person does not need the server to begin.
  startExchange(context).catch(() => undefined);
}

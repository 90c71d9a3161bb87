import type { CivilDate } from '../../core/shared/civilDate.ts';
import { daysBetween } from '../../core/shared/civilDate.ts';
import type { StorageState } from '../application.ts';
import { PASSKEY_KEY } from './deviceRecord.ts';
import { changeStorage, type DeviceContext } from './deviceContext.ts';
import { readRestartTest } from './restartTest.ts';

/** A copy of everything that is older than this is not much of a copy. */
const BACKUP_EVERY_DAYS = 14;

/** What the browser says of its storage; asked at start, after unlocking, and when the person asked for something. */
export async function readStorageFacts(context: DeviceContext): Promise<void> {
  const { storageInfo, journal } = context.ports;
  const [persisted, estimate, restartTest, passkey] = await Promise.all([
    storageInfo.persisted(),
    storageInfo.estimate(),
    readRestartTest(context),
    findPasskey(context),
  ]);
  changeStorage(context, {
    persisted: persisted === null ? 'unknown' : persisted ? 'granted' : 'denied',
    usedBytes: estimate?.usedBytes ?? null,
    availableBytes: estimate?.availableBytes ?? null,
    journalBytes: context.durable && journal && context.storage.get().journal === 'open' ? journal.markAfter([]).bytes : null,
    restartTest,
    passkey,
  });
}

/** Whether there is one, or could be. */
export async function findPasskey({ ports, session }: DeviceContext): Promise<StorageState['passkey']> {
  // Whoever else unlocks a shared device would open this with the same finger or PIN.
  if (session?.settings.shared || !(await ports.passkeys?.isOffered())) return 'unsupported';
  return (await ports.database.get('device', PASSKEY_KEY)) ? 'made' : 'none';
}

/** The same, with what only the settings know. */
export async function showStorageFacts(context: DeviceContext): Promise<void> {
  showSettings(context);
  await readStorageFacts(context);
}

/** Backup, recovery code and auto-lock, as the settings are now. */
export function showSettings(context: DeviceContext): void {
  const { session, ports } = context;
  if (!session) return;
  const { settings, documents } = session;
  const lastBackup = settings.lastBackup as CivilDate | null;
  const isOld = lastBackup === null || daysBetween(lastBackup, ports.clock.today() as CivilDate) >= BACKUP_EVERY_DAYS;
  changeStorage(context, {
    lastBackup,
    // Those open with words only.
    backupDue: documents.size > 0 && isOld && !context.trial && context.storage.get().secret !== 'pin',
    recoveryCode: settings.recoveryCode,
    autoLockMinutes: settings.autoLockMinutes,
    shared: settings.shared,
  });
}

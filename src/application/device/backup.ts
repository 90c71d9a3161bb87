import { err, ok, type Result } from '../../core/shared/result.ts';
import { openBackup, sealBackup, type BackupFileError } from '../../crypto/backup.ts';
import { readBackupHeader, type BackupHeader } from '../../crypto/backupHeader.ts';
import { freshIncarnation } from '../../crypto/ids.ts';
import { openLockbox, openPaperLockbox, sealLockbox } from '../../crypto/lockbox.ts';
import { importVault, openRecord, type VaultSecret } from '../../crypto/vault.ts';
import { noteAccess } from '../accessLog/noteAccess.ts';
import type { Application, BackupError } from '../application.ts';
import type { RecordTable, StoredRecord } from '../ports.ts';
import { allRecords } from '../storage/heal.ts';
import { DESTROYED } from '../destruction/destroyedRecord.ts';
import { STATEMENTS } from '../destruction/statements.ts';
import { storeRecords, type DeviceContext } from './deviceContext.ts';
import { decodeDeviceRecord, decodeSettings, DEVICE_KEY, deviceRecord, SETTINGS_KEY } from './deviceRecord.ts';
import { readPaper, requireSession } from './recoveryCode.ts';
import { changeSettings, incarnationRecord, settingsRecord } from './session.ts';
import { showSettings } from './storageFacts.ts';
import { hasPin } from './pinRecord.ts';
import { deriveUnlockKey, enterVault, requireDeviceRecord } from './unlock.ts';

type Secret = Parameters<Application['restoreBackup']>[1];
const TABLES = ['device', 'document', 'roster', 'keyring', 'envelope', 'outbox'] as const satisfies readonly RecordTable[];
/** Of the table `device`, what belongs to the person and not to this database. */
const KEPT_DEVICE_KEYS: readonly string[] = [DEVICE_KEY, SETTINGS_KEY];
/** What states and proves that cases were destroyed is nowhere else. */
const KEPT_DEVICE_PREFIXES: readonly string[] = [STATEMENTS, DESTROYED];
const isAboutDestroyed = ({ table, key }: StoredRecord): boolean =>
  table === 'device' && KEPT_DEVICE_PREFIXES.some((prefix) => key.startsWith(prefix));

/** One encrypted file of everything here. It opens with the passphrase and the recovery code of this moment. */
export async function makeBackup(context: DeviceContext): ReturnType<Application['makeBackup']> {
  const session = requireSession(context);
  const { database, clock, random } = context.ports;
  // A file is copied and tried without anybody noticing.
  if (await hasPin(database)) return err({ type: 'PinTooWeak' });
  // Before, so that the file itself says that it was made.
  await noteAccess(context, [...session.documents.keys()], 'exported');
  const { kdf, passphraseLockbox, paper } = await requireDeviceRecord(context);
  const records = (await allRecords(database)).filter(
    (record) => record.table !== 'device' || KEPT_DEVICE_KEYS.includes(record.key) || isAboutDestroyed(record),
  );
  const opening = { kdf, lockboxes: { passphrase: passphraseLockbox, paper: paper?.lockbox ?? null } };
  const parts = await sealBackup(opening, records, session.vault.secret, random.bytes);
  const today = clock.today();
  const noted = await changeSettings(context, session, { lastBackup: today });
  if (!noted.ok) return noted;
  showSettings(context);
  return ok({ file: new Blob([...parts], { type: 'application/octet-stream' }), fileName: `knooppunt-${today}.reservekopie` });
}

/** Everything from the file on this empty device, all or nothing; then unlocked. Later changes here make a chain of their own. */
export async function restoreBackup(context: DeviceContext, file: Blob, secret: Secret): Promise<Result<void, BackupError>> {
  if (context.device.get().type !== 'new') return err({ type: 'DeviceNotEmpty' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readBackupHeader(bytes);
  if (!read.ok) return err(toError(read.error));
  const opened = await openHeader(context, read.value.header, secret);
  if (!opened) return err({ type: 'WrongSecret' });
  const records = await openBackup(bytes, opened.secret, TABLES);
  if (!records.ok) return err(toError(records.error));
  const adjusted = await adjustDevice(context, records.value, opened);
  if (!adjusted) return err({ type: 'BackupDamaged' });
  const stored = await storeRecords(context, adjusted);
  if (!stored.ok) return stored;
  await enterVault(context, opened.secret);
  context.link.tell({ type: 'unlocked', way: 'passphrase', unlockKey: opened.unlockKey });
  return ok(undefined);
}

interface Opened {
  readonly secret: VaultSecret;
  readonly unlockKey: Uint8Array<ArrayBuffer>;
  readonly kdf: BackupHeader['kdf'];
  readonly passphraseLockbox: Uint8Array<ArrayBuffer>;
}

/** The vault's secret from the file, with the lockbox that this device will have. */
async function openHeader(context: DeviceContext, { kdf, lockboxes }: BackupHeader, given: Secret): Promise<Opened | undefined> {
  if ('passphrase' in given) {
    const unlockKey = await deriveUnlockKey(context, { kdf }, given.passphrase);
    const secret = await openLockbox(lockboxes.passphrase, 'passphrase', unlockKey);
    return secret.ok ? { secret: secret.value, unlockKey, kdf, passphraseLockbox: lockboxes.passphrase } : undefined;
  }
  const { keyDerivation, random } = context.ports;
  const paper = await readPaper(given.recoveryCode);
  const secret = paper && lockboxes.paper ? await openPaperLockbox(lockboxes.paper, paper) : undefined;
  if (!secret?.ok) return undefined;
  const newKdf = await keyDerivation.calibrate(random.bytes(kdf.salt.length));
  const unlockKey = await deriveUnlockKey(context, { kdf: newKdf }, given.newPassphrase);
  return {
    secret: secret.value,
    unlockKey,
    kdf: newKdf,
    passphraseLockbox: await sealLockbox(secret.value, 'passphrase', unlockKey, random.bytes),
  };
}

/**
 * The records with this device's lockbox, the file noted as the last backup, and a new incarnation: the device that made the
 * file may go on, and one number given out twice would break the chain (SPEC rule 2).
 */
async function adjustDevice(
  { ports }: DeviceContext,
  records: readonly StoredRecord[],
  { secret, kdf, passphraseLockbox }: Opened,
): Promise<readonly StoredRecord[] | undefined> {
  const find = (key: string) => records.find((record) => record.table === 'device' && record.key === key)?.bytes ?? new Uint8Array();
  const device = decodeDeviceRecord(find(DEVICE_KEY));
  const vault = await importVault(secret);
  const opened = await openRecord(vault, 'settings', SETTINGS_KEY, find(SETTINGS_KEY));
  const settings = opened.ok ? decodeSettings(opened.value) : undefined;
  if (typeof device === 'string' || !settings) return undefined;
  return [
    ...records.filter((record) => record.table !== 'device' || isAboutDestroyed(record)),
    deviceRecord({ ...device, kdf, passphraseLockbox }),
    await settingsRecord(vault, { ...settings, lastBackup: ports.clock.today() }, ports),
    incarnationRecord(freshIncarnation(ports.random.bytes)),
  ];
}

const toError = ({ type }: BackupFileError): BackupError => {
  const errors = {
    NotABackup: { type: 'NotABackup' },
    NewerVersion: { type: 'NewerBackup' },
    Truncated: { type: 'BackupDamaged' },
    Damaged: { type: 'BackupDamaged' },
    WrongSecret: { type: 'WrongSecret' },
  } as const satisfies Record<BackupFileError['type'], BackupError>;
  return errors[type];
};

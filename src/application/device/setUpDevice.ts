import { freshIncarnation, freshMemberId, type RandomBytes } from '../../crypto/ids.ts';
import { createKeyring } from '../../crypto/keyringEntries.ts';
import { freshDeviceSecret, freshMemberSecret, importDeviceKeys } from '../../crypto/keys.ts';
import { sealLockbox } from '../../crypto/lockbox.ts';
import { freshVaultSecret, importVault, sealRecord } from '../../crypto/vault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import type { Application, UnlockError } from '../application.ts';
import type { StoredRecord } from '../ports.ts';
import { storeRecords, type DeviceContext } from './deviceContext.ts';
import { deviceRecord } from './deviceRecord.ts';
import { incarnationRecord, settingsRecord } from './session.ts';
import { deriveUnlockKey, enterVault } from './unlock.ts';

const DEFAULT_AUTO_LOCK = 10;
const SALT_LENGTH = 16;

export const keyringKey = (member: MemberId, n: number): string => `${member}/${String(n).padStart(6, '0')}`;

/** First use: a person, a device, a vault around both, stored together; then unlocked. */
export async function setUpDevice(
  context: DeviceContext,
  input: Parameters<Application['setUpDevice']>[0],
): Promise<Result<void, UnlockError>> {
  const { ports, link } = context;
  const random: RandomBytes = ports.random.bytes;
  const kdf = await ports.keyDerivation.calibrate(random(SALT_LENGTH));
  const unlockKey = await deriveUnlockKey(context, { kdf }, input.passphrase);

  const secret = freshVaultSecret(random);
  const vault = await importVault(secret);
  const deviceSecret = freshDeviceSecret(random);
  const keys = await importDeviceKeys(deviceSecret);
  const member = freshMemberId(random);
  const keyring = await createKeyring(member, keys, freshMemberSecret(random), random);
  const { name, discipline, organisation } = input;
  const settings = {
    name,
    discipline,
    organisation,
    support: '',
    autoLockMinutes: DEFAULT_AUTO_LOCK,
    lastBackup: null,
    recoveryCode: 'none',
    connected: false,
  } as const;

  const records: readonly StoredRecord[] = [
    deviceRecord({
      device: keys.id,
      member,
      kdf,
      passphraseLockbox: await sealLockbox(secret, 'passphrase', unlockKey, random),
      paper: null,
      sealedDeviceSecret: await sealRecord(vault, 'device keys', member, deviceSecret, random),
    }),
    await settingsRecord(vault, settings, ports),
    incarnationRecord(freshIncarnation(random)),
    { table: 'keyring', key: keyringKey(member, 0), bytes: keyring.bytes },
  ];
  const stored = await storeRecords(context, records);
  if (!stored.ok) return stored;
  await enterVault(context, secret);
  link.tell({ type: 'unlocked', unlockKey });
  return ok(undefined);
}

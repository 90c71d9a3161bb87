import { freshIncarnation, freshMemberId, type RandomBytes } from '../../crypto/ids.ts';
import { createKeyring } from '../../crypto/keyringEntries.ts';
import { freshDeviceSecret, freshMemberSecret, importDeviceKeys } from '../../crypto/keys.ts';
import { sealLockbox, sealPaperLockbox } from '../../crypto/lockbox.ts';
import { freshVaultSecret, importVault, sealRecord } from '../../crypto/vault.ts';
import type { AgreementPublicKey } from '../../crypto/verification/keyring.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import type { Application, UnlockError } from '../application.ts';
import type { StoredRecord } from '../ports.ts';
import { storeRecords, type DeviceContext } from './deviceContext.ts';
import { DEFAULT_AUTO_LOCK, deviceRecord, type Settings } from './deviceRecord.ts';
import { pinRecord } from './pinRecord.ts';
import { incarnationRecord, settingsRecord } from './session.ts';
import { keyringKey } from '../documents/keyringKey.ts';
import { deriveUnlockKey, enterVault } from './unlock.ts';

const SALT_LENGTH = 16;

/** First use: a person, a device, a vault around both, stored together; then unlocked. */
export async function setUpDevice(
  context: DeviceContext,
  input: Parameters<Application['setUpDevice']>[0],
): Promise<Result<void, UnlockError>> {
  const random: RandomBytes = context.ports.random.bytes;
  const deviceSecret = freshDeviceSecret(random);
  const keys = await importDeviceKeys(deviceSecret);
  const member = freshMemberId(random);
  const keyring = await createKeyring(member, keys, freshMemberSecret(random), random);
  const { name, discipline, organisation, passphrase, isPin = false, shared = false } = input;
  const person = { name, discipline, organisation, connected: false, shared };
  return await beginVault(context, { passphrase, isPin, member, deviceSecret, keyring: [keyring.bytes], person, paper: null });
}

export interface NewVault {
  readonly passphrase: string;
  readonly isPin?: boolean;
  readonly member: MemberId;
  readonly deviceSecret: Uint8Array<ArrayBuffer>;
  /** All entries of the member's keyring; this device is in it. */
  readonly keyring: readonly Uint8Array<ArrayBuffer>[];
  readonly person: Pick<Settings, 'name' | 'discipline' | 'organisation' | 'connected' | 'shared'>;
  /** The public key of a recovery code that opens this vault too. */
  readonly paper: AgreementPublicKey | null;
}

/** A vault on an empty device, with what belongs in it, stored together; then unlocked. */
export async function beginVault(context: DeviceContext, vault: NewVault): Promise<Result<void, UnlockError>> {
  const { ports, link } = context;
  const random: RandomBytes = ports.random.bytes;
  const { member, deviceSecret, person } = vault;
  const kdf = await ports.keyDerivation.calibrate(random(SALT_LENGTH));
  const unlockKey = await deriveUnlockKey(context, { kdf }, vault.passphrase);
  const secret = freshVaultSecret(random);
  const opened = await importVault(secret);
  const device = (await importDeviceKeys(deviceSecret)).id;
  const paper = vault.paper === null ? null : { lockbox: await sealPaperLockbox(secret, vault.paper, random), publicKey: vault.paper };
  const recoveryCode = paper ? ('verified' as const) : ('none' as const);
  const settings = {
    ...person,
    support: '',
    autoLockMinutes: DEFAULT_AUTO_LOCK[person.shared ? 'shared' : 'own'],
    lastBackup: null,
    recoveryCode,
  };
  const records: readonly StoredRecord[] = [
    deviceRecord({
      device,
      member,
      kdf,
      paper,
      passphraseLockbox: await sealLockbox(secret, 'passphrase', unlockKey, random),
      sealedDeviceSecret: await sealRecord(opened, 'device keys', member, deviceSecret, random),
    }),
    await settingsRecord(opened, settings, ports),
    incarnationRecord(freshIncarnation(random)),
    ...(vault.isPin ? [pinRecord(true)] : []),
    ...vault.keyring.map((bytes, n): StoredRecord => ({ table: 'keyring', key: keyringKey(member, n), bytes })),
  ];
  const stored = await storeRecords(context, records);
  if (!stored.ok) return stored;
  await enterVault(context, secret);
  link.tell({ type: 'unlocked', way: 'passphrase', unlockKey });
  return ok(undefined);
}

import { err, ok, type Result } from '../../core/shared/result.ts';
import { addDevice } from '../../crypto/keyringEntries.ts';
import { openMemberSecrets } from '../../crypto/memberSecrets.ts';
import { readKeyring } from '../../crypto/verification/keyring.ts';
import { openPaperLockbox, sealLockbox, sealPaperLockbox } from '../../crypto/lockbox.ts';
import {
  formatRecoveryCode,
  freshRecoveryCode,
  importPaperDevice,
  parseRecoveryCode,
  type PaperDevice,
} from '../../crypto/recoveryCode.ts';
import type { UnlockError } from '../application.ts';
import type { StoredRecord } from '../ports.ts';
import { storeRecords, type DeviceContext, type Session } from './deviceContext.ts';
import { deviceRecord } from './deviceRecord.ts';
import { pinRecord } from './pinRecord.ts';
import { changeSettings, settingsRecord } from './session.ts';
import { keyringKey } from '../documents/keyringKey.ts';
import { loadExchange } from '../exchange/loadExchange.ts';
import { showSettings } from './storageFacts.ts';
import { deriveUnlockKey, enterVault, requireDeviceRecord } from './unlock.ts';

/** A new code, to be written down: shown once. An older code of this device opens nothing here any more. */
export async function makeRecoveryCode(context: DeviceContext): Promise<Result<string, UnlockError>> {
  const session = requireSession(context);
  const { random } = context.ports;
  const code = freshRecoveryCode(random.bytes);
  const paper = await importPaperDevice(code);
  const record = await requireDeviceRecord(context);
  const lockbox = await sealPaperLockbox(session.vault.secret, paper.agreement.publicKey, random.bytes);
  const settings = { ...session.settings, recoveryCode: 'made' } as const;
  const stored = await storeRecords(context, [
    deviceRecord({ ...record, paper: { lockbox, publicKey: paper.agreement.publicKey } }),
    await settingsRecord(session.vault, settings, context.ports),
    await paperEntry(context, session, paper),
  ]);
  if (!stored.ok) return stored;
  session.settings = settings;
  showSettings(context);
  context.link.tell({ type: 'device' });
  // On paper it is of use only once the server knows it.
  if (settings.connected) void loadExchange().then(({ deliverKeyring }) => deliverKeyring(context));
  return ok(formatRecoveryCode(code));
}

/** The paper becomes a device of this person. The keyring is read anew, because another tab may have added to it. */
async function paperEntry({ ports }: DeviceContext, { member, keys }: Session, paper: PaperDevice): Promise<StoredRecord> {
  const entries = await ports.database.list('keyring', `${member}/`);
  const keyring = await readKeyring(entries.map(({ bytes }) => bytes));
  if (!keyring.ok) throw new Error('keyring does not verify');
  const secret = (await openMemberSecrets(keyring.value, keys)).get(keyring.value.generations.length - 1);
  if (!secret) throw new Error('member key does not open');
  const device = { id: paper.id, agreement: paper.agreement.publicKey, kind: 'paper' } as const;
  const entry = await addDevice(keyring.value, { device, memberSecret: secret }, keys, ports.random.bytes);
  return { table: 'keyring', key: keyringKey(member, keyring.value.n + 1), bytes: entry.bytes };
}

/** Typed over from the paper once, so that it is known to be right before it is needed. */
export async function verifyRecoveryCode(context: DeviceContext, typed: string): Promise<Result<void, UnlockError>> {
  const session = requireSession(context);
  const { paper } = await requireDeviceRecord(context);
  const device = await readPaper(typed);
  if (!paper || device?.agreement.publicKey !== paper.publicKey) return err({ type: 'WrongRecoveryCode' });
  const stored = await changeSettings(context, session, { recoveryCode: 'verified' });
  showSettings(context);
  return stored;
}

/** The passphrase is forgotten: the code opens the vault, and a new passphrase is set in the same step. */
export async function unlockWithRecoveryCode(
  context: DeviceContext,
  typed: string,
  newPassphrase: string,
): Promise<Result<void, UnlockError>> {
  const record = await requireDeviceRecord(context);
  const paper = await readPaper(typed);
  const secret = paper && record.paper ? await openPaperLockbox(record.paper.lockbox, paper) : undefined;
  if (!secret?.ok) return err({ type: 'WrongRecoveryCode' });
  const { ports, link } = context;
  const kdf = await ports.keyDerivation.calibrate(ports.random.bytes(record.kdf.salt.length));
  const unlockKey = await deriveUnlockKey(context, { kdf }, newPassphrase);
  const passphraseLockbox = await sealLockbox(secret.value, 'passphrase', unlockKey, ports.random.bytes);
  const stored = await storeRecords(context, [deviceRecord({ ...record, kdf, passphraseLockbox }), pinRecord(false)]);
  if (!stored.ok) return stored;
  await link.ask({ type: 'compact' });
  await enterVault(context, secret.value);
  link.tell({ type: 'unlocked', way: 'passphrase', unlockKey });
  return ok(undefined);
}

/** The paper device behind what was typed; undefined when it is no code at all. No waiting: 130 bits are not guessed. */
export async function readPaper(typed: string): Promise<PaperDevice | undefined> {
  const code = parseRecoveryCode(typed);
  return code.ok ? await importPaperDevice(code.value) : undefined;
}

export function requireSession({ session }: DeviceContext): Session {
  if (!session) throw new Error('only while unlocked');
  return session;
}

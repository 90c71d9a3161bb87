import { err, ok, type Result } from '../../core/shared/result.ts';
import { openLockbox, sealLockbox } from '../../crypto/lockbox.ts';
import type { UnlockError } from '../application.ts';
import { storeRecords, type DeviceContext } from './deviceContext.ts';
import { deviceRecord } from './deviceRecord.ts';
import { pinRecord, showSecret } from './pinRecord.ts';
import { deriveUnlockKey, requireDeviceRecord } from './unlock.ts';
import { forgetWrongTries, noteTry, waitUntil } from './wrongTries.ts';

/** A new lockbox around the same vault; the old one leaves the journal too, so the old passphrase opens nothing. */
export async function changePassphrase(
  context: DeviceContext,
  current: string,
  next: string,
  isPin = false,
): Promise<Result<void, UnlockError>> {
  const { ports, link } = context;
  const record = await requireDeviceRecord(context);
  const notBefore = await waitUntil(ports);
  if (notBefore !== null) return err({ type: 'TooSoon', notBefore });
  const nextTry = await noteTry(ports);
  const secret = await openLockbox(record.passphraseLockbox, 'passphrase', await deriveUnlockKey(context, record, current));
  if (!secret.ok) return err({ type: 'WrongPassphrase', notBefore: nextTry });
  await forgetWrongTries(ports);
  const kdf = await ports.keyDerivation.calibrate(ports.random.bytes(record.kdf.salt.length));
  const passphraseLockbox = await sealLockbox(
    secret.value,
    'passphrase',
    await deriveUnlockKey(context, { kdf }, next),
    ports.random.bytes,
  );
  const stored = await storeRecords(context, [deviceRecord({ ...record, kdf, passphraseLockbox }), pinRecord(isPin)]);
  if (!stored.ok) return stored;
  await link.ask({ type: 'compact' });
  await showSecret(context);
  return ok(undefined);
}

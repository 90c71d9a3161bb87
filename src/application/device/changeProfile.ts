import { ok, type Result } from '../../core/shared/result.ts';
import { COURIER } from '../../protocol/storedKeys.ts';
import type { Application, UnlockError } from '../application.ts';
import { keepUnlocked } from './autoLock.ts';
import type { DeviceContext } from './deviceContext.ts';
import { requireSession } from './recoveryCode.ts';
import { changeSettings } from './session.ts';
import { showUnlocked } from './showUnlocked.ts';
import { DEFAULT_AUTO_LOCK } from './deviceRecord.ts';
import { showSettings, showStorageFacts } from './storageFacts.ts';

/** Who works here, and whom they ask for help. In a case that exists name and profession are changed there. */
export async function changeProfile(
  context: DeviceContext,
  input: Parameters<Application['changeProfile']>[0],
): Promise<Result<void, UnlockError>> {
  const session = requireSession(context);
  const { name, discipline, organisation, support } = input;
  const stored = await changeSettings(context, session, { name, discipline, organisation, support });
  if (stored.ok) showUnlocked(context, session);
  return stored;
}

const LONGEST_AUTO_LOCK = { own: 60, shared: 5 };

/** After so many minutes without anyone there. Counts from now. */
export async function setAutoLock(context: DeviceContext, minutes: number): Promise<void> {
  const session = requireSession(context);
  const stored = await changeSettings(context, session, {
    autoLockMinutes: Math.min(LONGEST_AUTO_LOCK[session.settings.shared ? 'shared' : 'own'], Math.max(1, Math.round(minutes))),
  });
  if (!stored.ok) return;
  showSettings(context);
  keepUnlocked(context);
}

/** Others work on this device too, or not any more. Then it locks sooner, and only the passphrase opens it. */
export async function setShared(context: DeviceContext, shared: boolean): Promise<Result<void, UnlockError>> {
  const session = requireSession(context);
  const autoLockMinutes = DEFAULT_AUTO_LOCK[shared ? 'shared' : 'own'];
  const stored = await changeSettings(context, session, { shared, autoLockMinutes });
  if (!stored.ok) return stored;
  if (shared) await context.ports.database.removeLocal(COURIER);
  if (shared && context.storage.get().passkey === 'made') await (await import('./passkey.ts')).removePasskey(context);
  await showStorageFacts(context);
  keepUnlocked(context);
  return ok(undefined);
}

import type { Result } from '../../core/shared/result.ts';
import type { Application, UnlockError } from '../application.ts';
import { keepUnlocked } from './autoLock.ts';
import type { DeviceContext } from './deviceContext.ts';
import { requireSession } from './recoveryCode.ts';
import { changeSettings } from './session.ts';
import { showUnlocked } from './showUnlocked.ts';
import { showSettings } from './storageFacts.ts';

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

/** After so many minutes without anyone there. Counts from now. */
export async function setAutoLock(context: DeviceContext, minutes: number): Promise<void> {
  const session = requireSession(context);
  const stored = await changeSettings(context, session, { autoLockMinutes: Math.min(60, Math.max(1, Math.round(minutes))) });
  if (!stored.ok) return;
  showSettings(context);
  keepUnlocked(context);
}

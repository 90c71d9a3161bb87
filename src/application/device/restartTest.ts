import type { StorageState } from '../application.ts';
import { changeStorage, type DeviceContext } from './deviceContext.ts';

const KEY = 'restartTest';

/** Leaves a mark in the database and one outside it, to look for after the browser was closed and started again. */
export async function startRestartTest(context: DeviceContext): Promise<void> {
  const { database, storageInfo } = context.ports;
  const start = storageInfo.browserStart();
  await database.putLocal(KEY, new Uint8Array(new TextEncoder().encode(start)));
  storageInfo.writeRestartMark(start);
  changeStorage(context, { restartTest: await readRestartTest(context) });
}

/** Whether this device keeps data over a restart, as far as the two marks tell. */
export async function readRestartTest({ ports }: DeviceContext): Promise<StorageState['restartTest']> {
  const { database, storageInfo } = ports;
  const bytes = await database.getLocal(KEY);
  const inside = bytes ? new TextDecoder().decode(bytes) : null;
  const outside = storageInfo.readRestartMark();
  const now = storageInfo.browserStart();
  if (inside !== null) return inside === now ? 'waitingForRestart' : 'kept';
  return outside !== null && outside !== now ? 'lost' : 'notYet';
}

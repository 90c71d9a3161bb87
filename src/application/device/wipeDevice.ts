import { stopExchange } from '../exchange/startExchange.ts';
import type { DeviceContext } from './deviceContext.ts';
import { unknownStorage } from './unknownStorage.ts';

/** Everything of Knooppunt leaves this device, in every tab. Cannot be taken back: only a backup file brings it back. */
export async function wipeDevice(context: DeviceContext): Promise<void> {
  if (context.session) context.session.closing = true;
  await context.link.ask({ type: 'wipe', signOut: null });
  forgetEverything(context, 'new');
}

/** This tab knows nothing any more. */
export function forgetEverything(context: DeviceContext, next: 'new' | 'signedOut'): void {
  stopExchange(context);
  const { journal, healed, persisted } = context.storage.get();
  context.ports.opener?.end();
  context.session = null;
  context.caseload.set({ loaded: false, cases: [] });
  context.storage.set({ ...unknownStorage, journal, healed, persisted });
  context.saving.set({ type: 'saved', at: null });
  context.device.set({ type: next });
}

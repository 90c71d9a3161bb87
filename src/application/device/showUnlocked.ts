import type { DeviceContext, Session } from './deviceContext.ts';

/** Who is working here, from the settings as they are now. */
export function showUnlocked({ device, trial }: DeviceContext, { member, settings }: Session): void {
  const state = device.get();
  const locksAt = state.type === 'unlocked' ? state.locksAt : null;
  const { name, discipline, organisation, support } = settings;
  device.set({ type: 'unlocked', profile: { member, name, discipline, organisation, support }, trial, locksAt });
}

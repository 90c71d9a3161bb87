import type { DeviceContext } from './deviceContext.ts';
import { lock } from './lock.ts';

/** The screen counts down from what it is told; telling it more often than this would redraw on every key. */
const STEP = 5_000;

/** Locks after so many minutes without anyone there. `DeviceState.locksAt` says when, so that the screen can warn before. */
export function startAutoLock(context: DeviceContext): void {
  keepUnlocked(context);
}

/** Someone is there, in this tab: the other tabs count again too. */
export function noteActivity(context: DeviceContext): void {
  if (keepUnlocked(context)) context.link.tell({ type: 'activity' });
}

/** Counts again from now; false when that changed nothing. Too late after a laptop slept: then it locks. */
export function keepUnlocked(context: DeviceContext): boolean {
  const { device, ports, session, trial } = context;
  const state = device.get();
  if (state.type !== 'unlocked' || !session || trial) return false;
  const now = ports.clock.now();
  if (state.locksAt !== null && now >= state.locksAt) {
    void lock(context, 'idle');
    return false;
  }
  const locksAt = now + session.settings.autoLockMinutes * 60_000;
  if (state.locksAt !== null && Math.abs(locksAt - state.locksAt) < STEP) return false;
  device.set({ ...state, locksAt });
  watch(context, locksAt);
  return true;
}

const watching = new WeakMap<DeviceContext, () => void>();

function watch(context: DeviceContext, locksAt: number): void {
  watching.get(context)?.();
  const cancel = context.ports.clock.after(locksAt - context.ports.clock.now(), () => {
    const state = context.device.get();
    if (state.type === 'unlocked' && state.locksAt === locksAt) void lock(context, 'idle');
  });
  watching.set(context, cancel);
}

import { changeStorage, type DeviceContext } from '../device/deviceContext.ts';

/** A tab that asks, asks again every two seconds. Silent for this long it is closed, or wants nothing. */
const REMEMBERED = 60_000;

const forgetting = new WeakMap<DeviceContext, () => void>();

/** Another tab has another version of the app: told as long as it is heard. */
export function noteOtherVersion(context: DeviceContext): void {
  forgetting.get(context)?.();
  changeStorage(context, { otherVersion: true });
  forgetting.set(
    context,
    context.ports.clock.after(REMEMBERED, () => changeStorage(context, { otherVersion: false })),
  );
}

import type { DeviceState, Store } from './application.ts';
import type { Device } from './createDevice.ts';
import { createStore, followCurrent } from './store.ts';

export interface Devices {
  /** This browser's own. What one does takes a while to load. */
  readonly own: Promise<Device>;
  /** Whether this browser certainly holds nothing: then it can be shown as new before there is a device. */
  readonly holdsNothing: Promise<boolean>;
  /** One in memory, with a family that does not exist. */
  readonly beginTrial: () => Promise<Device>;
}

/** The device that the screens follow and ask: none yet, the own, or the one of a trial. */
export interface CurrentDevice {
  readonly get: () => Device | null;
  /** Follows along when another becomes current. `before`: what is shown while there is none. */
  readonly follow: <T>(pick: (device: Device) => Store<T>, before: T) => Store<T>;
  readonly device: Store<DeviceState>;
  /** Asks whichever is current. While there is none the question waits for the own one. */
  readonly ask: <I extends unknown[], O>(verb: (device: Device) => (...input: I) => O) => (...input: I) => O | Promise<Awaited<O>>;
  /** A person's own data never lands in a trial: this ends it. */
  readonly goHome: () => Promise<Device>;
  readonly startTrial: () => Promise<void>;
  readonly isTrial: () => boolean;
}

export function createCurrentDevice({ own, holdsNothing, beginTrial }: Devices): CurrentDevice {
  const current = createStore<Device | null>(null);
  const before = createStore<DeviceState>({ type: 'starting' });
  const ready = own.then(untilStarted);
  let home: Device | null = null;
  ready.then(
    (device) => {
      home = device;
      if (!current.get()) current.set(device);
    },
    () => before.set({ type: 'unusable', problem: 'notLoaded' }),
  );
  void holdsNothing.then((isNew) => isNew && before.get().type === 'starting' && before.set({ type: 'new' }));

  const followFrom = <T>(pick: (device: Device) => Store<T>, initial: Store<T>) =>
    followCurrent(current, (device) => (device ? pick(device) : initial));
  const goHome = async () => {
    const device = await ready;
    current.set(device);
    return device;
  };
  return {
    get: current.get,
    follow: (pick, initial) => followFrom(pick, createStore(initial)),
    device: followFrom(({ device }) => device, before),
    ask:
      (verb) =>
      (...input) => {
        const device = current.get();
        return device ? verb(device)(...input) : (ready.then((there) => verb(there)(...input)) as Promise<never>);
      },
    goHome,
    startTrial: async () => current.set(await beginTrial()),
    isTrial: () => current.get() !== null && current.get() !== home,
  };
}

/** Until it is known whether it is new or locked: a form that somebody fills in meanwhile stays. */
function untilStarted(device: Device): Promise<Device> {
  return new Promise((resolve) => {
    const look = () => {
      if (device.device.get().type === 'starting') return;
      stop();
      resolve(device);
    };
    const stop = device.device.subscribe(look);
    look();
  });
}

import type { CivilDate } from '../core/shared/civilDate.ts';
import { addExampleFamily } from './addExampleFamily.ts';
import type { ExampleFamily } from './application.ts';
import { createDevice, type Device } from './createDevice.ts';
import type { Ports } from './ports.ts';

/** A device in memory with the example family on it. Dropping the object ends it: there is nothing else. */
export async function beginTrial(ports: Ports, example: ExampleFamily): Promise<Device> {
  const device = createDevice(ports, { trial: true });
  await device.started;
  await device.setUpDevice({ ...example.profile, passphrase: '' });
  await addExampleFamily(device, example, ports.clock.today() as CivilDate);
  return device;
}

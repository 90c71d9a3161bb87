import { createTestApplication, createTestDevice, type TestApplication, type TestDevice } from './createTestApplication.ts';
import { createFakeDisk, openFakeDisk, type FakeDisk, type Faults } from './fakeDisk.ts';

/** A device whose storage outlives its process and fails as told. */
export interface DeviceOnDisk {
  readonly disk: FakeDisk;
  /** Starts the app on what is on the disk now; `die` ends it at that moment. */
  readonly start: (faults?: Faults) => Promise<TestApplication & { readonly die: () => void }>;
}

export function createDeviceOnDisk(): DeviceOnDisk {
  const disk = createFakeDisk();
  const lasting: TestDevice = createTestDevice();
  return {
    disk,
    start: async (faults) => {
      const { database, journal, die } = openFakeDisk(disk, faults);
      const test = await createTestApplication({ device: { ...lasting, database, journal } });
      return { ...test, die: () => (die(), test.close()) };
    },
  };
}

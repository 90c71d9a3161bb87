import type { Page } from '@playwright/test';
import { withBenchDevice } from './benchPage.ts';
import type { Figure } from './figure.ts';
import { oneYear } from './oneYear.ts';

const CASES = 80;
const AIM = 120;
const NOTE = 'JavaScript heap, browser objects and buffers of the page, after collecting garbage; without the journal worker.';

/** The whole tab with 80 one-year cases open and viewed: JavaScript heap and buffers, after collecting garbage. Nothing is subtracted. */
export const measureMemory = (): Promise<readonly Figure[]> =>
  withBenchDevice(async (device) => {
    await device.call('setUp', []);
    const [cases = []] = await device.call('seed', [[{ count: CASES, options: oneYear }]]);
    await device.call('prepare', [cases]);
    const value = await device.callAndLook('openAll', [cases], readMegabytes);
    return [{ name: `memory with ${CASES} one-year cases open`, value, unit: 'MB', aim: AIM, note: NOTE }];
  });

async function readMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = usage as typeof usage &
    Record<'embedderHeapUsedSize' | 'backingStorageSize', number>;
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}

if (import.meta.main) console.log(await measureMemory());

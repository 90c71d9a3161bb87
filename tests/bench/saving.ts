import { withBenchDevice } from './benchPage.ts';
import { median, type Figure } from './figure.ts';
import { oneYear } from './oneYear.ts';

const ROUNDS = 100;
const LIMIT = 3;
const NOTE =
  'medians, in turns on one page; the save decides, seals, signs, and stores in database and journal; the flush is timed inside its worker.';

/** A field saved in a one-year case, until the screen may say so, against one strict put and one flush of as many bytes on the same page. */
export const measureSaving = (): Promise<readonly Figure[]> =>
  withBenchDevice(async (device) => {
    await device.call('setUp', []);
    const [[caseId] = []] = await device.call('seed', [[{ count: 1, options: oneYear }]]);
    await device.call('prepare', [[caseId!]]);
    const { saves, puts, flushes } = await device.call('save', [caseId!, ROUNDS]);
    const [value, baseline] = [median(saves), median(puts) + median(flushes)];
    const name = 'a save acknowledged (baseline: raw put + flush)';
    return [{ name, value, unit: 'ms', baseline, ratio: value / baseline, limit: LIMIT, note: NOTE }];
  });

if (import.meta.main) console.log(await measureSaving());

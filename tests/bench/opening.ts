import type { CaseId } from '../../src/core/shared/ids.ts';
import { withBenchDevice } from './benchPage.ts';
import { median, type Figure } from './figure.ts';
import { oneYear, tenYears } from './oneYear.ts';

const ROUNDS = 9;
const SLOWDOWN = 6;
const AIM = 150;
const LIMIT = 2;
const NOTE =
  'storage, decryption, verification and all that the case page shows; without drawing it. The browser slows down the page, not its ' +
  'workers and disk. Ten years: ten times the goals, actions, conferences and edits.';

/** From asking for a case, right after unlocking a page just loaded, until its view can be drawn; one year and ten years in turns. */
export const measureOpening = (): Promise<readonly Figure[]> =>
  withBenchDevice(async (device) => {
    await device.call('setUp', []);
    const [[one] = [], [ten] = []] = await device.call('seed', [
      [
        { count: 1, options: oneYear },
        { count: 1, options: tenYears },
      ],
    ]);
    await device.call('prepare', [[one!, ten!]]);
    const [ones, tens]: [number[], number[]] = [[], []];
    const open = (caseId: CaseId) => device.call('openCase', [caseId], { slowdown: SLOWDOWN });
    for (let round = 0; round < ROUNDS; round++) {
      ones.push(await open(one!));
      tens.push(await open(ten!));
    }
    const [value, baseline] = [median(tens), median(ones)];
    return [
      { name: 'cold open of a one-year case, main thread 6x slower', value: baseline, unit: 'ms', aim: AIM, note: NOTE },
      { name: 'cold open of a ten-year case (baseline: one year)', value, unit: 'ms', baseline, ratio: value / baseline, limit: LIMIT },
    ];
  });

if (import.meta.main) console.log(await measureOpening());

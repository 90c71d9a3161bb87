import type { CaseId } from '../../src/core/shared/ids.ts';
import { withBenchDevice } from './benchPage.ts';
import { median, type Figure } from './figure.ts';
import { oneYear, tenYears } from './oneYear.ts';

const ROUNDS = 9;
const SLOWDOWN = 6;
const AIM = 150;
const LIMIT = 2;
const NOTE =
  "until what is going on in the case can be drawn on its page: storage, decryption, and the view of it; without drawing. What was finished follows by itself, measured as 'all of it'. " +
  'The browser slows down the page, not its workers and disk. Ten years: one after another, each with its own goals, actions, conferences and edits, all of them kept.';

/** From asking for a case, right after unlocking a page just loaded; one year and ten years in turns. */
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
    const open = (caseId: CaseId) => device.call('openCase', [caseId], { slowdown: SLOWDOWN });
    type Opening = Awaited<ReturnType<typeof open>>;
    const [ones, tens]: [Opening[], Opening[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ones.push(await open(one!));
      tens.push(await open(ten!));
    }
    const of = (openings: readonly Opening[], part: keyof Opening) => median(openings.map((opening) => opening[part]));
    const [value, baseline] = [of(tens, 'page'), of(ones, 'page')];
    return [
      { name: 'cold open of a one-year case, main thread 6x slower', value: baseline, unit: 'ms', aim: AIM, note: NOTE },
      { name: 'cold open of a ten-year case (baseline: one year)', value, unit: 'ms', baseline, ratio: value / baseline, limit: LIMIT },
      { name: 'all of it in memory, one year', value: of(ones, 'whole'), unit: 'ms' },
      { name: 'all of it in memory, ten years', value: of(tens, 'whole'), unit: 'ms' },
    ];
  });

if (import.meta.main) console.log(await measureOpening());

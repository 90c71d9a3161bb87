import { withBenchDevice } from './benchPage.ts';
import { median, type Figure } from './figure.ts';
import { youngCase } from './oneYear.ts';

const CASES = 300;
const ROUNDS = 7;
const AIM = 500;

/** From a right passphrase (its derivation left out: that is chosen) until all cases stand in the list, on a page just loaded. */
export const measureCaseload = (): Promise<readonly Figure[]> =>
  withBenchDevice(async (device) => {
    await device.call('setUp', []);
    const [cases = []] = await device.call('seed', [[{ count: CASES, options: youngCase }]]);
    await device.call('prepare', [cases]);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await device.call('listCases', [CASES]));
    return [{ name: `caseload of ${CASES} cases listed after unlocking`, value: median(times), unit: 'ms', aim: AIM }];
  });

if (import.meta.main) console.log(await measureCaseload());

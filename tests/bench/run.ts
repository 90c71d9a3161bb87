import { isPassed, type Figure } from './figure.ts';

/** Every bench by the name that `npm run bench -- NAME` takes; each module is loaded when its turn comes. */
const BENCHES: Record<string, () => Promise<readonly Figure[]>> = {
  replay: async () => (await import('./replay.ts')).measureReplay(),
  saving: async () => (await import('./saving.ts')).measureSaving(),
  opening: async () => (await import('./opening.ts')).measureOpening(),
  caseload: async () => (await import('./caseload.ts')).measureCaseload(),
  memory: async () => (await import('./memory.ts')).measureMemory(),
  firstView: async () => (await import('./firstView.ts')).measureFirstView(),
  lighthouse: async () => (await import('./lighthouse.ts')).measureLighthouse(),
};

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const figures: Figure[] = [];
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) throw new Error(`No bench is called ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  console.log(`measuring: ${name}`);
  figures.push(...(await bench()));
}

const round = (value: number | undefined) => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0));
console.table(
  figures.map((figure) => ({
    figure: figure.name,
    value: `${round(figure.value)} ${figure.unit}`,
    aim: figure.aim === undefined ? '' : `${round(figure.aim)} ${figure.unit}`,
    baseline: round(figure.baseline),
    ratio: round(figure.ratio),
    limit: round(figure.limit),
    verdict: figure.limit === undefined ? 'reported' : isPassed(figure) ? 'passed' : 'FAILED',
  })),
);
if (!figures.every(isPassed)) process.exitCode = 1;

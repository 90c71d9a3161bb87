import { spawnSync } from 'node:child_process';
import { isPassed, type Figure } from './figure.ts';

/** Every bench by the name that `npm run bench -- NAME` takes; each module is loaded when its turn comes. */
const BENCHES: Record<string, () => Promise<readonly Figure[]>> = {
  replay: async () => (await import('./replay.ts')).measureReplay(),
  saving: async () => (await import('./saving.ts')).measureSaving(),
  opening: async () => (await import('./opening.ts')).measureOpening(),
  caseload: async () => (await import('./caseload.ts')).measureCaseload(),
  memory: async () => (await import('./memory.ts')).measureMemory(),
  firstExchange: async () => (await import('./firstExchange.ts')).measureFirstExchange(),
  appends: async () => (await import('./appends.ts')).measureAppends(),
  propagation: async () => (await import('./propagation.ts')).measurePropagation(),
  idle: async () => (await import('./idle.ts')).measureIdle(),
  firstView: async () => (await import('./firstView.ts')).measureFirstView(),
  lighthouse: async () => (await import('./lighthouse.ts')).measureLighthouse(),
};

/** These look at the product as it is built; the others build a page of their own. */
const NEED_BUILD = ['firstView', 'lighthouse'];

const round = (value: number | undefined) => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0));
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(BENCHES);
const figures: Figure[] = [];
if (names.some((name) => NEED_BUILD.includes(name))) {
  console.log('building the product');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('the product does not build');
}
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) throw new Error(`No bench is called ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  console.log(`measuring: ${name}`);
  const measured = await bench();
  for (const { name: figure, value, unit } of measured) console.log(`  ${figure}: ${round(value)} ${unit}`);
  figures.push(...measured);
}

console.table(
  figures.map((figure) => ({
    figure: figure.name,
    value: `${round(figure.value)} ${figure.unit}`,
    aim: figure.aim === undefined ? '' : `${round(figure.aim)} ${figure.unit}`,
    baseline: round(figure.baseline),
    ratio: round(figure.ratio),
    limit: round(figure.limit),
    verdict: verdictOf(figure),
  })),
);
for (const { name, note } of figures) if (note) console.log(`${name}: ${note}`);
if (!figures.every(isPassed)) process.exitCode = 1;

/** An absolute aim depends on the machine, so it is only reported; a ratio within one run passes or fails. */
function verdictOf(figure: Figure): string {
  if (figure.limit !== undefined) return isPassed(figure) ? 'passed' : 'FAILED';
  if (figure.aim === undefined) return 'reported';
  return (figure.atLeast ? figure.value >= figure.aim : figure.value <= figure.aim) ? 'aim met' : 'aim not met';
}

import { spawnSync } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { performance } from 'node:perf_hooks';

/** Everything that must hold before a change lands, cheapest first. Each is an npm script of its own. */
const STEPS = ['types', 'lint', 'format', 'deadcode', 'unit', 'build', 'budgets', 'e2e'] as const;

const MEMORY = '/dev/shm';
/** Bytes that the databases and browser profiles of all tests need together, with room to spare. */
const ROOM = 4_000_000_000;

/** Temporary files in memory where there is room: the tests kill processes and cut no power, and a slow disk makes them a third slower. */
function chooseTemporaryFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}

const env = { ...process.env, TMPDIR: chooseTemporaryFolder() };
const results = STEPS.map((step) => {
  console.log(`\n=== ${step}`);
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit', env, shell: process.platform === 'win32' });
  return { step, passed: status === 0, seconds: (performance.now() - start) / 1000 };
});

console.log('\n=== summary');
for (const { step, passed, seconds } of results) console.log(`${passed ? 'ok    ' : 'FAILED'} ${step.padEnd(10)} ${seconds.toFixed(0)} s`);
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

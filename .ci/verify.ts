import { spawn } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Everything that must hold before a change lands, each an npm script of its own. The compiler needs one processor: the rest goes beside it. */
const BESIDE_EACH_OTHER = [['types'], ['lint', 'format', 'deadcode', 'build', 'budgets']] as const;
/** These use all that the machine has. */
const ALONE = ['unit', 'e2e'] as const;

const MEMORY = '/dev/shm';
/** Bytes that the databases and browser profiles of all tests need together, with room to spare. */
const ROOM = 4_000_000_000;

/** Temporary files in memory where there is room: the tests kill processes and cut no power, and a slow disk makes them a third slower. */
function chooseTemporaryFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}

const folder = chooseTemporaryFolder();
// Some hundred processes load the same modules: the server alone starts in a third of the time when they need not be compiled anew.
const env = { ...process.env, TMPDIR: folder, NODE_COMPILE_CACHE: join(folder, 'knooppunt-compiled') };

interface Result {
  readonly step: string;
  readonly passed: boolean;
  readonly seconds: number;
}

/** What several steps say at a time is shown of each as a whole, once it ended. */
async function run(step: string, isAlone: boolean): Promise<Result> {
  const start = performance.now();
  if (isAlone) console.log(`\n=== ${step}`);
  const child = spawn('npm', ['run', '--silent', step], {
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env,
    shell: process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const passed = await new Promise<boolean>((resolve) =>
    child.on('error', () => resolve(false)).on('close', (code) => resolve(code === 0)),
  );
  if (!isAlone) console.log(`\n=== ${step}\n${said.trimEnd()}`);
  return { step, passed, seconds: (performance.now() - start) / 1000 };
}

async function runInTurn(steps: readonly string[], isAlone = false): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const step of steps) results.push(await run(step, isAlone));
  return results;
}

const results = [...(await Promise.all(BESIDE_EACH_OTHER.map((steps) => runInTurn(steps)))).flat(), ...(await runInTurn(ALONE, true))];
console.log('\n=== summary');
for (const { step, passed, seconds } of results) console.log(`${passed ? 'ok    ' : 'FAILED'} ${step.padEnd(10)} ${seconds.toFixed(0)} s`);
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

import { createDevice, type Device } from '../../../src/application/createDevice.ts';
import type { OpenCase } from '../../../src/application/application.ts';
import type { Ports } from '../../../src/application/ports.ts';
import type { CaseId } from '../../../src/core/shared/ids.ts';
import type { CaseView } from '../../../src/core/plan/caseView.ts';
import { createBenchPorts } from './ports.ts';
import type { SeedPlan } from './seed.ts';

const PASSPHRASE = 'zeven blauwe fietsen';

/** What `npm run bench` asks of this page, one call per step; each page load is a device that starts cold. */
const bench = {
  /** First use, on an empty profile. */
  setUp: async (): Promise<void> => {
    const application = await start();
    const made = await application.setUpDevice({
      name: 'Noor Bakker',
      discipline: 'ib',
      organisation: 'De Wilgen',
      passphrase: PASSPHRASE,
    });
    if (!made.ok) throw new Error(made.error.type);
  },
  /** Writes cases straight into database and journal; no application may run. */
  seed: async (plan: SeedPlan) => (await import('./seed.ts')).seedCases(await createBenchPorts(), PASSPHRASE, plan),
  /** Milliseconds from unlocking until the whole list stands there. */
  listCases: async (cases: number): Promise<number> => {
    const application = await start();
    return await timeOf(async () => {
      await unlock(application);
      await until(application, ({ loaded, cases: listed }) => loaded && listed.length === cases);
    });
  },
  /** Makes every line of the list and keeps a snapshot of every case, as working with them does. */
  prepare: async (cases: readonly CaseId[]): Promise<void> => {
    const application = await start();
    await unlock(application);
    await until(application, ({ loaded }) => loaded);
    for (const caseId of cases) (await open(application, caseId)).close();
    await application.lock('asked');
  },
  /** Milliseconds from asking for a case, in an app just unlocked, until its page can be drawn, and until all of it is in memory. */
  openCase: async (caseId: CaseId): Promise<{ readonly page: number; readonly whole: number }> => {
    const application = await start();
    await unlock(application);
    await idle();
    const before = performance.now();
    const openCase = await look(application, caseId);
    const page = performance.now() - before;
    await openCase.whole();
    const whole = performance.now() - before;
    if (openCase.view.get().conferences.every(({ notes }) => notes === '')) throw new Error('the case is empty');
    return { page, whole };
  },
  /** Opens all of them and keeps them open. */
  openAll: async (cases: readonly CaseId[]): Promise<void> => {
    const application = await start();
    await unlock(application);
    await until(application, ({ loaded }) => loaded);
    const held: OpenCase[] = [];
    for (const caseId of cases) held.push(await open(application, caseId));
    Object.assign(globalThis, { held });
  },
  /** A new device gets everything of its person; the same content into PouchDB. */
  exchangeFirst: async (code: string, count: number) => (await import('./firstExchange.ts')).exchangeFirst({ start, look }, code, count),
  replicateFirst: async (path: string, counts: { readonly all: number; readonly each: number }) =>
    (await import('./firstExchange.ts')).replicateFirst(path, counts),
  /** Saves and raw writes in turns, in milliseconds. */
  save: async (caseId: CaseId, rounds: number) => {
    const ports = await createBenchPorts();
    const { createSaveRace } = await import('./saveRace.ts');
    const race = await createSaveRace(ports);
    const application = await start(race.ports);
    await unlock(application);
    await until(application, ({ loaded }) => loaded);
    return await race.run(await open(application, caseId), rounds);
  },
};

export type Bench = typeof bench;
Object.assign(globalThis, { bench });

async function start(ports?: Ports): Promise<Device> {
  const device = createDevice(ports ?? (await createBenchPorts()), { trial: false });
  await device.started;
  return device;
}

async function unlock(application: Device): Promise<void> {
  const unlocked = await application.unlock(PASSPHRASE);
  if (!unlocked.ok) throw new Error(unlocked.error.type);
}

/** With what the case's page shows worked out, as the app does it. An empty case would be quick to open. */
async function look(application: Device, caseId: CaseId): Promise<OpenCase> {
  const opened = await application.openCase(caseId, 'page');
  if (!opened.ok) throw new Error(opened.error.type);
  const view = opened.value.view.get();
  const shown = CASE_PAGE.map((part) => view[part]);
  if (shown.length === 0 || view.goals.length === 0 || view.conferences.length === 0) throw new Error('the case is empty');
  return opened.value;
}

/** The same, and all else of it. */
async function open(application: Device, caseId: CaseId): Promise<OpenCase> {
  const openCase = await look(application, caseId);
  await openCase.whole();
  if (openCase.view.get().conferences.every(({ notes }) => notes === '')) throw new Error('the case is empty');
  return openCase;
}

/** What CaseScreen and its sections read. */
const CASE_PAGE = [
  'family',
  'people',
  'children',
  'caregivers',
  'network',
  'professionals',
  'me',
  'households',
  'authorities',
  'strengths',
  'concerns',
  'earlierHelp',
  'goals',
  'actions',
  'roles',
  'coordinator',
  'coordinatorTurns',
  'agreements',
  'conferences',
  'evaluations',
  'allAnswers',
  'alarms',
  'conflicts',
  'removed',
] as const satisfies readonly (keyof CaseView)[];

function until({ caseload }: Device, isReached: (caseload: ReturnType<Device['caseload']['get']>) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isReached(caseload.get())) return;
      stop();
      resolve();
    };
    const stop = caseload.subscribe(look);
    look();
  });
}

/** What was begun in the background is done. */
const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));

async function timeOf(run: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}

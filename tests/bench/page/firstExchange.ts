import { createHttpServer } from '../../../src/adapters/http/server.ts';
import type { Device } from '../../../src/application/createDevice.ts';
import type { CaseSummary } from '../../../src/application/application.ts';
import type { Ports } from '../../../src/application/ports.ts';
import type { CaseId } from '../../../src/core/shared/ids.ts';
import { createBenchPorts } from './ports.ts';
import { watchMainThread, type MainThread } from './mainThread.ts';

/** Milliseconds from nothing until the first case can be worked in, and until everything is there. */
export interface FirstExchange {
  readonly first: number;
  readonly whole: number;
  /** Answers and their headers, as they came over the wire. */
  readonly received: number;
  readonly thread: MainThread;
}

const PERSON = { name: 'Noor Bakker', discipline: 'ib', organisation: 'De Wilgen', passphrase: 'zeven blauwe fietsen' };

export interface Verbs {
  readonly start: (ports: Ports) => Promise<Device>;
  readonly look: (application: Device, caseId: CaseId) => Promise<{ readonly close: () => void }>;
}

/** This empty device is taken into use with the code on paper, and gets everything of its person. */
export async function exchangeFirst({ start, look }: Verbs, code: string, count: number): Promise<FirstExchange> {
  performance.setResourceTimingBufferSize(100_000);
  const application = await start({ ...(await createBenchPorts()), server: createHttpServer(location.origin) });
  const watched = watchMainThread();
  const begun = performance.now();
  const recovered = await application.devices.recover(code, PERSON);
  if (!recovered.ok) throw new Error(recovered.error.type);
  const opening = firstOf(application).then(async ({ caseId }) => {
    const opened = await look(application, caseId);
    const took = performance.now() - begun;
    opened.close();
    return took;
  });
  await reached(application.exchange, ({ type }) => type === 'upToDate');
  const whole = performance.now() - begun;
  const thread = watched.stop();
  const received = receivedBytes();
  const first = await opening;
  const listed = application.caseload.get().cases;
  if (listed.length !== count) throw new Error(`${listed.length} cases are there`);
  for (const { caseId } of listed) (await look(application, caseId)).close();
  await application.wipeDevice();
  return { first, whole, received, thread };
}

/** The same content into PouchDB, with its own defaults; `each`: documents of one case. */
export async function replicateFirst(path: string, { all, each }: { readonly all: number; readonly each: number }): Promise<FirstExchange> {
  performance.setResourceTimingBufferSize(100_000);
  const { default: PouchDB } = await import('pouchdb-browser');
  const watched = watchMainThread();
  const begun = performance.now();
  const local = new PouchDB('baseline');
  let first = Infinity;
  const replication = PouchDB.replicate(`${location.origin}${path}`, local);
  const running = replication.on('change', ({ docs_written }) => {
    if (docs_written >= each) first = Math.min(first, performance.now() - begun);
  });
  // PouchDB's errors are none of JavaScript's: they would cross to the bench without a word.
  await running.catch((error: unknown) => {
    throw new Error(`PouchDB: ${JSON.stringify(error)}`);
  });
  const whole = performance.now() - begun;
  const thread = watched.stop();
  const received = receivedBytes();
  const { doc_count: written } = await local.info();
  if (written !== all) throw new Error(`PouchDB has ${written} documents`);
  await local.destroy();
  return { first, whole, received, thread };
}

const firstOf = async ({ caseload }: Device): Promise<CaseSummary> => (await reached(caseload, ({ cases }) => cases.length > 0)).cases[0]!;

function reached<T>(
  store: { readonly get: () => T; readonly subscribe: (listener: () => void) => () => void },
  isReached: (value: T) => boolean,
): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isReached(store.get())) return;
      stop();
      resolve(store.get());
    };
    const stop = store.subscribe(look);
    look();
  });
}

/** Without scripts: what was asked of the server of the data. */
const receivedBytes = (): number =>
  performance
    .getEntriesByType('resource')
    .filter((entry): entry is PerformanceResourceTiming => (entry as PerformanceResourceTiming).initiatorType === 'fetch')
    .reduce((sum, { transferSize }) => sum + transferSize, 0);

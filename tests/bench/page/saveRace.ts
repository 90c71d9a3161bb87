import type { OpenCase } from '../../../src/application/application.ts';
import type { Journal, Ports, StoredRecord } from '../../../src/application/ports.ts';
import { SUMMARIES } from '../../../src/application/cases/summaryKey.ts';
import { frameLength } from '../../../src/adapters/opfs/journalFormat.ts';
import { trustedScriptUrl } from '../../../src/adapters/browser/trustedTypes.ts';
import rawFileUrl from './rawFile.worker.ts?worker&url';
import { createRawDatabase } from './rawDatabase.ts';

export interface SaveTimes {
  readonly saves: readonly number[];
  /** One strict IndexedDB put of the envelope's bytes. */
  readonly puts: readonly number[];
  /** One write and flush of the journal frame's bytes, timed inside the worker. */
  readonly flushes: readonly number[];
}

/** A save of one field through the whole application, and the least that any app needs to store as many bytes as safely, in turns. */
export async function createSaveRace(ports: Ports & { readonly journal: Journal }): Promise<{
  readonly ports: Ports;
  readonly run: (openCase: OpenCase, rounds: number) => Promise<SaveTimes>;
}> {
  let written: readonly StoredRecord[] = [];
  let isListed = () => {};
  const rawDatabase = await createRawDatabase();
  const rawFile = createRawFile();
  const database: Ports['database'] = {
    ...ports.database,
    put: (records, mark) => {
      written = records;
      return ports.database.put(records, mark);
    },
    // The last thing that follows a save: the case's line in the list, kept for the next start.
    putLocal: async (key, bytes) => {
      await ports.database.putLocal(key, bytes);
      if (key.startsWith(SUMMARIES)) isListed();
    },
  };
  return {
    ports: { ...ports, database },
    run: async (openCase, rounds) => {
      const [saves, puts, flushes]: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < rounds; round++) {
        // What goes on behind a save may not slow down the raw writes.
        const listed = new Promise<void>((resolve) => (isListed = resolve));
        saves.push(await save(openCase, round));
        await listed;
        const envelope = written.find(({ table }) => table === 'envelope')!.bytes;
        puts.push(await rawDatabase.put(new Uint8Array(envelope), round));
        flushes.push(await rawFile.append(new Uint8Array(frameLength(written))));
      }
      return { saves, puts, flushes };
    },
  };
}

async function save(openCase: OpenCase, round: number): Promise<number> {
  const { goals } = openCase.view.get();
  const { id } = goals[round % goals.length]!;
  const before = performance.now();
  const saved = await openCase.change({
    type: 'set',
    entity: id,
    field: 'doesHome',
    value: `Elke avond om ${round} over zeven samen lezen.`,
  });
  if (!saved.ok) throw new Error(saved.error.type);
  return performance.now() - before;
}

function createRawFile() {
  const worker = new Worker(trustedScriptUrl(rawFileUrl), { type: 'module' });
  return {
    append: (bytes: Uint8Array<ArrayBuffer>) =>
      new Promise<number>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data), { once: true });
        worker.addEventListener('error', () => reject(new Error('the raw file failed')), { once: true });
        worker.postMessage(bytes);
      }),
  };
}

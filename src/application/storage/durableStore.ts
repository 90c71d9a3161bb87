import { err, ok, type Result } from '../../core/shared/result.ts';
import type { SavingState, Store } from '../application.ts';
import { StorageFailure, type Clock, type Database, type Journal, type StoredRecord } from '../ports.ts';
import { createStore } from '../store.ts';
import { compareAll } from './heal.ts';

type StorageProblem = StorageFailure['problem'];
export interface NotSaved {
  readonly type: 'NotSaved';
  readonly problem: StorageProblem;
}

/**
 * Database and journal as one (SPEC rule 1): a write is acknowledged only after both have it. What could not be stored
 * waits here, sealed, in its order, and is tried again by itself and with `retry`.
 */
export interface DurableStore {
  readonly saving: Store<SavingState>;
  /** All or nothing, now: what cannot be stored is forgotten, because someone was told that it did not happen. */
  readonly write: (records: readonly StoredRecord[]) => Promise<Result<void, NotSaved>>;
  /** Resolves with the outcome of the first try. `onStored` is called once, in order, when both have it, even if that is later. */
  readonly save: (records: readonly StoredRecord[], onStored: () => void) => Promise<Result<void, NotSaved>>;
  /** Saved records that are not on both sides yet: a document read anew has to know them. */
  readonly waiting: () => readonly StoredRecord[];
  /** Tries at once what waits. */
  readonly retry: () => Promise<void>;
  /** After everything that is on its way: true when nothing waits. */
  readonly settle: () => Promise<boolean>;
  /** The same promises for erasing: gone from both, after what is on its way. */
  readonly erase: (prefixes: readonly string[]) => Promise<Result<void, NotSaved>>;
  /** Older forms of rewritten records leave the journal too: an old lockbox must not open the vault. */
  readonly compact: () => Promise<Result<void, NotSaved>>;
  /** Compares both sides record by record, when something read turned out damaged. */
  readonly mend: () => Promise<void>;
  /** Nothing is tried any more. */
  readonly stop: () => void;
}

/** Seconds until the next try, growing. */
const BACK_OFF = [1, 2, 5, 10, 30] as const;

interface Waiting {
  records: readonly StoredRecord[];
  /** Null: not kept after a failure. */
  readonly onStored: (() => void) | null;
  /** Null once the first outcome was told. */
  answer: ((result: Result<void, NotSaved>) => void) | null;
}

export function createDurableStore({
  database,
  journal,
  clock,
}: {
  readonly database: Database;
  readonly journal: Journal | null;
  readonly clock: Clock;
}): DurableStore {
  const saving = createStore<SavingState>({ type: 'saved', at: null });
  const queue: Waiting[] = [];
  /** The first `count` of the queue were tried together; each side that has them is not asked again. */
  let flight: { readonly count: number; inJournal: boolean; inDatabase: boolean } | null = null;
  let running: Promise<void> | null = null;
  /** Asked for again while it was running. */
  let again = false;
  let tries = 0;
  let lastSaved: number | null = null;
  let cancelRetry = () => {};
  let stopped = false;

  const pump = (): Promise<void> => {
    again = true;
    running ??= storeWhileAsked().finally(() => (running = null));
    return running;
  };

  async function storeWhileAsked(): Promise<void> {
    while (again) {
      again = false;
      await storeAll();
    }
  }

  async function storeAll(): Promise<void> {
    cancelRetry();
    // One turn later, so that saves made together go together: one transaction, one flush.
    await Promise.resolve();
    while (queue.length > 0 && !stopped) {
      if (saving.get().type === 'saved') saving.set({ type: 'saving' });
      const problem = await storeFlight();
      if (problem) return giveUpForNow(problem);
    }
  }

  async function storeFlight(): Promise<StorageProblem | null> {
    flight ??= { count: queue.length, inJournal: journal === null, inDatabase: false };
    const batch = queue.slice(0, flight.count);
    const records = batch.flatMap((waiting) => waiting.records);
    const problem = await storeOnBothSides(records, flight);
    if (problem) return problem;
    flight = null;
    queue.splice(0, batch.length);
    tries = 0;
    lastSaved = clock.now();
    saving.set(queue.length > 0 ? { type: 'saving' } : { type: 'saved', at: lastSaved });
    for (const { onStored, answer } of batch) {
      onStored?.();
      answer?.(ok(undefined));
    }
    return null;
  }

  async function storeOnBothSides(
    records: readonly StoredRecord[],
    sides: { inJournal: boolean; inDatabase: boolean },
  ): Promise<StorageProblem | null> {
    const late = sides.inDatabase;
    const toJournal = sides.inJournal ? null : journal;
    const mark = toJournal ? toJournal.markAfter(records) : (journal?.markAfter([]) ?? null);
    const [first, second] = await Promise.all([
      toJournal ? problemOf(() => toJournal.append(records)) : null,
      sides.inDatabase ? null : problemOf(() => database.put(records, mark)),
    ]);
    sides.inJournal ||= first === null;
    sides.inDatabase ||= second === null;
    // The journal came later than the database: its mark must be right before anyone relies on it.
    const third = first === null && late && journal ? await problemOf(() => database.put([], journal.markAfter([]))) : null;
    return first ?? second ?? third;
  }

  function giveUpForNow(problem: StorageProblem): void {
    const tried = queue.splice(0);
    queue.push(...tried.filter(({ onStored }) => onStored !== null));
    if (queue.length < tried.length) flight = null;
    saving.set(queue.length > 0 ? { type: 'failed', problem, waiting: queue.length } : { type: 'saved', at: lastSaved });
    for (const waiting of tried) {
      waiting.answer?.(err({ type: 'NotSaved', problem }));
      waiting.answer = null;
    }
    if (queue.length === 0) return;
    const seconds = BACK_OFF[Math.min(tries++, BACK_OFF.length - 1)]!;
    cancelRetry = clock.after(seconds * 1000, () => void pump());
  }

  /** Never while a flight is on its way: marks and keys must not move under it. */
  async function alone(step: () => Promise<StorageProblem | null>): Promise<StorageProblem | null> {
    while (running) await running;
    const doing = step();
    running = doing.then(() => {}).finally(() => (running = null));
    const problem = await doing;
    if (queue.length > 0) void running.then(pump);
    return problem;
  }

  async function eraseNow(prefixes: readonly string[]): Promise<StorageProblem | null> {
    const problem = await problemOf(() => database.erase(prefixes));
    if (problem || !journal) return problem;
    return await problemOf(async () => {
      await journal.erase(prefixes);
      await database.put([], journal.markAfter([]));
    });
  }

  const enqueue = (records: readonly StoredRecord[], onStored: (() => void) | null): Promise<Result<void, NotSaved>> =>
    new Promise((answer) => {
      queue.push({ records, onStored, answer });
      // Also while an earlier one failed: the disk may have room again by now.
      void pump();
    });

  return {
    saving,
    write: (records) => enqueue(records, null),
    save: enqueue,
    waiting: () => queue.flatMap(({ onStored, records }) => (onStored ? records : [])),
    retry: pump,
    settle: async () => {
      await pump();
      return queue.length === 0;
    },
    erase: async (prefixes) => {
      for (const waiting of queue)
        waiting.records = waiting.records.filter(({ key }) => !prefixes.some((prefix) => key.startsWith(prefix)));
      return resultOf(await alone(() => eraseNow(prefixes)));
    },
    compact: async () => resultOf(await alone(() => eraseNow([]))),
    mend: async () => {
      if (journal) await alone(() => problemOf(async () => void (await compareAll(database, journal, false))));
    },
    stop: () => {
      stopped = true;
      cancelRetry();
    },
  };
}

const resultOf = (problem: StorageProblem | null): Result<void, NotSaved> => (problem ? err({ type: 'NotSaved', problem }) : ok(undefined));

/** What went wrong, told as one of two; an error that the adapter did not foresee is storage lost, never a silent success. */
async function problemOf(step: () => Promise<void>): Promise<StorageProblem | null> {
  try {
    await step();
    return null;
  } catch (error) {
    return error instanceof StorageFailure ? error.problem : 'storageLost';
  }
}

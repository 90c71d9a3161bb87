import {
  isRemoval,
  StorageFailure,
  type Database,
  type Journal,
  type JournalMark,
  type StoredRecord,
} from '../../src/application/ports.ts';

/** What outlives a crash: the bytes of one device. */
export interface FakeDisk {
  records: Map<string, StoredRecord>;
  local: Map<string, Uint8Array<ArrayBuffer>>;
  mark: JournalMark | null;
  lost: boolean;
  journal: readonly StoredRecord[];
}

export type Step = 'database.put' | 'database.erase' | 'journal.append' | 'journal.erase';
/** `die...`: the process ends there, nothing after it ever answers. `tear`: half of the records, then death. `never`: no answer. */
export type Outcome = 'ok' | 'diskFull' | 'storageLost' | 'dieBefore' | 'dieAfter' | 'tear';
export type Faults = (step: Step) => Outcome | Promise<Outcome>;

export const createFakeDisk = (): FakeDisk => ({ records: new Map(), local: new Map(), mark: null, lost: false, journal: [] });

const never = new Promise<never>(() => {});
const sizeOf = (record: StoredRecord) => 10 + record.key.length + record.bytes.length;
const markOf = (records: readonly StoredRecord[]): JournalMark => ({
  bytes: records.reduce((sum, record) => sum + sizeOf(record), 0),
  records: records.length,
});
const startsWithAny = (key: string, prefixes: readonly string[]) => prefixes.some((prefix) => key.startsWith(prefix));

/** One process with this disk: both ports, and every step of them can go wrong as `faults` says. */
export function openFakeDisk(
  disk: FakeDisk,
  faults: Faults = () => 'ok',
): { readonly database: Database; readonly journal: Journal; readonly die: () => void } {
  let dead = false;
  async function step(name: Step, act: (part: number) => void): Promise<void> {
    const outcome = dead ? 'dieBefore' : await faults(name);
    if (dead || outcome === 'dieBefore') {
      dead = true;
      return await never;
    }
    if (outcome === 'diskFull' || outcome === 'storageLost') throw new StorageFailure(outcome);
    act(outcome === 'tear' ? 0.5 : 1);
    if (outcome === 'ok') return;
    dead = true;
    await never;
  }

  const database: Database = {
    open: async () => ({ lost: disk.lost }),
    put: (records, mark) =>
      step('database.put', (part) => {
        if (part < 1) return;
        for (const record of records) {
          if (isRemoval(record)) disk.records.delete(`${record.table} ${record.key}`);
          else disk.records.set(`${record.table} ${record.key}`, record);
        }
        disk.mark = mark;
        disk.lost = false;
      }),
    get: async (table, key) => disk.records.get(`${table} ${key}`)?.bytes,
    getMany: async (table, keys) => keys.map((key) => disk.records.get(`${table} ${key}`)?.bytes),
    list: async (table, prefix) =>
      [...disk.records.values()]
        .filter((record) => record.table === table && record.key.startsWith(prefix))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    count: async () => disk.records.size,
    countOf: async (table, prefix) =>
      [...disk.records.values()].filter((record) => record.table === table && record.key.startsWith(prefix)).length,
    mark: async () => disk.mark,
    erase: (prefixes) =>
      step('database.erase', () => {
        for (const [name, record] of disk.records) if (startsWithAny(record.key, prefixes)) disk.records.delete(name);
        for (const key of disk.local.keys()) if (startsWithAny(key, prefixes)) disk.local.delete(key);
        disk.mark = null;
      }),
    putLocal: async (key, bytes) => {
      if (dead) return await never;
      disk.local.set(key, bytes);
    },
    getLocal: async (key) => disk.local.get(key),
    listLocal: async (prefix) => [...disk.local].filter(([key]) => key.startsWith(prefix)).map(([key, bytes]) => ({ key, bytes })),
    removeLocal: async (prefix) => {
      for (const key of disk.local.keys()) if (key.startsWith(prefix)) disk.local.delete(key);
    },
    close: () => {},
    wipe: async () => {
      disk.records.clear();
      disk.local.clear();
      disk.mark = null;
    },
  };

  const journal: Journal = {
    open: async () => ({ mark: markOf(disk.journal), cutBytes: 0 }),
    markAfter: (records) => markOf([...disk.journal, ...records]),
    append: (records) =>
      step('journal.append', (part) => void (disk.journal = [...disk.journal, ...records.slice(0, Math.floor(records.length * part))])),
    read: async (fromByte) => {
      let at = 0;
      const records = disk.journal.filter((record) => {
        const here = at;
        at += sizeOf(record);
        return here >= fromByte;
      });
      return { records, damaged: 0 };
    },
    erase: (prefixes) =>
      step('journal.erase', () => {
        const newest = new Map(disk.journal.map((record) => [`${record.table} ${record.key}`, record]));
        disk.journal = [...newest.values()].filter((record) => !isRemoval(record) && !startsWithAny(record.key, prefixes));
      }),
    close: async () => {},
    wipe: async () => void (disk.journal = []),
  };

  return { database, journal, die: () => void (dead = true) };
}

/** The database is gone, as after the browser threw it away. `told`: the browser says so. */
export function loseDatabase(disk: FakeDisk, told: boolean): void {
  disk.records = new Map();
  disk.local = new Map();
  disk.mark = null;
  disk.lost = told;
}

import type { JournalDisk } from '../../src/adapters/opfs/journalDesk.ts';
import type { JournalFile } from '../../src/adapters/opfs/journalFiles.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** One change of a file, in the order in which they were made. Flushed changes survive a crash; later ones partly or not. */
type Change =
  | { readonly file: number; readonly type: 'write'; readonly at: number; readonly bytes: Bytes }
  | { readonly file: number; readonly type: 'cut'; readonly size: number };

export interface FakeFiles {
  readonly pair: readonly [JournalFile, JournalFile];
  readonly disk: JournalDisk;
  /** What the files hold now, as the running program sees them. */
  readonly contents: () => readonly [Bytes, Bytes];
  /** Changes since the last flush of their file. */
  readonly pending: () => readonly Change[];
  /** Everything ever done, with for each step what was flushed by then. */
  readonly steps: () => readonly Change[];
  /** How many bytes both files may hold together; a write that needs more is cut short. */
  capacity: number;
  /** The next flushes fail, as on an I/O error. */
  failFlushes: (count: number) => void;
}

/** Two files as FileSystemSyncAccessHandle has them, in memory, that remember every change so that a crash can be staged anywhere. */
export function createFakeFiles(start: readonly [Bytes, Bytes] = [new Uint8Array(0), new Uint8Array(0)]): FakeFiles {
  const contents: [Bytes, Bytes] = [start[0].slice(), start[1].slice()];
  let pending: Change[] = [];
  const steps: Change[] = [];
  let failingFlushes = 0;

  const change = (next: Change) => {
    contents[next.file as 0 | 1] = applyChange(contents[next.file as 0 | 1], next);
    pending.push(next);
    steps.push(next);
  };
  const createFile = (file: 0 | 1): JournalFile => ({
    getSize: () => contents[file].length,
    read: (into, { at }) => {
      const part = contents[file].subarray(at, at + into.length);
      into.set(part);
      return part.length;
    },
    write: (bytes, { at }) => {
      const growth = Math.max(0, at + bytes.length - contents[file].length);
      const room = Math.max(0, files.capacity - contents[0].length - contents[1].length);
      const written = bytes.slice(0, bytes.length - Math.max(0, growth - room));
      change({ file, type: 'write', at, bytes: written });
      return written.length;
    },
    truncate: (size) => change({ file, type: 'cut', size }),
    flush: () => {
      if (failingFlushes > 0) {
        failingFlushes -= 1;
        throw new Error('input/output error');
      }
      pending = pending.filter((each) => each.file !== file);
    },
    close: () => {},
  });
  const pair = [createFile(0), createFile(1)] as const;
  const files: FakeFiles = {
    pair,
    disk: {
      openPair: async () => pair,
      removePair: async () => {
        contents[0] = new Uint8Array(0);
        contents[1] = new Uint8Array(0);
      },
    },
    contents: () => [contents[0].slice(), contents[1].slice()],
    pending: () => pending,
    steps: () => steps,
    capacity: Number.MAX_SAFE_INTEGER,
    failFlushes: (count) => {
      failingFlushes = count;
    },
  };
  return files;
}

export function applyChange(content: Bytes, change: Change): Bytes {
  const size = change.type === 'cut' ? change.size : Math.max(content.length, change.at + change.bytes.length);
  const next = new Uint8Array(size);
  next.set(content.subarray(0, size));
  if (change.type === 'write') next.set(change.bytes, change.at);
  return next;
}

/** A write that a crash cut off after so many bytes; `holes`: the file is as long as it would have been, but the rest is zeroes. */
export function tearChange(content: Bytes, change: Change, written: number, holes: boolean): Bytes {
  if (change.type === 'cut') return written > 0 ? applyChange(content, change) : content;
  const torn = holes ? new Uint8Array(change.bytes.length) : new Uint8Array(Math.min(written, change.bytes.length));
  torn.set(change.bytes.subarray(0, written));
  return torn.length === 0 ? content : applyChange(content, { ...change, bytes: torn });
}

import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';

/** What was written, or which names stand in a folder, is on the disk when this returns. */
export function flush(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** A database and what SQLite may have put beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true });
}

/** '2026-11-24T17-30-05Z': sorts by time, and is a name on every system. */
export const stampOf = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

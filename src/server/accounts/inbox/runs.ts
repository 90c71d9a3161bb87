import { randomInt } from 'node:crypto';
import type { Tx } from '../../store/port.ts';

/*
 * A server that secretly went back counts changes again that somebody heard of already: what comes under those numbers would be passed
 * over. So each start of the server is noted with the number it began at, and an offset says in which run it was given.
 */

/** As many as fit in an offset. */
const RUNS = 2 ** 24;

/** Gives the mark of this run. */
export function beginRun(tx: Tx): number {
  const mark = randomInt(1, RUNS);
  tx.run(`INSERT INTO run (mark, began) SELECT ?, value FROM counter WHERE name = 'change'`, mark);
  return mark;
}

/** Whether this number was counted in that run of this very history. */
export function isOfThisHistory(tx: Tx, { run, change }: { readonly run: number; readonly change: number }): boolean {
  if (change === 0) return true;
  const end = tx.get<{ value: number }>(
    `SELECT ifnull((SELECT began FROM run WHERE id > given.id ORDER BY id LIMIT 1), (SELECT value FROM counter WHERE name = 'change')) AS value
     FROM run AS given WHERE mark = ? ORDER BY id DESC LIMIT 1`,
    run,
  );
  return end !== undefined && change <= end.value;
}

import * as v from 'valibot';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { countShape } from '../../protocol/wireShapes.ts';
import type { Ports } from '../ports.ts';

type Where = Pick<Ports, 'database' | 'clock'>;

const KEY = 'wrongTries';
/** Seconds to wait after the first, second, ... wrong passphrase; the last stays. */
const WAITS = [0, 0, 0, 5, 15, 60, 300] as const;
const shape = v.strictTuple([countShape, countShape]);

/** When the next try is allowed; null: now. Never further ahead than the longest wait, whatever happened to the clock. */
export async function waitUntil({ database, clock }: Where): Promise<number | null> {
  const [, notBefore] = await readTries(database);
  const latest = clock.now() + WAITS.at(-1)! * 1000;
  return notBefore > clock.now() ? Math.min(notBefore, latest) : null;
}

/** Counts a try before it is made; says when the next is allowed should this one be wrong (null: at once). */
export async function noteTry({ database, clock }: Where): Promise<number | null> {
  const [wrong] = await readTries(database);
  const wait = WAITS[Math.min(wrong, WAITS.length - 1)]! * 1000;
  await database.putLocal(KEY, encodeCbor([wrong + 1, clock.now() + wait])).catch(() => undefined);
  return wait > 0 ? clock.now() + wait : null;
}

export async function forgetWrongTries({ database }: Where): Promise<void> {
  await database.putLocal(KEY, encodeCbor([0, 0])).catch(() => undefined);
}

async function readTries(database: Where['database']): Promise<readonly [number, number]> {
  const parsed = v.safeParse(shape, decodeCbor((await database.getLocal(KEY)) ?? new Uint8Array()));
  return parsed.success ? parsed.output : [0, 0];
}

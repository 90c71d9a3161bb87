import * as v from 'valibot';
import { COURIER, COURIER_ACCESS } from '../../protocol/storedKeys.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Database, ServerPort } from '../ports.ts';
import { askSession } from './access.ts';

const DAY = 24 * 60 * 60 * 1000;
/** A token of 30 days is made anew long before it ends: the device may stay locked for weeks. */
const LEAST = 20 * DAY;
const LONGEST = 31 * DAY;

/**
 * Sees to it that the courier has what it needs, or nothing: on a laptop that others use too there is none. What it has reads and
 * delivers sealed envelopes in this device's name and opens nothing; it stands unsealed, because it is used while all else is locked.
 */
export async function provideCourier({ ports }: DeviceContext, session: Session, server: ServerPort): Promise<void> {
  const { database, courier, clock } = ports;
  if (!courier) return;
  if (session.settings.shared) return await database.removeLocal(COURIER);
  const until = await readUntil(database);
  const left = until === undefined ? 0 : until - clock.now();
  if (left > LEAST && left < LONGEST) return;
  const opened = await askSession(server, session, clock.now, 'worker');
  if (!opened.ok || opened.value.access.type !== 'session') return;
  const provided = JSON.stringify({ token: opened.value.access.token, until: opened.value.until });
  await database.putLocal(COURIER_ACCESS, new Uint8Array(new TextEncoder().encode(provided)));
  // While it was asked for, the device may have become one for others too.
  if (session.settings.shared) await database.removeLocal(COURIER);
}

async function readUntil(database: Database): Promise<number | undefined> {
  const bytes = await database.getLocal(COURIER_ACCESS);
  const parsed = bytes && v.safeParse(shape, JSON.parse(new TextDecoder().decode(bytes)));
  return parsed?.success ? parsed.output.until : undefined;
}

const shape = v.object({ until: v.number() });

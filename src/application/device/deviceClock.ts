import * as v from 'valibot';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import type { StorageState } from '../application.ts';
import { changeStorage, type DeviceContext, type Session } from './deviceContext.ts';

/** What is known of the true time. Milliseconds. A local copy: should it be lost, a wrong clock is noticed later. */
interface KnownTime {
  /** Certainly past: this device itself wrote something then, or the server said that it was that late. Never what others wrote. */
  readonly passed: number;
  /** What this device's clock said when the server said that it was ahead. Put right, it stands well before that. */
  readonly aheadAt: number | null;
}

/** A clock may stand a little wrong; more is a wrong date, or another time zone's hour. */
const TOLERANCE = 60 * 60 * 1000;
/** A save costs no second write as long as the last kept moment is this near. */
const NEAR = 10 * 60 * 1000;

const CLOCK_KEY = 'clock';
const nothing: KnownTime = { passed: 0, aheadAt: null };
const knownTimes = new WeakMap<Session, KnownTime>();

const judge = ({ passed, aheadAt }: KnownTime, now: number): StorageState['clockSuspect'] => {
  if (aheadAt !== null && now > aheadAt - TOLERANCE) return 'ahead';
  return now < passed - TOLERANCE ? 'behind' : null;
};

/** What was known before, also of an earlier visit; said at once. */
export async function readClock(context: DeviceContext, session: Session): Promise<void> {
  const sealed = await context.ports.database.getLocal(CLOCK_KEY);
  const opened = sealed && (await openRecord(session.vault, 'clock', CLOCK_KEY, sealed));
  const parsed = opened?.ok ? v.safeParse(clockShape, decodeCbor(opened.value)) : undefined;
  const [passed, aheadAt] = parsed?.success ? parsed.output : [0, null];
  show(context, session, { passed, aheadAt });
}

/** This device wrote something by its own clock. What it writes while it is ahead says nothing of the time. */
export function noteOwnTime(context: DeviceContext): void {
  const { session, ports } = context;
  if (!session) return;
  const known = knownTimes.get(session) ?? nothing;
  const now = ports.clock.now();
  const isUse = judge(known, now) === null && now > known.passed + NEAR;
  const next = isUse ? { ...known, passed: now } : known;
  const isChanged = show(context, session, next);
  if (isUse) void keep(context, session, next);
  if (isChanged) context.link.tell({ type: 'device' });
}

/** The server said how late it is: that counts for more than anything that was written here. `drift`: this clock less the server's. */
export function noteServerTime(
  context: DeviceContext,
  session: Session,
  { time, drift }: { readonly time: number; readonly drift: number },
) {
  if (context.session !== session) return;
  const known = { passed: time, aheadAt: drift > TOLERANCE ? time + drift : null };
  const isChanged = show(context, session, known);
  void keep(context, session, known).then(() => isChanged && context.link.tell({ type: 'device' }));
}

/** Whether the screens see something else now. */
function show(context: DeviceContext, session: Session, known: KnownTime): boolean {
  knownTimes.set(session, known);
  const clockSuspect = judge(known, context.ports.clock.now());
  if (clockSuspect === context.storage.get().clockSuspect) return false;
  changeStorage(context, { clockSuspect });
  return true;
}

async function keep(context: DeviceContext, session: Session, { passed, aheadAt }: KnownTime): Promise<void> {
  const { database, random } = context.ports;
  const sealed = await sealRecord(session.vault, 'clock', CLOCK_KEY, encodeCbor([passed, aheadAt]), random.bytes);
  // Locked or wiped in the meantime.
  if (context.session === session) await database.putLocal(CLOCK_KEY, sealed).catch(() => undefined);
}

const clockShape = v.strictTuple([v.number(), v.nullable(v.number())]);

import { err, ok, type Result } from '../../core/shared/result.ts';
import { sign } from '../../crypto/keys.ts';
import { concatBytes } from '../../protocol/bytes.ts';
import { sessionMessage, type SessionScope } from '../../protocol/exchange/paths.ts';
import { noteServerTime } from '../device/deviceClock.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Access, ServerPort, ServerProblem } from '../ports.ts';

/** Why nothing was asked of a server at all. */
export type NoExchange = { readonly type: 'Unconnected' } | { readonly type: 'Locked' };

interface Opened {
  readonly access: Access;
  /** On this device's own clock. */
  readonly until: number;
  /** How late the server says it is, and by how much this device's own clock is ahead of that. */
  readonly told: { readonly time: number; readonly drift: number };
}

/** One per unlocked session; dropped with it. */
const sessions = new WeakMap<Session, Promise<Result<Opened, ServerProblem>>>();
/** A token that ends within this time is not begun with. */
const MARGIN = 60_000;

/** A way in, as this device: the one there is, or a new one. `fresh`: the server did not take the last one. */
export async function openAccess(
  context: DeviceContext,
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<Result<Access, ServerProblem | NoExchange>> {
  const { session, ports } = context;
  if (!session) return err({ type: 'Locked' });
  if (!ports.server) return err({ type: 'Unconnected' });
  const now = ports.clock.now();
  const known = fresh ? undefined : await sessions.get(session);
  if (known?.ok && known.value.until > now && known.value.until < now + LONGEST) return ok(known.value.access);
  const asking = askSession(ports.server, session, () => ports.clock.now());
  sessions.set(session, asking);
  const opened = await asking;
  if (opened.ok) noteServerTime(context, session, opened.value.told);
  return opened.ok ? ok(opened.value.access) : opened;
}

/** A way in that a revoked device has too: to read that it is, and to hand over what it made. */
export async function openLeavingAccess(server: ServerPort, session: Session): Promise<Result<Access, ServerProblem>> {
  const opened = await askSession(server, session, () => 0, 'leaving');
  return opened.ok ? ok(opened.value.access) : opened;
}

/** No session lasts longer: a clock that was put back does not make an old token look new. */
const LONGEST = 24 * 60 * 60 * 1000;

/** The server's challenge, signed. Nothing in it depends on this device's clock. */
export async function askSession(
  server: ServerPort,
  { keys }: Session,
  now: () => number,
  scope: SessionScope = 'full',
): Promise<Result<Opened, ServerProblem>> {
  const asked = await server.challenge();
  if (!asked.ok) return asked;
  const { challenge, time } = asked.value;
  const told = { time, drift: now() - time };
  const message = concatBytes(new TextEncoder().encode(sessionMessage(challenge, keys.id, scope)));
  const opened = await server.openSession({ device: keys.id, challenge, scope, signature: await sign(keys, message) });
  if (!opened.ok) return opened;
  const { token, seconds } = opened.value;
  return ok({ access: { type: 'session', token }, until: now() + seconds * 1000 - MARGIN, told });
}

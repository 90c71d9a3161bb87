import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { joinBytes } from '../../protocol/bytes.ts';
import { keyringPath } from '../../protocol/exchange/paths.ts';
import { viewsPrefix } from '../accessLog/places.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { changeSettings } from '../device/session.ts';
import type { Access } from '../ports.ts';
import { collect } from './collect.ts';
import { deliverAll } from './deliverAll.ts';
import { exchangeOwnKeyring, storedEntries } from './keyringExchange.ts';
import { openLine, type ExchangeFailure } from './openLine.ts';

/** Shows this person's keyring to the server, with an invitation or a setup link: from then on it knows their devices. */
export async function introduceKeyring(context: DeviceContext, access: Access): Promise<Result<void, ExchangeFailure>> {
  const { session, ports } = context;
  if (!session) return err({ type: 'Locked' });
  if (!ports.server) return err({ type: 'Unconnected' });
  const entries = await storedEntries({ context }, session.member);
  const made = await ports.server.create(access, keyringPath(session.member), joinBytes(entries));
  const isThere = !made.ok && made.error.type === 'Refused' && made.error.code === 'AlreadyThere';
  return made.ok || isThere ? ok(undefined) : made;
}

/** From now on this device belongs to the server that gave it the app. The exchange begins, also in the writer tab if that is another. */
export async function connectToServer(context: DeviceContext): Promise<Result<void, ExchangeFailure>> {
  const { session } = context;
  if (!session) return err({ type: 'Locked' });
  const stored = await changeSettings(context, session, { connected: true });
  if (!stored.ok) return err({ type: 'NotStored', problem: stored.error.problem });
  await deliverNow(context);
  return ok(undefined);
}

/** Asks the writer tab to exchange at once: everything, or one document. Does not wait. */
export async function deliverNow(context: DeviceContext, doc: DocumentId | null = null): Promise<void> {
  await context.link.ask({ type: 'exchange', doc });
}

/** What was added to the own keyring here goes to the server; when it cannot now (false), it does when a session is opened next. */
export async function deliverKeyring(context: DeviceContext): Promise<boolean> {
  const line = await openLine(context);
  return line.ok && (await exchangeOwnKeyring(line.value)).ok;
}

/** Delivers what waits in these documents and waits for that: nothing of it is only here any more. */
export async function waitDelivered(context: DeviceContext, docs: readonly DocumentId[]): Promise<Result<void, ExchangeFailure>> {
  const { database } = context.ports;
  for (const doc of docs) {
    const rows = await Promise.all([`${doc}/`, viewsPrefix(doc)].map((prefix) => database.countOf('outbox', prefix)));
    if (rows.every((count) => count === 0)) continue;
    const line = await openLine(context);
    const sent = line.ok ? await deliverAll(line.value, doc) : line;
    if (!sent.ok) return sent;
  }
  return ok(undefined);
}

/** Reads what is new of these documents now, also of one that this member was only just added to. */
export async function collectNow(context: DeviceContext, docs: readonly DocumentId[]): Promise<Result<void, ExchangeFailure>> {
  for (const doc of docs) {
    const line = await openLine(context);
    const read = line.ok ? await collect(line.value, doc) : line;
    if (!read.ok) return read;
  }
  return ok(undefined);
}

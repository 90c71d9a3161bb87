import { loadCaseWork } from '../cases/loadCaseWork.ts';
import type { OwnWrites, SaveRequest } from '../documents/saveOperations.ts';
import { createDurableStore, type DurableStore } from '../storage/durableStore.ts';
import { heal, type Healed } from '../storage/heal.ts';
import type { AccessRequest, Serve, WriterAnswer } from '../storage/tabLink.ts';
import { loadAccessLog } from '../accessLog/loadAccessLog.ts';
import { finishRedacting } from '../exchange/redactStored.ts';
import { startExchange } from '../exchange/startExchange.ts';
import { isRemoval, type Journal, type Ports, type StoredRecord } from '../ports.ts';
import { freshIncarnation } from '../../crypto/ids.ts';
import { noteOwnTime } from './deviceClock.ts';
import { changeStorage, type DeviceContext, type Session } from './deviceContext.ts';
import { eraseDocuments, finishErasing } from './eraseDocuments.ts';
import { readPasskey } from './passkeyRecord.ts';
import { DEVICE_KEY } from './deviceRecord.ts';
import { incarnationRecord } from './session.ts';
import { forgetEverything } from './wipeDevice.ts';

/**
 * This tab is the writer from now on: it opens the journal, makes both sides hold the same, and does what any tab asks.
 * `databaseLost`: what the database said when it was opened here.
 */
export async function becomeWriter(context: DeviceContext, databaseLost: boolean): Promise<void> {
  const { ports, link } = context;
  if (context.device.get().type === 'signedOut') return link.serve(waitForBeginning(context));
  const { journal, healed } = await openJournal(ports, databaseLost);
  if (await ports.database.get(WIPING.table, WIPING.key)) {
    await wipeStorage(ports);
    await ports.database.open();
    return await becomeWriter(context, false);
  }
  const durable = createDurableStore({ ...ports, journal });
  context.durable = durable;
  durable.saving.subscribe(() => {
    context.saving.set(durable.saving.get());
    link.tell({ type: 'saving', saving: durable.saving.get() });
  });
  await finishErasing(ports.database, durable);
  await finishRedacting(ports.database, durable);
  // SPEC rule 2: numbers given out before the loss may live on elsewhere, so the log goes on in a new chain.
  if (healed === 'rebuilt') await durable.write([incarnationRecord(freshIncarnation(ports.random.bytes))]);
  // The old writer is gone; another that is still there speaks again.
  changeStorage(context, {
    otherVersion: false,
    journal: journal ? 'open' : 'copy',
    healed,
    journalBytes: journal?.markAfter([]).bytes ?? null,
  });
  // What this tab knew from an earlier writer may never have been stored.
  for (const opening of context.session?.open.values() ?? []) await (await opening).readAgain();
  link.serve(serveWith(context, durable));
  startExchange(context).catch(() => undefined);
}

/**
 * A journal that cannot be opened is no reason to refuse work: then the database is the only copy, and the screen says so. With an
 * empty database it is: everything may be in that journal, and a new start would be made over it.
 */
async function openJournal(
  { database, journal }: Ports,
  databaseLost: boolean,
): Promise<{ readonly journal: Journal | null; readonly healed: Healed }> {
  if (!journal) return { journal, healed: 'nothing' };
  try {
    return { journal, healed: await heal(database, journal, databaseLost) };
  } catch (error) {
    if ((await database.count()) === 0) throw error;
    return { journal: null, healed: 'nothing' };
  }
}

function serveWith(context: DeviceContext, durable: DurableStore): Serve {
  const own: OwnWrites = new Map();
  /** Asked and not answered yet: what somebody wipes after may still be on its way. */
  const doing = new Set<Promise<unknown>>();
  let isLeaving = false;

  /** Whether everything is elsewhere, and nothing new is taken any more from here on. */
  async function leave(): Promise<boolean> {
    isLeaving = true;
    await Promise.allSettled(doing);
    isLeaving = (await durable.settle()) && (await context.ports.database.countOf('outbox', '')) === 0;
    return isLeaving;
  }

  const answer = (result: { readonly ok: boolean; readonly error?: { readonly problem: 'diskFull' | 'storageLost' } }): WriterAnswer => ({
    problem: result.error?.problem ?? null,
    envelope: null,
  });
  const act: Serve = async (request) => {
    switch (request.type) {
      case 'write':
        return answer(await writeAndTell(context, durable, request.records));
      case 'save':
        // Locked here: cannot seal. The asker asks again; unlocking any tab unlocks this one.
        return context.session && (await saveAndList(context, context.session, durable, own, request));
      case 'exchange':
        await startExchange(context);
        context.exchanging?.retry(request.doc);
        return answer({ ok: true });
      case 'forgetLeft':
        await context.exchanging?.forgetLeft();
        return answer({ ok: true });
      case 'typing':
        context.exchanging?.noteTyping(request.doc, request.entity, request.field);
        return answer({ ok: true });
      case 'opened':
        context.exchanging?.noteOpened(request.caseId);
        return answer({ ok: true });
      case 'access':
        return context.session && (await writeAccess(context, context.session, durable, request));
      case 'erase':
        return answer(await eraseDocuments(durable, request.docs));
      case 'compact':
        return answer(await durable.compact());
      case 'mend':
        await durable.mend();
        return answer({ ok: true });
      case 'wipe':
        if (request.signOut !== 'delivered' || (await leave())) await wipeHere(context, durable, request.signOut !== null);
        return answer({ ok: true });
      case 'retry':
        await durable.retry();
        return answer({ ok: true });
    }
  };
  return async (request) => {
    if (request.type === 'wipe') return await act(request);
    // Asked again when it turns out that this device is not left after all.
    if (isLeaving) return null;
    const answering = act(request);
    doing.add(answering);
    return await answering.finally(() => doing.delete(answering));
  };
}

/**
 * Everything was taken off this device, and this tab still stands there. Nothing is made anew until somebody begins, in a tab that was
 * opened since: what else is asked comes from before.
 */
const waitForBeginning =
  (context: DeviceContext): Serve =>
  async (request) => {
    const isBeginning =
      request.type === 'write' && request.records.some((record) => record.table === 'device' && record.key === DEVICE_KEY);
    if (!isBeginning) return null;
    await context.ports.database.open();
    context.device.set({ type: 'new' });
    await becomeWriter(context, false);
    return null;
  };

/** Something of this device was written, and has to go to the server. */
function noteWritten(context: DeviceContext): void {
  noteOwnTime(context);
  context.exchanging?.noteSaved();
}

/** What has to go to the server is told to whatever takes it there. */
async function writeAndTell(context: DeviceContext, durable: DurableStore, records: readonly StoredRecord[]) {
  const written = await durable.write(records);
  if (written.ok && records.some((record) => record.table === 'outbox' && !isRemoval(record))) noteWritten(context);
  return written;
}

/** Lines of the access log wait for the server like everything else that was written here. */
async function writeAccess(context: DeviceContext, session: Session, durable: DurableStore, request: AccessRequest): Promise<WriterAnswer> {
  const written = await (await loadAccessLog()).writeViews(context, session, durable, request);
  noteWritten(context);
  return written;
}

/** Says that this device is being wiped, until it is: a crash halfway may not bring anything back. */
const WIPING: StoredRecord = { table: 'device', key: 'wiping', bytes: new Uint8Array() };

async function wipeHere(context: DeviceContext, durable: DurableStore, isSignOut: boolean): Promise<void> {
  const next = isSignOut ? 'signedOut' : 'new';
  await durable.write([WIPING]);
  context.link.tell({ type: 'wiped', next });
  durable.stop();
  await wipeStorage(context.ports);
  if (!isSignOut) await context.ports.database.open();
  forgetEverything(context, next);
  await becomeWriter(context, false);
}

/** Nothing is left on this device: no file, no database. */
async function wipeStorage({ database, journal, storageInfo, passkeys }: Ports): Promise<void> {
  const passkey = passkeys && (await readPasskey(database).catch(() => undefined));
  if (passkey) await passkeys.forget(passkey.id);
  await journal?.wipe();
  await database.wipe();
  storageInfo.writeRestartMark(null);
}

/** Every save also brings the case's line in the list up to date. */
async function saveAndList(
  context: DeviceContext,
  session: Session,
  durable: DurableStore,
  own: OwnWrites,
  request: SaveRequest,
): Promise<WriterAnswer> {
  const { saveOperations, refreshSummary } = await loadCaseWork();
  const answer = await saveOperations(context, session, durable, own, request);
  noteWritten(context);
  // Not before whoever waits has heard that it is stored: making the line anew takes as long as storing did.
  context.ports.clock.after(0, () => void refreshSummary(context, session, request.doc));
  return answer;
}

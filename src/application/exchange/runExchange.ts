import { idle, step } from '../../core/sync/step.ts';
import type { Failure, SyncEffect, SyncEvent, SyncState, Work } from '../../core/sync/syncState.ts';
import { START } from '../../core/sync/syncState.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { DeviceContext, RunningExchange, Session } from '../device/deviceContext.ts';
import type { Inbox } from '../../protocol/exchange/shapes.ts';
import type { ServerPort, ServerProblem } from '../ports.ts';
import { openAccess, type NoExchange } from './access.ts';
import { isCheckDue } from './checkHeads.ts';
import { collect } from './collect.ts';
import { compare } from './compare.ts';
import { deliverAll } from './deliverAll.ts';
import { readMemory } from './exchangeMemory.ts';
import { exchangeOwnKeyring } from './keyringExchange.ts';
import { leave } from './leave.ts';
import { leaveRevoked } from './leaveRevoked.ts';
import { forgetLeft } from './left.ts';
import { isLeftThere, type Line, type Outcome } from './line.ts';
import { listAuditedDocuments } from '../accessLog/audited.ts';
import { collectViews, compareViews, isViewsNews, noteViewsEnd } from '../accessLog/collectViews.ts';
import { resealViews } from '../accessLog/deliverViews.ts';
import { provideCourier } from './courierAccess.ts';
import { destroyAgain } from '../destruction/destroyAgain.ts';
import { listDestroyedDocuments, readDestroyed } from '../destruction/destroyedRecord.ts';
import { createTypingTeller, takePresence } from './presence.ts';
import { reseal } from './reseal.ts';
import { takeFetched } from './takeFetched.ts';
import { showExchange } from './showExchange.ts';

/** Runs the exchange of core/sync for one unlocked session: events go in, effects are carried out, and the screens see the state. */
export function runExchange(context: DeviceContext, session: Session, server: ServerPort): RunningExchange {
  const { ports } = context;
  let state: SyncState = idle;
  let stopped = false;
  /** What happened before it was known what there is to exchange. */
  let early: SyncEvent[] | null = [];
  let listening = new AbortController();
  let cancelWake = () => {};
  const show = showExchange(context, session);

  /** What waits is delivered without the app as well, once there is a connection. */
  const callCourier = () => ports.courier?.call();
  const isWaiting = () => [...state.documents.values()].some(({ waiting }) => waiting > 0);
  let isAway = false;
  const release = ports.courier?.hold();
  const stopLeaving = ports.courier?.onLeaving(() => {
    if (isWaiting()) callCourier();
  });

  const isOver = () => stopped || context.session !== session;
  const happen = (event: SyncEvent) => {
    if (isOver()) return;
    if (early && event.type !== 'begin') return void early.push(event);
    const random = new DataView(ports.random.bytes(4).buffer).getUint32(0) / 2 ** 32;
    const next = step(state, event, { now: ports.clock.now(), random });
    ({ state } = next);
    for (const effect of next.effects) carryOut(effect);
    show.state(state);
    const wasAway = isAway;
    isAway = !state.line.reached && isWaiting();
    if (isAway && !wasAway) callCourier();
  };

  function carryOut(effect: SyncEffect): void {
    switch (effect.type) {
      case 'openSession':
        return void openSession();
      case 'listen':
        return void listen(effect.offset, effect.wait);
      case 'stopListening':
        return listening.abort();
      case 'work':
        return void work(effect.doc, effect.work);
      case 'wake':
        cancelWake();
        cancelWake = ports.clock.after(effect.after, () => happen({ type: 'due' }));
    }
  }

  const openLine = async (fresh: boolean): Promise<Outcome<Line>> => {
    const access = await openAccess(context, { fresh });
    return access.ok ? ok({ context, session, server, access: access.value }) : err(failureOf(access.error));
  };

  async function openSession(): Promise<void> {
    ports.opener?.prepare();
    const line = await attempt(() => openLine(true));
    const keyring = line.ok ? await attempt(() => exchangeOwnKeyring(line.value)) : line;
    // A keyring that cannot be exchanged is no reason to leave the cases alone.
    const isIn = line.ok && (keyring.ok || isLeftThere(keyring.error) || isAboutKeyring(keyring.error));
    if (isIn) {
      show.heard();
      void attempt(async () => ok(await provideCourier(context, session, server)));
    }
    if (!isIn) await afterRevoking((keyring as { error: Failure }).error);
    const strange: { readonly keyring?: Failure } = keyring.ok ? {} : { keyring: keyring.error };
    happen(isIn ? { type: 'sessionOpened', ...strange } : { type: 'sessionFailed', failure: (keyring as { error: Failure }).error });
  }

  async function listen(offset: string, wait: boolean): Promise<void> {
    listening.abort();
    const mine = new AbortController();
    listening = mine;
    const line = await attempt(() => openLine(false));
    const answer = line.ok ? await attempt(() => server.inbox(line.value.access, { offset, wait, signal: mine.signal })) : line;
    if (mine.signal.aborted || isOver()) return;
    if (!answer.ok) {
      await afterRevoking(answer.error);
      return happen({ type: 'listenFailed', failure: answer.error });
    }
    session.blocked = new Set(answer.value.blocked.map(({ device }) => device));
    show.heard();
    void takePresence(context, session, answer.value);
    happen({ type: 'heard', items: await whatChanged(answer.value), next: answer.value.next, whole: offset === START });
  }

  let leaving: Promise<unknown> | null = null;
  /** A device that was revoked hands over what it holds, whatever it was that the server refused. */
  async function afterRevoking(failure: Failure): Promise<void> {
    if (failure.type !== 'Refused' || failure.code !== 'DeviceRevoked' || isOver()) return;
    leaving ??= attempt(() => leaveRevoked(context, session, server)).finally(() => (leaving = null));
    await leaving;
    await show.left();
  }

  async function whatChanged({ items }: Inbox) {
    // Of what is over for this member nothing is told but that; once it left this device there is nothing to ask.
    const audited = await listAuditedDocuments(context);
    const ended = await listDestroyedDocuments(context);
    const concerning = items.filter(({ doc, roster }) => roster !== '' || session.documents.has(doc) || audited.has(doc));
    return await Promise.all(
      concerning.map(async ({ doc, roster, log, views }) => {
        noteViewsEnd(session, doc, views);
        if (!session.documents.has(doc)) {
          const destroyed = ended.has(doc) ? await readDestroyed(context, session, doc) : undefined;
          return { doc, changed: destroyed?.end !== roster };
        }
        const memory = await readMemory(context, session, doc);
        // Nothing is told of what may not be read: being refused there is how a device finds out.
        const isLog = log !== '' && memory.log !== log;
        const isDue = memory.roster !== roster || isLog || isCheckDue(memory, ports.clock.now());
        return { doc, changed: isDue || (await isViewsNews({ context, session }, doc)) };
      }),
    );
  }

  async function work(doc: DocumentId, what: Work): Promise<void> {
    const line = await attempt(() => openLine(false));
    const before = show.progressOf(doc);
    const outcome = line.ok ? await attempt(() => doWork(line.value, doc, what)) : line;
    if (isOver()) return;
    if (!outcome.ok) await afterRevoking(outcome.error);
    // Before it is gone from the screens: that it left is told at once.
    if (outcome.ok && outcome.value.gone) await show.left();
    await show.document(doc);
    const waiting = show.waitingOf(doc);
    if (line.ok && (outcome.ok || outcome.error.type === 'Refused')) show.heard();
    if (!outcome.ok) return happen({ type: 'failed', doc, work: what, failure: outcome.error, moved: show.progressOf(doc) !== before });
    if (outcome.value.gone) return happen({ type: 'forgotten', doc });
    happen({ type: 'done', doc, work: what, waiting, follow: outcome.value.follow ?? [] });
  }

  async function noteSaved(): Promise<void> {
    const waiting = await show.outbox();
    happen({ type: 'saved', waiting });
  }

  const tellTyping = createTypingTeller(context, session, async () => {
    if (!state.line.reached || state.session !== 'open') return undefined;
    const line = await attempt(() => openLine(false));
    return line.ok ? line.value : undefined;
  });
  const stopHoping = ports.network.onHope(() => happen({ type: 'hope' }));
  void (async () => {
    await takeFetched(context, session).catch(() => undefined);
    for (const doc of session.documents.keys()) await show.document(doc);
    const waiting = await show.outbox();
    await show.left();
    happen({ type: 'begin', documents: [...session.documents.keys()].map((doc) => ({ doc, waiting: waiting.get(doc) ?? 0 })) });
    const before = early ?? [];
    early = null;
    before.forEach(happen);
  })();

  return {
    noteSaved: () => void noteSaved(),
    noteOpened: (caseId) =>
      happen({ type: 'opened', docs: [...session.documents.values()].filter((each) => each.caseId === caseId).map(({ doc }) => doc) }),
    noteForgotten: (docs) => {
      docs.forEach((doc) => happen({ type: 'forgotten', doc }));
      void show.left();
    },
    noteTyping: (doc, entity, field) => void tellTyping({ doc, entity, field }).catch(() => undefined),
    retry: (doc) => happen({ type: 'retry', doc }),
    forgetLeft: async () => {
      await forgetLeft(context, session);
      await show.left();
    },
    stop: () => {
      stopped = true;
      listening.abort();
      cancelWake();
      stopHoping();
      stopLeaving?.();
      release?.();
      if (isWaiting()) callCourier();
    },
  };
}

/** What a work may say at its end. */
interface Done {
  /** The document left this device. */
  readonly gone?: boolean;
  /** What has to follow. */
  readonly follow?: readonly Work[];
}

type Works = (line: Line, doc: DocumentId) => Promise<Outcome<Done | void>>;

/** The access log follows what it is about. */
const both =
  (first: Works, then: Works): Works =>
  async (line, doc) => {
    const done = await first(line, doc);
    if (!done.ok) return done;
    const more = await then(line, doc);
    return more.ok ? done : more;
  };

const works: { readonly [W in Work]: Works } = {
  collect: both(collect, collectViews),
  deliver: deliverAll,
  compare: both(compare, compareViews),
  reseal: both(reseal, resealViews),
  leave,
};

async function doWork(line: Line, doc: DocumentId, what: Work): Promise<Outcome<Done>> {
  const { context, session } = line;
  const destroyed = session.documents.has(doc) ? undefined : await readDestroyed(context, session, doc);
  if (destroyed) return await destroyAgain(line, doc, destroyed);
  const done = await works[what](line, doc);
  return done.ok ? ok(done.value ?? {}) : done;
}

/** Something that was not foreseen (a closed database, a torn file) ends this try, never the exchange. */
async function attempt<T>(step: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await step();
  } catch {
    return err({ type: 'NotStored', problem: 'storageLost' });
  }
}

/** The keyring's own refusals say nothing about this session. */
const isAboutKeyring = (failure: Failure): boolean =>
  failure.type === 'NotStored' ||
  (failure.type === 'Refused' &&
    !['NoSession', 'SessionExpired', 'UnknownDevice', 'DeviceRevoked', 'DeviceBlocked'].includes(failure.code));

const failureOf = (problem: ServerProblem | NoExchange): Failure =>
  problem.type === 'Locked' || problem.type === 'Unconnected' ? { type: 'Unreachable' } : problem;

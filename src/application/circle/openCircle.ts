import { findUndestroyed } from '../../core/circle/destruction.ts';
import type { Roster } from '../../core/circle/roster.ts';
import { findRemovals } from '../../core/circle/removals.ts';
import { type Colleague, viewOrganisation } from '../../core/organisation/viewOrganisation.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { CaseId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { findAccessTrouble } from '../accessLog/accessAlarms.ts';
import { viewOf } from '../cases/viewOf.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { createStore } from '../store.ts';
import { documentsOf } from './caseCircles.ts';
import type { Desk } from './desk.ts';
import { isMine, problemOf } from './jobs.ts';
import { readReason } from './reasons.ts';
import { findRevocations } from './revocations.ts';
import type { CircleError, CircleJob, CircleView, OpenCircle } from './types.ts';
import { type CircleSources, viewCircle } from './viewCircle.ts';

/** Who is in a case, followed as long as it is open: what is written, what arrives, and what was changed in its circles. */
export async function openCircle({ context, changes }: Desk, caseId: CaseId): Promise<Result<OpenCircle, CircleError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const held = createHeld(context, session);
  const first = await makeView(context, session, caseId, held);
  if (!first) {
    held.release();
    return err({ type: 'UnknownCase' });
  }
  const view = createStore(first);
  let [isClosed, isAsked, running] = [false, false, false];
  /** One at a time; asked for again meanwhile means once more. */
  const refresh = async () => {
    isAsked = true;
    if (running) return;
    running = true;
    while (isAsked && !isClosed && context.session === session) {
      isAsked = false;
      const next = await makeView(context, session, caseId, held).catch(() => undefined);
      if (next && !isClosed && !isSame(next, view.get())) view.set(next);
    }
    running = false;
  };
  held.onChange(() => void refresh());
  const stops = [
    changes.subscribe(() => void refresh()),
    context.exchange.subscribe(() => void refresh()),
    context.link.hear(() => void refresh()),
  ];
  return ok({
    view,
    close: () => {
      isClosed = true;
      for (const stop of stops) stop();
      held.release();
    },
  });
}

/** Views are made anew at every hint; a screen hears only of what differs. */
const isSame = (a: CircleView, b: CircleView): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Held {
  readonly open: (doc: DocumentId) => Promise<OpenDocument | undefined>;
  readonly onChange: (listener: () => void) => void;
  readonly release: () => void;
}

/** Documents stay in memory until released; each is followed once. */
function createHeld(context: DeviceContext, session: Session): Held {
  const stops = new Map<DocumentId, () => void>();
  let changed = () => {};
  return {
    open: async (doc) => {
      const release = stops.has(doc) ? undefined : hold(session, doc);
      if (release) stops.set(doc, release);
      const document = await openDocument(context, session, doc)?.catch(() => undefined);
      if (release && document) {
        const unsubscribe = document.shown.subscribe(() => changed());
        stops.set(doc, () => (unsubscribe(), release()));
      }
      return document;
    },
    onChange: (listener) => (changed = listener),
    release: () => stops.forEach((stop) => stop()),
  };
}

async function makeView(context: DeviceContext, session: Session, caseId: CaseId, held: Held): Promise<CircleView | undefined> {
  const documents = (await Promise.all(documentsOf(session, caseId).map(held.open))).filter((document) => document !== undefined);
  const plan = documents.find(({ kind }) => kind === 'plan');
  if (!plan) return undefined;
  const others = documents.filter(({ kind }) => kind !== 'plan' && kind !== 'personal');
  const sources: CircleSources = {
    plan,
    others,
    me: session.member,
    today: context.ports.clock.today() as CivilDate,
    view: viewOf(context, session, plan.shown.get()),
    colleagues: await readColleagues(session, held),
    blocked: session.blocked,
    jobs: listJobs(session, plan, others),
    access: await findAccessTrouble(context, session, [plan, ...others]),
    reasons: await readReasons(context, session, plan),
  };
  return viewCircle(sources);
}

async function readColleagues(session: Session, held: Held): Promise<{ name: string; people: readonly Colleague[] } | null> {
  const own = [...session.documents.values()].find(({ kind }) => kind === 'organisation');
  const document = own && (await held.open(own.doc));
  return document ? viewOrganisation(document.shown.get(), document.roster) : null;
}

async function readReasons(context: DeviceContext, session: Session, { roster }: OpenDocument): Promise<ReadonlyMap<MemberId, string>> {
  const members = [...roster.proposals.keys()];
  return new Map(await Promise.all(members.map(async (member) => [member, await readReason(context, session, roster, member)] as const)));
}

function listJobs(session: Session, plan: OpenDocument, others: readonly OpenDocument[]): readonly CircleJob[] {
  const rosters = others.map(({ roster }) => roster);
  const { ending } = plan.roster;
  if (ending) {
    const left = findUndestroyed([plan.roster, ...rosters], new Set()).map((roster) => openOf(roster, session));
    return left.length === 0 ? [] : [{ type: 'destruction', member: ending.by, open: left, problem: problemIn(session, left, ending.by) }];
  }
  const removals = findRemovals(plan.roster, rosters).map(({ member, open }): CircleJob => {
    const left = open.map((roster) => openOf(roster, session));
    return { type: 'removal', member, open: left, problem: problemIn(session, left, member) };
  });
  const retiring = [plan, ...others]
    .filter(({ circle }) => findRevocations(circle, session).length > 0)
    .map(({ doc, kind }) => ({ doc, kind, mine: true }));
  if (retiring.length === 0) return removals;
  const { member } = session;
  return [...removals, { type: 'deviceRevoked', member, open: retiring, problem: problemIn(session, retiring, member) }];
}

const openOf = (roster: Roster, session: Session) => ({ doc: roster.doc, kind: roster.kind, mine: isMine(roster, session) });

const problemIn = (session: Session, open: readonly { readonly doc: DocumentId }[], member: MemberId): CircleJob['problem'] =>
  open.map(({ doc }) => problemOf(session, doc, member)).find((problem) => problem !== null) ?? null;

import { findSilent, readAccessLog, type Access } from '../../core/circle/accessLog.ts';
import { roleAt } from '../../core/circle/roster.ts';
import { viewOrganisation } from '../../core/organisation/viewOrganisation.ts';
import type { CaseId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { DocumentFetches } from '../../protocol/exchange/shapes.ts';
import { viewOf } from '../cases/viewOf.ts';
import { readCaseCircles } from '../circle/caseCircles.ts';
import type { Desk } from '../circle/desk.ts';
import type { CircleError } from '../circle/types.ts';
import { withLine } from '../circle/withLine.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { createStore } from '../store.ts';
import { readAuditedCircles } from './audited.ts';
import { readStoredViews } from './readViews.ts';
import type { AccessLine, AccessView, HandedOut, OpenAccessLog } from './types.ts';
import { keepViewsMemory, readViewsMemory } from './viewsMemory.ts';

interface Told {
  readonly at: number;
  readonly fetches: ReadonlyMap<DocumentId, DocumentFetches['devices']>;
}

/** Who looked at a case, followed as long as it is open; for its circle, or for whoever watches over it without reading it. */
export async function openAccessLog({ context, changes }: Desk, caseId: CaseId): Promise<Result<OpenAccessLog, CircleError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  let told: Told | null = null;
  const first = await makeView(context, session, caseId, told);
  if (!first) return err({ type: 'UnknownCase' });
  const view = createStore(first);
  let [isClosed, isAsked] = [false, false];
  let running: Promise<void> | null = null;
  /** Resolves when what is known now stands there, also when it was on its way already. */
  const show = async (): Promise<void> => {
    isAsked = true;
    running ??= showAll().finally(() => {
      running = null;
    });
    await running;
  };
  const showAll = async (): Promise<void> => {
    while (isAsked && !isClosed && context.session === session) {
      isAsked = false;
      const next = await makeView(context, session, caseId, told).catch(() => undefined);
      if (next && !isClosed && JSON.stringify(next) !== JSON.stringify(view.get())) view.set(next);
    }
  };
  const refresh: OpenAccessLog['refresh'] = async () => {
    const circles = await circlesOf(context, session, caseId);
    const asked = await withLine(context, session, async ({ server, access }) => {
      const fetches = new Map<DocumentId, DocumentFetches['devices']>();
      for (const { roster } of circles?.all ?? []) {
        const answer = await server.readFetches(access, roster.doc);
        if (!answer.ok) return answer;
        fetches.set(roster.doc, answer.value.devices);
      }
      return ok(fetches);
    });
    if (!asked.ok) return asked;
    told = { at: context.ports.clock.now(), fetches: asked.value };
    await show();
    return ok(undefined);
  };
  const stops = [changes, context.exchange].map((store) => store.subscribe(() => void show()));
  return ok({
    view,
    refresh,
    close: () => {
      isClosed = true;
      for (const stop of stops) stop();
    },
  });
}

async function circlesOf(context: DeviceContext, session: Session, caseId: CaseId) {
  const own = await readCaseCircles(context, session, caseId);
  if (own) return { plan: own.plan, all: [own.plan, ...own.others], auditing: false };
  const audited = (await readAuditedCircles(context, session)).filter(({ roster }) => roster.caseId === caseId);
  return audited.length > 0 ? { plan: null, all: audited, auditing: true } : undefined;
}

/** What this device knows of who looked, without asking the server. */
export const readAccessView = async (context: DeviceContext, session: Session, caseId: CaseId): Promise<AccessView | undefined> =>
  await makeView(context, session, caseId, null);

async function makeView(context: DeviceContext, session: Session, caseId: CaseId, told: Told | null): Promise<AccessView | undefined> {
  const circles = await circlesOf(context, session, caseId);
  if (!circles) return undefined;
  const names = await readNames(context, session, circles.plan);
  const logs = await Promise.all(circles.all.map(async (circle) => await readOne(context, session, circle, told)));
  const said = new Map(
    logs.flatMap(({ circle, log }) => log.lines.map((line) => [circle.ownerOf(line.device), line] as const)).toReversed(),
  );
  const nameOf = (member: MemberId | null, own?: Access) => {
    const known = member === null ? undefined : names.get(member);
    const self = own ?? (member === null ? undefined : said.get(member));
    return { name: known?.name || self?.name || '', organisation: known?.organisation || self?.organisation || '' };
  };
  const lines = logs.flatMap(({ circle, log }) => log.lines.map((line) => toLine(session, circle, line, nameOf)));
  return {
    caseId,
    lines: lines.toSorted((a, b) => b.at - a.at),
    alarms: logs.flatMap(({ circle, log, silent }) => [
      ...[...log.chains.values()].flatMap(({ device, missing }) =>
        missing > 0 ? [{ type: 'LinesMissing', device, member: circle.ownerOf(device) ?? null, count: missing } as const] : [],
      ),
      ...silent.map((device) => ({ type: 'DeviceSilent', device, member: circle.ownerOf(device) ?? null }) as const),
    ]),
    handedOut: told && toHandedOut(circles.all, told, (member) => nameOf(member).name),
    toldAt: told?.at ?? null,
    auditing: circles.auditing,
  };
}

/** What is found here is what the circle's alarms say too, until more arrives. */
async function readOne(context: DeviceContext, session: Session, circle: Circle, told: Told | null) {
  const { doc } = circle.roster;
  const stored = await readStoredViews(context, session, doc);
  const log = readAccessLog(stored.map(({ access }) => access));
  const memory = await readViewsMemory(context, session, doc);
  const fetched = told?.fetches.get(doc);
  const silent = fetched ? findSilent(fetched, log.chains, context.ports.clock.now()) : memory.silent;
  // Only what was read from the server says how far that was.
  const isSame = JSON.stringify([[...memory.chains], memory.silent]) === JSON.stringify([[...log.chains], silent]);
  if (!isSame && context.durable) await keepViewsMemory(context, session, doc, { ...memory, chains: log.chains, silent });
  return { circle, log, silent };
}

function toLine(
  session: Session,
  { roster, ownerOf }: Circle,
  line: Access,
  nameOf: (member: MemberId | null, own: Access) => Pick<AccessLine, 'name' | 'organisation'>,
): AccessLine {
  const member = ownerOf(line.device) ?? null;
  return {
    id: line.hash,
    at: line.at,
    member,
    ...nameOf(member, line),
    role: member === null ? null : roleAt(roster, member, line.roster),
    me: member === session.member,
    what: line.what,
    doc: roster.doc,
    kind: roster.kind,
    device: line.device,
  };
}

/** One line per device, over all documents of the case. */
function toHandedOut(circles: readonly Circle[], { fetches }: Told, nameOf: (member: MemberId | null) => string): readonly HandedOut[] {
  const found = new Map<string, HandedOut>();
  for (const { roster, ownerOf } of circles) {
    for (const { device, first, last, times } of fetches.get(roster.doc) ?? []) {
      const before = found.get(device);
      const member = ownerOf(device) ?? before?.member ?? null;
      found.set(device, {
        device,
        member,
        name: nameOf(member),
        first: Math.min(first, before?.first ?? first),
        last: Math.max(last, before?.last ?? last),
        times: times + (before?.times ?? 0),
      });
    }
  }
  return [...found.values()].toSorted((a, b) => b.last - a.last);
}

type Names = ReadonlyMap<MemberId, { readonly name: string; readonly organisation: string }>;

/** The plan's own words for people, then those of the own organisation. */
async function readNames(context: DeviceContext, session: Session, plan: Circle | null): Promise<Names> {
  const names = new Map<MemberId, { readonly name: string; readonly organisation: string }>();
  const organisation = [...session.documents.values()].find(({ kind }) => kind === 'organisation');
  const ofOrganisation = organisation && (await read(context, session, organisation.doc));
  if (ofOrganisation) {
    const { name, people } = viewOrganisation(ofOrganisation.shown.get(), ofOrganisation.roster);
    for (const person of people) names.set(person.member, { name: person.name, organisation: name });
  }
  const ofPlan = plan && (await read(context, session, plan.roster.doc));
  if (ofPlan)
    for (const { member, name, organisation: works } of viewOf(context, session, ofPlan.shown.get()).people)
      if (member !== null)
        names.set(member as MemberId, { name, organisation: works || (names.get(member as MemberId)?.organisation ?? '') });
  return names;
}

async function read(context: DeviceContext, session: Session, doc: DocumentId) {
  const release = hold(session, doc);
  try {
    return await openDocument(context, session, doc)?.catch(() => undefined);
  } finally {
    release();
  }
}

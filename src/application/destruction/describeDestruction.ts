import type { CaseId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { dayOf } from '../../core/shared/dayOf.ts';
import { viewOf } from '../cases/viewOf.ts';
import { documentsOf } from '../circle/caseCircles.ts';
import type { CircleError } from '../circle/types.ts';
import { documentOfRow, isViewsRow } from '../../protocol/storedKeys.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Circle, OpenDocument } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { readMemory } from '../exchange/exchangeMemory.ts';
import type { CaseDocument, CaseHolder, DestructionView } from './types.ts';

/** What would be lost by destroying a case, and by whom. */
export async function describeDestruction(context: DeviceContext, caseId: CaseId): Promise<Result<DestructionView, CircleError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const docs = documentsOf(session, caseId);
  const releases = docs.map((doc) => hold(session, doc));
  try {
    const opened = await Promise.all(docs.map(async (doc) => await openDocument(context, session, doc)?.catch(() => undefined)));
    const documents = opened.filter((document) => document !== undefined);
    const plan = documents.find(({ kind }) => kind === 'plan');
    return plan ? ok(await viewDestruction(context, session, plan, documents)) : err({ type: 'UnknownCase' });
  } finally {
    for (const release of releases) release();
  }
}

async function viewDestruction(
  context: DeviceContext,
  session: Session,
  plan: OpenDocument,
  documents: readonly OpenDocument[],
): Promise<DestructionView> {
  const { ports } = context;
  const { roster, circle } = plan;
  const to = Math.max(...documents.map((document) => document.newestWall()));
  const counts = await Promise.all(documents.map(({ doc }) => ports.database.countOf('envelope', `${doc}/`)));
  const here = new Set(documents.map(({ doc }) => doc));
  const waiting = (await ports.database.list('outbox', '')).filter(({ key }) => !isViewsRow(key) && here.has(documentOfRow(key))).length;
  return {
    caseId: plan.caseId,
    mayDestroy: roster.members.get(session.member)?.role === 'lead',
    shared: session.settings.connected,
    documents: documents.map((document, at) => viewDocument(document, session.member, counts[at]!)),
    holders: holdersOf(context, session, plan, documents),
    period: { from: circle.entries[0]?.entry.wall ?? to, to },
    lastChange: dayOf(to),
    waiting,
    lastHeard: (await readMemory(context, session, plan.doc)).lastHeard,
    isBegun: roster.ending !== null,
  };
}

function viewDocument({ doc, kind, roster }: OpenDocument, me: MemberId, changes: number): CaseDocument {
  const leads = [...roster.members].flatMap(([member, { role }]) => (role === 'lead' ? [member] : []));
  return { doc, kind, changes, mine: leads.includes(me), leads };
}

function holdersOf(
  context: DeviceContext,
  session: Session,
  plan: OpenDocument,
  documents: readonly OpenDocument[],
): readonly CaseHolder[] {
  const { people } = viewOf(context, session, plan.shown.get());
  const members = new Set([plan, ...documents].flatMap(({ roster }) => [...roster.members.keys()]));
  const circles = documents.map(({ circle }) => circle);
  return [...members].map((member): CaseHolder => {
    const person = people.find((one) => one.member === member);
    const own = member === session.member ? session.settings : undefined;
    return {
      member,
      name: person?.name ?? own?.name ?? '',
      discipline: person?.discipline ?? own?.discipline ?? '',
      organisation: person?.organisation ?? own?.organisation ?? '',
      role: plan.roster.members.get(member)?.role ?? null,
      devices: member === session.member ? devicesOf(session.keyring.devices) : devicesIn(circles, member),
    };
  });
}

function devicesIn(circles: readonly Circle[], member: MemberId): CaseHolder['devices'] {
  const known = circles.map(({ keyrings }) => keyrings.get(member)).find((keyring) => keyring !== undefined);
  return known ? devicesOf(known.keyring.devices) : null;
}

const devicesOf = (devices: Session['keyring']['devices']): CaseHolder['devices'] =>
  [...devices.values()].filter(({ kind, revoked }) => kind === 'device' && !revoked).map(({ id }) => id);

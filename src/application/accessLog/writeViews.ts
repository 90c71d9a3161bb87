import { accessOperation, isNewAccess, type Access, type AccessKind } from '../../core/circle/accessLog.ts';
import type { DocumentKind } from '../../core/circle/rosterEntry.ts';
import type { DocumentId, EnvelopeHash } from '../../core/shared/ids.ts';
import { sealEnvelope } from '../../crypto/envelope.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import type { StoredRecord } from '../ports.ts';
import type { DurableStore } from '../storage/durableStore.ts';
import type { WriterAnswer } from '../storage/tabLink.ts';
import { viewsIncarnation, viewsKey } from './places.ts';
import { readStoredViews } from './readViews.ts';
import { readViewsKeys } from './viewsKeys.ts';

/** This device's own chain in one access log, as far as it was written. */
export interface OwnChain {
  readonly incarnation: string;
  readonly seq: number;
  readonly hash: EnvelopeHash | null;
  readonly lines: readonly Pick<Access, 'what' | 'day'>[];
}

/** Known for as long as the session lasts; and one writing at a time, because each line names the one before it. */
const chains = new WeakMap<Session, Map<DocumentId, OwnChain>>();
const turns = new WeakMap<Session, Promise<unknown>>();

/** An organisation is no case, and what is personal nobody else can look at. */
const KINDS: readonly DocumentKind[] = ['plan', 'part', 'voice', 'team', 'safety'];

/** The writer tab's side: a line in the access log of each of these documents, where it says something new. */
export function writeViews(
  context: DeviceContext,
  session: Session,
  durable: DurableStore,
  { docs, what }: { readonly docs: readonly DocumentId[]; readonly what: AccessKind },
): Promise<WriterAnswer> {
  return inTurnOfViews(session, async () => {
    const all = (await Promise.all(docs.map((doc) => sealView(context, session, doc, what)))).filter((each) => each !== undefined);
    // What left this device in the meantime is being erased: nothing of it is written behind that.
    const sealed = all.filter(({ doc }) => session.documents.has(doc));
    if (sealed.length === 0) return { problem: null, envelope: null };
    const stored = await durable.write(sealed.flatMap(({ records }) => records));
    // What was not stored was not written: the next time it is tried again.
    if (stored.ok) for (const { doc, chain } of sealed) noteOwnChain(session, doc, chain);
    return { problem: stored.ok ? null : stored.error.problem, envelope: null };
  });
}

export function inTurnOfViews<T>(session: Session, step: () => Promise<T>): Promise<T> {
  const turn = (turns.get(session) ?? Promise.resolve()).then(step);
  turns.set(
    session,
    turn.catch(() => undefined),
  );
  return turn;
}

/** What was sealed anew is where the chain goes on. */
export const noteOwnChain = (session: Session, doc: DocumentId, chain: OwnChain): void => void ownChains(session).set(doc, chain);

function ownChains(session: Session): Map<DocumentId, OwnChain> {
  const known = chains.get(session) ?? new Map<DocumentId, OwnChain>();
  chains.set(session, known);
  return known;
}

export async function sealView(
  context: DeviceContext,
  session: Session,
  doc: DocumentId,
  what: AccessKind,
  past?: Pick<Access, 'at' | 'day'>,
): Promise<{ readonly doc: DocumentId; readonly chain: OwnChain; readonly records: readonly StoredRecord[] } | undefined> {
  const indexed = session.documents.get(doc);
  if (!indexed || !KINDS.includes(indexed.kind)) return undefined;
  const own = await readOwnChain(context, session, doc);
  const { clock, random } = context.ports;
  const { at, day } = past ?? { at: clock.now(), day: clock.today() };
  if (!past && !isNewAccess(own.lines, what, day)) return undefined;
  const circle = (await session.open.get(doc)?.catch(() => undefined))?.circle ?? (await readCircle(context.ports.database, session, doc));
  const keys = circle && (await readViewsKeys(context, session, doc));
  const documentKey = keys && (keys.get(circle.roster.epoch) ?? [...keys.values()].at(-1));
  if (!circle || !documentKey || !circle.roster.members.has(session.member)) return undefined;
  const seq = own.seq + 1;
  const { name, organisation } = session.settings;
  const { hash, bytes } = await sealEnvelope(
    {
      incarnation: own.incarnation,
      seq,
      parents: own.hash === null ? [] : [own.hash],
      roster: { n: circle.roster.n, hash: circle.roster.hash },
      payload: { wall: at, lamport: seq + 1, ops: [accessOperation({ what, day, name, organisation })] },
    },
    { device: session.keys, documentKey, random: random.bytes },
  );
  const key = viewsKey(doc, `${session.keys.id}/${own.incarnation}`, seq);
  return {
    doc,
    chain: { ...own, seq, hash, lines: [...own.lines, { what, day }] },
    records: [
      { table: 'envelope', key, bytes },
      { table: 'outbox', key, bytes: new Uint8Array() },
    ],
  };
}

/** As stored, where this session did not write in it yet. Another incarnation is another chain (SPEC 2c). */
async function readOwnChain(context: DeviceContext, session: Session, doc: DocumentId): Promise<OwnChain> {
  const incarnation = await viewsIncarnation(session);
  const known = ownChains(session).get(doc);
  if (known?.incarnation === incarnation) return known;
  const stored = await readStoredViews(context, session, doc, `${session.keys.id}/${incarnation}/`);
  const last = stored.at(-1)?.access;
  const chain = { incarnation, seq: last?.seq ?? -1, hash: last?.hash ?? null, lines: stored.map(({ access }) => access) };
  noteOwnChain(session, doc, chain);
  return chain;
}

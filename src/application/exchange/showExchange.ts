import type { DocumentSync, SyncState } from '../../core/sync/syncState.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { waitingCount } from '../../core/document/state.ts';
import type { CaseExchange, DocumentExchange, ExchangeState, LeftDocument } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { changesIn, documentOfRow } from '../../protocol/storedKeys.ts';
import { readOutbox } from './deliver.ts';
import { readLeft } from './left.ts';
import { readMemory, noMemory, type ExchangeMemory } from './exchangeMemory.ts';

/** What is known here of one document's exchange, beside what the state machine keeps. */
interface Facts {
  readonly memory: ExchangeMemory;
  readonly waiting: number;
  readonly since: number | null;
  readonly incoming: number;
  readonly unread: number;
}
const noFacts: Facts = { memory: noMemory, waiting: 0, since: null, incoming: 0, unread: 0 };

/** Keeps what the screens see of the exchange, in every tab. */
export function showExchange(context: DeviceContext, session: Session) {
  const facts = new Map<DocumentId, Facts>();
  /** The oldest that waits in each document, so that it is opened once to know since when. */
  const oldest = new Map<DocumentId, { readonly key: string; readonly at: number }>();
  let lastHeard: number | null = null;
  let shown: SyncState | null = null;
  let left: readonly LeftDocument[] = [];

  const show = () => {
    if (!shown || context.session !== session) return;
    const exchange = { ...toExchange(shown, session, facts, lastHeard, context.ports.clock.now()), left };
    context.exchange.set(exchange);
    context.link.tell({ type: 'exchange', exchange });
  };

  /** Since when the oldest waits: told by the time within it. */
  async function sinceWhen(doc: DocumentId, key: string): Promise<number | null> {
    const known = oldest.get(doc);
    if (known?.key === key) return known.at;
    const release = hold(session, doc);
    try {
      const [document, bytes] = await Promise.all([
        openDocument(context, session, doc)?.catch(() => undefined),
        context.ports.database.get('envelope', key),
      ]);
      const [first] = document && bytes ? await document.openAll([bytes]) : [];
      if (first) oldest.set(doc, { key, at: first.wall });
      return first?.wall ?? null;
    } finally {
      release();
    }
  }

  async function document(doc: DocumentId): Promise<void> {
    const rows = await readOutbox(context.ports.database, doc);
    const memory = await readMemory(context, session, doc);
    const open: OpenDocument | undefined = await session.open.get(doc)?.catch(() => undefined);
    const before = facts.get(doc) ?? noFacts;
    facts.set(doc, {
      memory,
      waiting: rows.length,
      since: rows[0] ? await sinceWhen(doc, rows[0].key) : null,
      incoming: open ? waitingCount(open.state()) : before.incoming,
      unread: open ? open.unread() : before.unread,
    });
  }

  return {
    document,
    waitingOf: (doc: DocumentId) => facts.get(doc)?.waiting ?? 0,
    /** Another one after something was delivered or read. */
    progressOf: (doc: DocumentId): string => {
      const { memory, waiting } = facts.get(doc) ?? noFacts;
      return `${waiting} ${memory.roster} ${memory.log}`;
    },
    /** How many rows wait, per document where any do, with those of the access log: that has to go too, and is nobody's change. */
    outbox: async (): Promise<ReadonlyMap<DocumentId, number>> => {
      const rows = await context.ports.database.list('outbox', '');
      const changes = countByDocument(changesIn(rows));
      for (const doc of new Set([...facts.keys(), ...changes.keys()]))
        if ((changes.get(doc) ?? 0) !== facts.get(doc)?.waiting && session.documents.has(doc)) await document(doc);
      return countByDocument(rows);
    },
    /** What left this device is told anew. */
    left: async (): Promise<void> => {
      left = await readLeft(context, session);
      show();
    },
    heard: () => {
      lastHeard = context.ports.clock.now();
    },
    state: (state: SyncState) => {
      shown = state;
      show();
    },
  };
}

function countByDocument(rows: readonly { readonly key: string }[]): ReadonlyMap<DocumentId, number> {
  const counts = new Map<DocumentId, number>();
  for (const { key } of rows) counts.set(documentOfRow(key), (counts.get(documentOfRow(key)) ?? 0) + 1);
  return counts;
}

function toExchange(
  state: SyncState,
  session: Session,
  facts: ReadonlyMap<DocumentId, Facts>,
  lastHeard: number | null,
  now: number,
): Omit<ExchangeState, 'left'> {
  const cases = new Map<CaseId, CaseExchange>();
  for (const { doc, kind, caseId } of session.documents.values()) {
    const { memory, waiting, since, incoming, unread } = facts.get(doc) ?? noFacts;
    const trouble = state.documents.get(doc)?.trouble?.what ?? null;
    const document: DocumentExchange = { doc, kind, waiting, problem: trouble ?? (unread > 0 ? 'noKey' : null) };
    const before = cases.get(caseId);
    cases.set(caseId, {
      waiting: (before?.waiting ?? 0) + waiting,
      since: earliest(before?.since ?? null, since),
      lastDelivered: latest(before?.lastDelivered ?? null, memory.lastDelivered),
      lastHeard: (before?.lastHeard?.at ?? 0) >= (memory.lastHeard?.at ?? 0) ? (before?.lastHeard ?? null) : memory.lastHeard,
      incoming: (before?.incoming ?? 0) + incoming,
      serverWentBack: latest(before?.serverWentBack ?? null, memory.wentBack),
      documents: [...(before?.documents ?? []), document],
    });
  }
  const all = [...cases.values()];
  const waiting = all.reduce((sum, each) => sum + each.waiting, 0);
  const { notBefore } = state.line;
  return {
    type: typeOf(state, waiting, all),
    waiting,
    since: all.reduce<number | null>((first, { since }) => earliest(first, since), null),
    lastDelivered: all.reduce<number | null>((last, { lastDelivered }) => latest(last, lastDelivered), null),
    lastHeard,
    nextTry: !state.line.reached && notBefore > now ? notBefore : null,
    keyring: state.keyring,
    progress: state.first && { done: state.first.of - state.first.left.size, of: state.first.of },
    cases,
  };
}

/** Green only when it is: nothing waits, nothing is wanted, nobody was told of anything, and the server was heard (SPEC 21). */
function typeOf(
  { stopped, line, session, inbox, documents, keyring }: SyncState,
  waiting: number,
  cases: readonly CaseExchange[],
): ExchangeState['type'] {
  if (stopped) return stopped;
  if (!line.reached) return 'offline';
  const isBusy = ({ running, wanted, trouble }: DocumentSync) => running !== null || (wanted.size > 0 && trouble === null);
  if (session !== 'open' || !inbox.heard || [...documents.values()].some(isBusy)) return 'working';
  const isTold = cases.some(({ documents: each, incoming }) => incoming > 0 || each.some(({ problem }) => problem !== null));
  return isTold || keyring !== null || waiting > 0 || [...documents.values()].some(({ trouble }) => trouble !== null)
    ? 'incomplete'
    : 'upToDate';
}

const earliest = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));
const latest = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));

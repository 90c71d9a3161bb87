import { createFoldRules } from '../../core/circle/createFoldRules.ts';
import { foldEnvelopes, type FoldRules } from '../../core/document/fold.ts';
import type { OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import { emptyDocument, headsOf, waitingCount, type DocumentState } from '../../core/document/state.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { openEnvelope } from '../../crypto/envelope.ts';
import { importDocumentKey, type DocumentKey } from '../../crypto/keys.ts';
import { isSameBytes, type Bytes } from '../../protocol/bytes.ts';
import { encodeCbor } from '../../protocol/cbor.ts';
import { ownerOf, type DeviceContext, type Session } from '../device/deviceContext.ts';
import { createStore } from '../store.ts';
import type { IndexedDocument, OpenDocument } from './document.ts';
import { readEpochSecrets } from './documentRecord.ts';
import { envelopeKey, ownChain } from './envelopeRecords.ts';
import { readRoster } from './readRoster.ts';
import { readSnapshot } from './snapshot.ts';

/** The document, loaded once per session; undefined when it is not on this device. */
export function openDocument(context: DeviceContext, session: Session, doc: DocumentId): Promise<OpenDocument> | undefined {
  const indexed = session.documents.get(doc);
  if (!indexed) return undefined;
  const known = session.open.get(doc);
  if (known) return known;
  const loading = loadDocument(context, session, indexed);
  session.open.set(doc, loading);
  loading.catch(() => session.open.delete(doc));
  return loading;
}

/** Keeps the document in memory until the returned release: there is never a second one beside it in this tab. */
export function hold(session: Session, doc: DocumentId): () => void {
  const { held, open } = session;
  held.set(doc, (held.get(doc) ?? 0) + 1);
  return () => {
    const holders = (held.get(doc) ?? 1) - 1;
    held.set(doc, holders);
    if (holders === 0) open.delete(doc);
  };
}

async function loadDocument(context: DeviceContext, session: Session, indexed: IndexedDocument): Promise<OpenDocument> {
  const { doc } = indexed;
  // Asked together: each waits for the disk.
  const snapshot = readSnapshot(context, session, doc);
  snapshot.catch(() => undefined);
  let means = await readMeans(context, session, doc);
  if (!means) {
    await context.link.ask({ type: 'mend' });
    means = await readMeans(context, session, doc);
  }
  if (!means) throw new Error('document cannot be read');
  const { keys, key, roster, rules } = means;

  const reader: Reader = { context, session, doc, rules, documentKey: (epoch) => keys.get(epoch), opening: new WeakMap() };
  let { state, newestWall, folded } = await readStored(reader, await snapshot);
  const shown = createStore(state);
  const turns = { change: Promise.resolve() as Promise<unknown>, seal: Promise.resolve() as Promise<unknown> };

  const takeIn = (opened: readonly OpenedEnvelope[]) => {
    const before = state;
    state = foldEnvelopes(state, opened, rules);
    if (state !== before) folded += opened.length;
    for (const { wall } of opened) newestWall = Math.max(newestWall, wall);
    return opened;
  };
  const take = async (envelopes: readonly Bytes[]) => takeIn((await openAll(reader, envelopes)).opened);
  const inTurn: OpenDocument['inTurn'] = (queue, step) => {
    const result = turns[queue].then(step);
    turns[queue] = result.catch(() => undefined);
    return result;
  };

  return {
    ...indexed,
    key,
    roster,
    rules,
    state: () => state,
    shown,
    take,
    takeSealed: (bytes, envelope) => {
      reader.opening.set(bytes, Promise.resolve(ok(envelope)));
      takeIn([envelope]);
    },
    publish: () => shown.set(state),
    openAll: async (envelopes) => (await openAll(reader, envelopes)).opened,
    catchUp: async () => void (await take(await readBeyond(reader, state))),
    readAgain: () =>
      inTurn('seal', async () => {
        ({ state, newestWall, folded } = await readStored(reader, await readSnapshot(context, session, doc)));
        await take(await readBeyond(reader, state));
        shown.set(state);
      }),
    findSaved: async (since, operations) => {
      const later = await readBeyond(reader, since);
      const { opened } = await openAll(reader, later);
      const at = opened.findIndex(({ ops }) => saySame(ops, operations));
      return at < 0 ? undefined : later[at];
    },
    inTurn,
    newestWall: () => newestWall,
    sinceSnapshot: () => folded,
    snapshotWritten: () => void (folded = 0),
  };
}

/** Keys and circle; undefined when something of it is missing or does not verify. */
async function readMeans({ ports }: DeviceContext, session: Session, doc: DocumentId) {
  const secrets = (await readEpochSecrets(ports.database, session.vault, doc)) ?? [];
  const keys = new Map(
    await Promise.all(secrets.map(async ([epoch, secret]) => [epoch, await importDocumentKey(doc, epoch, secret)] as const)),
  );
  const roster = await readRoster(ports.database, doc, ownerOf(session));
  const key = roster && keys.get(roster.epoch);
  return key && { keys, key, roster, rules: createFoldRules(roster, ownerOf(session)) };
}

interface Reader {
  readonly context: DeviceContext;
  readonly session: Session;
  readonly doc: DocumentId;
  readonly rules: FoldRules;
  readonly documentKey: (epoch: number) => DocumentKey | undefined;
  /** The same bytes are opened once: whoever asked for a save gets back what the writer tab, often itself, just took in. */
  readonly opening: WeakMap<Bytes, ReturnType<typeof openEnvelope>>;
}

interface Folded {
  readonly state: DocumentState;
  readonly newestWall: number;
  readonly folded: number;
}

/** From the snapshot and what came after it, or from the whole log. A gap or damage is mended from the journal and read again. */
async function readStored(reader: Reader, snapshot: Awaited<ReturnType<typeof readSnapshot>>): Promise<Folded> {
  const { context, rules } = reader;
  if (snapshot) {
    const { opened, damaged } = await openAll(reader, [...(await readBeyond(reader, snapshot.state)), ...waitingOf(reader)]);
    const state = foldEnvelopes(snapshot.state, opened, rules);
    if (damaged === 0 && waitingCount(state) === 0)
      return { state, newestWall: newestOf(opened, snapshot.newestWall), folded: opened.length };
  }
  const first = await foldLog(reader);
  if (first.whole) return first;
  await context.link.ask({ type: 'mend' });
  return await foldLog(reader);
}

async function foldLog(reader: Reader): Promise<Folded & { readonly whole: boolean }> {
  const records = await reader.context.ports.database.list('envelope', `${reader.doc}/`);
  const { opened, damaged } = await openAll(reader, [...records.map(({ bytes }) => bytes), ...waitingOf(reader)]);
  const state = foldEnvelopes(emptyDocument(reader.doc), opened, reader.rules);
  const whole = damaged === 0 && waitingCount(state) === 0 && hasEverySeq(opened);
  return { state, newestWall: newestOf(opened, 0), folded: opened.length, whole };
}

/** Sealed here and not stored yet: their places in the log are taken. */
const waitingOf = ({ context, doc }: Reader): readonly Bytes[] =>
  (context.durable?.waiting() ?? [])
    .filter(({ table, key }) => table === 'envelope' && key.startsWith(`${doc}/`))
    .map(({ bytes }) => bytes);

/** SPEC rule 2: from 0, without a gap, per chain. */
function hasEverySeq(opened: readonly OpenedEnvelope[]): boolean {
  const seen = new Map<string, Set<number>>();
  for (const { device, incarnation, seq } of opened) {
    const chain = `${device}/${incarnation}`;
    seen.set(chain, (seen.get(chain) ?? new Set<number>()).add(seq));
  }
  return [...seen.values()].every((seqs) => Math.max(...seqs) === seqs.size - 1);
}

/** What is stored behind the last known envelope of each chain, and in this device's own chain should it be new here. */
async function readBeyond({ context, session, doc }: Reader, state: DocumentState): Promise<readonly Bytes[]> {
  const heads = headsOf(state);
  const chains = new Map<string, number>([[ownChain(session), -1], ...[...heads].map(([chain, { seq }]) => [chain, seq] as const)]);
  const readChain = async ([chain, head]: readonly [chain: string, head: number]) => {
    const found: Bytes[] = [];
    for (let seq = head + 1; ; seq++) {
      const bytes = await context.ports.database.get('envelope', envelopeKey(doc, chain, seq));
      if (!bytes) return found;
      found.push(bytes);
    }
  };
  return (await Promise.all([...chains].map(readChain))).flat();
}

async function openAll(
  { doc, documentKey, opening }: Reader,
  envelopes: readonly Bytes[],
): Promise<{ readonly opened: readonly OpenedEnvelope[]; readonly damaged: number }> {
  const openOnce = (bytes: Bytes) => {
    const result = opening.get(bytes) ?? openEnvelope(bytes, { doc, documentKey });
    opening.set(bytes, result);
    return result;
  };
  const results = await Promise.all(envelopes.map(openOnce));
  const opened = results.flatMap((result) => (result.ok ? [result.value] : []));
  return { opened, damaged: results.length - opened.length };
}

/** What was seen there before (preds) may have been completed while sealing. */
const saySame = (a: OpenedEnvelope['ops'], b: readonly Operation[]): boolean => {
  const withoutPreds = (ops: OpenedEnvelope['ops']) => encodeCbor(ops.map((operation) => operation.slice(0, 4)));
  return isSameBytes(withoutPreds(a), withoutPreds(b));
};

const newestOf = (opened: readonly OpenedEnvelope[], start: number) => opened.reduce((newest, { wall }) => Math.max(newest, wall), start);

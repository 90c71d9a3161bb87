import { foldEnvelopes } from '../../core/document/fold.ts';
import type { OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { isSameBytes, type Bytes } from '../../protocol/bytes.ts';
import { encodeCbor } from '../../protocol/cbor.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { createStore } from '../store.ts';
import type { IndexedDocument, OpenDocument } from './document.ts';
import { openAll, openEach, readBeyond, readMeans, readStored, type Reader } from './reading.ts';
import { readSnapshot } from './snapshot.ts';

/** Envelopes folded in one go: more would keep a slow device from taking keys. */
const AT_ONCE = 20;

/** The document, loaded once per session; undefined when it is not on this device. */
export const openDocument = (context: DeviceContext, session: Session, doc: DocumentId): Promise<OpenDocument> | undefined =>
  lookAtDocument(context, session, doc)?.then(async (document) => {
    await document.whole();
    return document;
  });

/** The document as far as its first look goes, to show it: quick, however old the case. Whoever does more with it waits for the whole. */
export function lookAtDocument(context: DeviceContext, session: Session, doc: DocumentId): Promise<OpenDocument> | undefined {
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

  const reader: Reader = { context, session, doc, means, opening: new WeakMap() };
  let { state, newestWall, folded, unread, looked } = await readStored(reader, await snapshot);
  let completing: Promise<void> | undefined;
  const shown = createStore(state);
  const turns = { change: Promise.resolve() as Promise<unknown>, seal: Promise.resolve() as Promise<unknown> };

  const takeIn = (opened: readonly OpenedEnvelope[]) => {
    const before = state;
    state = foldEnvelopes(state, opened, reader.means.rules);
    if (state !== before) folded += opened.length;
    for (const { wall } of opened) newestWall = Math.max(newestWall, wall);
    return opened;
  };
  const take = async (envelopes: readonly Bytes[]) => {
    const result = await openAll(reader, envelopes);
    if (result.opened.length > 0) await whole();
    unread += result.unread;
    takeIn(result.opened.slice(0, AT_ONCE));
    for (let at = AT_ONCE; at < result.opened.length; at += AT_ONCE) {
      await context.ports.clock.breathe();
      takeIn(result.opened.slice(at, at + AT_ONCE));
    }
    return result.opened;
  };
  const whole = () =>
    (completing ??= complete().catch((error: unknown) => {
      completing = undefined;
      throw error;
    }));
  const complete = async () => {
    if (!looked) return;
    const read = await looked.readWhole();
    if (read) state = read;
    else ({ state, newestWall, folded, unread } = await readStored(reader, undefined));
    looked.complete(state);
    looked = undefined;
    shown.set(state);
  };
  const inTurn: OpenDocument['inTurn'] = (queue, step) => {
    const result = turns[queue].then(step);
    turns[queue] = result.catch(() => undefined);
    return result;
  };
  const readAgain = async () => {
    await completing?.catch(() => undefined);
    const read = await readStored(reader, await readSnapshot(context, session, doc));
    // All at once: a first look knows of no envelope, and whoever takes some in meanwhile would take in again what is here.
    const all = read.looked ? await read.looked.readWhole() : read.state;
    ({ state, newestWall, folded, unread } = all ? { ...read, state: all } : await readStored(reader, undefined));
    looked = undefined;
    await take(await readBeyond(reader, state));
    shown.set(state);
  };

  return {
    ...indexed,
    get key() {
      return reader.means.key;
    },
    get roster() {
      return reader.means.circle.roster;
    },
    get rules() {
      return reader.means.rules;
    },
    get circle() {
      return reader.means.circle;
    },
    state: () => state,
    whole,
    isWhole: () => looked === undefined,
    unread: () => unread,
    shown,
    take,
    takeSealed: (bytes, envelope) => {
      reader.opening.set(bytes, Promise.resolve(ok({ envelope, unread: false })));
      takeIn([envelope]);
    },
    publish: () => shown.set(state),
    examine: async (envelopes) => {
      const openings = await openEach(reader, envelopes);
      return openings.map((opening, at) => ({ bytes: envelopes[at]!, opening }));
    },
    openAll: async (envelopes) => (await openAll(reader, envelopes)).opened,
    catchUp: async () => void (await take(await readBeyond(reader, state))),
    readAgain: () => inTurn('seal', readAgain),
    readCircleAgain: () =>
      inTurn('seal', async () => {
        const next = await readMeans(context, session, doc);
        if (!next) return;
        await whole();
        const before = reader.means;
        reader.means = next;
        reader.opening = new WeakMap();
        // Whose rights were lowered, what was erased and what can be read now reaches back: fold anew. Anything else folds on.
        const reachesBack = (['cutOffs', 'erased'] as const).some(
          (what) => next.circle.roster[what].length !== before.circle.roster[what].length,
        );
        if (reachesBack || unread > 0) return await readAgain();
        takeIn([]);
        shown.set(state);
        // A role that was raised changes nothing that was written, but what may be done with it.
        shown.tell();
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

/** What was seen there before (preds) may have been completed while sealing. */
const saySame = (a: OpenedEnvelope['ops'], b: readonly Operation[]): boolean => {
  const withoutPreds = (ops: OpenedEnvelope['ops']) => encodeCbor(ops.map((operation) => operation.slice(0, 4)));
  return isSameBytes(withoutPreds(a), withoutPreds(b));
};

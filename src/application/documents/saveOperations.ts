import type { Operation } from '../../core/document/operation.ts';
import { nextPlace, readCandidates } from '../../core/document/state.ts';
import type { DocumentId, EntityId, OperationId } from '../../core/shared/ids.ts';
import { sealEnvelope } from '../../crypto/envelope.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { DurableStore } from '../storage/durableStore.ts';
import type { WriterAnswer } from '../storage/tabLink.ts';
import { envelopeRecords } from './envelopeRecords.ts';
import type { OpenDocument } from './document.ts';
import { whyNoWriting } from './mayWrite.ts';
import { hold, openDocument } from './openDocument.ts';

/** Which values each tab's visit wrote, by document: a person never meets their own earlier value as a conflict. */
export type OwnWrites = Map<DocumentId, Map<OperationId, string>>;

/** `origin`: the tab's visit, so that a person never meets their own earlier value as a conflict. */
export interface SaveRequest {
  readonly doc: DocumentId;
  readonly operations: readonly Operation[];
  readonly origin: string;
}

/** The writer tab's side of a save: one envelope at the next place in the log, sealed, stored, and told to the other tabs. */
export async function saveOperations(
  context: DeviceContext,
  session: Session,
  durable: DurableStore,
  own: OwnWrites,
  request: SaveRequest,
): Promise<WriterAnswer> {
  const release = hold(session, request.doc);
  try {
    const document = await openDocument(context, session, request.doc);
    return document ? await saveTo(context, session, durable, own, document, request) : { problem: 'storageLost', envelope: null };
  } finally {
    release();
  }
}

async function saveTo(
  context: DeviceContext,
  session: Session,
  durable: DurableStore,
  own: OwnWrites,
  document: OpenDocument,
  request: SaveRequest,
): Promise<WriterAnswer> {
  const sealed = await document.inTurn('seal', async () =>
    // In turn: whoever leaves a circle waits for what is being sealed, and nothing is sealed after that.
    whyNoWriting(session, document.roster) ? null : await sealNext(context, session, durable, own, document, request),
  );
  if (!sealed) return { problem: 'storageLost', envelope: null };
  const { bytes, key, storing } = sealed;
  const stored = await storing;
  document.publish();
  if (!stored.ok) return { problem: stored.error.problem, envelope: bytes };
  context.link.tell({ type: 'stored', doc: document.doc, keys: [key] });
  return { problem: null, envelope: bytes };
}

/** Within the document's turn, so that numbers and parents follow each other; storing goes on outside it. */
async function sealNext(
  { ports, link }: DeviceContext,
  session: Session,
  durable: DurableStore,
  own: OwnWrites,
  document: OpenDocument,
  { operations, origin }: { readonly operations: readonly Operation[]; readonly origin: string },
) {
  const { doc, roster, key: documentKey } = document;
  const place = nextPlace(document.state(), session.keys.id, session.incarnation);
  const written = own.get(doc) ?? new Map<OperationId, string>();
  own.set(doc, written);
  const ops = operations.map((operation) => supersedeOwn(document, written, origin, operation));
  const { incarnation } = session;
  const payload = { wall: ports.clock.now(), lamport: place.lamport, ops };
  const { hash, bytes } = await sealEnvelope(
    { incarnation, seq: place.seq, parents: place.parents, roster: { n: roster.n, hash: roster.hash }, payload },
    { device: session.keys, documentKey, random: ports.random.bytes },
  );
  const records = envelopeRecords(session, doc, place.seq, bytes);
  const key = records[0]!.key;
  let answered = false;
  const storing = durable.save(records, () => {
    // Stored later than its answer: the other tabs have not heard of it yet.
    if (answered) link.tell({ type: 'stored', doc, keys: [key] });
  });
  void storing.then(() => (answered = true));
  // Taken in while the disk writes, and before the next one is sealed.
  document.takeSealed(bytes, { ...payload, ...place, hash, doc, device: session.keys.id, incarnation, roster: roster.n });
  for (const index of ops.keys()) written.set(`${hash}/${index}` as OperationId, origin);
  return { bytes, key, storing };
}

/** Names what this visit itself has in the cell, also when the edit began before that was saved. */
function supersedeOwn(document: OpenDocument, written: ReadonlyMap<OperationId, string>, origin: string, operation: Operation): Operation {
  if (operation[0] !== 'set') return operation;
  const [, entity, field, value, preds] = operation;
  const mine = readCandidates(document.state(), entity satisfies EntityId, field).filter(
    ({ id }) => written.get(id) === origin && !preds.includes(id),
  );
  return mine.length === 0 ? operation : ['set', entity, field, value, [...preds, ...mine.map(({ id }) => id)]];
}

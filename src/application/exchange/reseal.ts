import type { OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import { emptyDocument, nextPlace, type DocumentState } from '../../core/document/state.ts';
import { foldEnvelopes } from '../../core/document/fold.ts';
import type { DocumentId, EnvelopeHash, OperationId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { sealEnvelope } from '../../crypto/envelope.ts';
import { freshIncarnation } from '../../crypto/ids.ts';
import { incarnationRecord } from '../device/session.ts';
import type { OpenDocument } from '../documents/document.ts';
import { envelopeRecords } from '../documents/envelopeRecords.ts';
import { removalOf, type StoredRecord } from '../ports.ts';
import { withDocument } from './collect.ts';
import { readOutbox } from './deliver.ts';
import { distrustCopies } from './distrustCopies.ts';
import { keep, type Line, type Outcome } from './line.ts';

/**
 * The places of what waits are taken by other envelopes: this database is older than what it once gave out (SPEC 2c). A new
 * incarnation begins, and what waited is sealed again in it; the old forms go, and what the server has comes in their place.
 */
export const reseal = (line: Line, doc: DocumentId): Promise<Outcome> =>
  withDocument(line, doc, async (document) => {
    const done = await document.inTurn('seal', () => resealWaiting(line, document));
    if (!done.ok) return done;
    await document.readAgain();
    line.context.link.tell({ type: 'circle', doc });
    return ok(undefined);
  });

async function resealWaiting(line: Line, document: OpenDocument): Promise<Outcome> {
  const { context, session } = line;
  const { ports } = context;
  const { doc } = document;
  const rows = await readOutbox(ports.database, doc);
  const waiting = new Set(rows.map(({ key }) => key));
  const stored = await ports.database.list('envelope', `${doc}/`);
  const open = async (records: readonly StoredRecord[]) => await document.openAll(records.map(({ bytes }) => bytes));
  const others = await open(stored.filter(({ key }) => !waiting.has(key)));
  const pending = [...(await open(stored.filter(({ key }) => waiting.has(key))))].sort((a, b) => a.lamport - b.lamport || a.seq - b.seq);

  const before = session.incarnation;
  session.incarnation = freshIncarnation(ports.random.bytes);
  const sealed = await sealAnew(line, document, foldEnvelopes(emptyDocument(doc), others, document.rules), pending);
  await distrustCopies(context, doc);
  const kept = await keep(line, [
    ...rows.flatMap((row) => [removalOf(row), removalOf({ table: 'envelope', key: row.key })]),
    ...sealed,
    incarnationRecord(session.incarnation),
  ]);
  if (!kept.ok) session.incarnation = before;
  return kept;
}

/** One after the other, each building on the one before; what named an old form names the new one. */
async function sealAnew(
  { context, session }: Line,
  document: OpenDocument,
  begin: DocumentState,
  pending: readonly OpenedEnvelope[],
): Promise<readonly StoredRecord[]> {
  const { roster, key: documentKey, doc, rules } = document;
  const { random } = context.ports;
  const renamed = new Map<EnvelopeHash, EnvelopeHash>();
  const rename = (id: OperationId): OperationId => {
    const [hash, index] = id.split('/') as [EnvelopeHash, string];
    return `${renamed.get(hash) ?? hash}/${index}` as OperationId;
  };
  const records: StoredRecord[] = [];
  let state = begin;
  for (const { hash: old, wall, ops, redacted = [] } of pending) {
    const place = nextPlace(state, session.keys.id, session.incarnation);
    // Erased before it was delivered: it says nothing, and what it replaced stays away (SPEC 10b).
    const emptied = redacted.map(({ entity, field, preds }): Operation => ['set', entity, field, null, preds]);
    const again = [...(ops as readonly Operation[]), ...emptied].map((operation): Operation =>
      operation[0] === 'set' ? ['set', operation[1], operation[2], operation[3], operation[4].map(rename)] : operation,
    );
    const { hash, bytes } = await sealEnvelope(
      {
        incarnation: session.incarnation,
        seq: place.seq,
        parents: place.parents,
        roster: { n: roster.n, hash: roster.hash },
        payload: { wall, lamport: place.lamport, ops: again },
      },
      { device: session.keys, documentKey, random: random.bytes },
    );
    renamed.set(old, hash);
    records.push(...envelopeRecords(session, doc, place.seq, bytes));
    const { incarnation, keys } = session;
    state = foldEnvelopes(state, [{ ...place, hash, doc, device: keys.id, incarnation, roster: roster.n, wall, ops: again }], rules);
  }
  return records;
}

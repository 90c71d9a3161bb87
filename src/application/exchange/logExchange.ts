import { chainOf } from '../../core/document/causality.ts';
import { headsOf } from '../../core/document/state.ts';
import type { OpenedEnvelope } from '../../core/document/operation.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import { redactEnvelope } from '../../crypto/verification/envelope.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { OpenDocument } from '../documents/document.ts';
import { envelopeKey, ownChain } from '../documents/envelopeRecords.ts';
import type { Database, RecordTable, StoredRecord } from '../ports.ts';
import { distrustCopies } from './distrustCopies.ts';
import type { ExchangeMemory } from './exchangeMemory.ts';
import { differs, keep, newerVersion, type Line, type Outcome } from './line.ts';

/** What a part of a log brought. */
export interface Taken {
  readonly memory: ExchangeMemory;
  /**
   * Why something of it was not stored: not signed by anybody in the circle, or of another document; otherwise made by a newer version
   * of the app. Told, and asked for again.
   */
  readonly left: Failure | null;
  readonly arrived: readonly Arrived[];
}

/** An envelope from the server, with the place where it is stored. */
interface Arrived {
  readonly bytes: Bytes;
  readonly envelope: OpenedEnvelope;
  readonly chain: string;
  readonly key: string;
}

/** Verifies, stores, and only then shows what came from the server. What waits for a parent is stored too (SPEC 3b). */
export async function takeEnvelopes(
  line: Line,
  document: OpenDocument,
  parts: readonly Bytes[],
  memory: ExchangeMemory,
  refreshCircle: () => Promise<Outcome>,
): Promise<Outcome<Taken>> {
  let sorted = await sort(document, parts);
  if (sorted.early) {
    // Written under a circle, by a device or with a key that is not here yet: those are asked for first.
    const refreshed = await refreshCircle();
    if (!refreshed.ok) return refreshed;
    sorted = await sort(document, parts);
  }
  const { arrived, left } = sorted;
  const { envelopes, waiting } = document.state();
  // What was erased became so here with the roster entry that says so.
  const fresh = arrived.filter(({ envelope: { hash } }) => !envelopes.has(hash) && !waiting.has(hash));
  const stored = await storeFresh(line, document, fresh);
  if (!stored.ok) return stored;
  return ok({ memory: remember(line, document, memory, arrived), left, arrived });
}

async function sort(document: OpenDocument, parts: readonly Bytes[]) {
  const { circle, doc } = document;
  const arrived: Arrived[] = [];
  let [strange, newer, early] = [false, false, false];
  for (const { bytes, opening } of await document.examine(parts)) {
    if (!opening.ok) {
      if (opening.error.type === 'NewerVersion') newer = true;
      else strange = true;
      continue;
    }
    const { envelope, unread } = opening.value;
    const isOwned = circle.ownerOf(envelope.device) !== undefined;
    early ||= unread || !isOwned || envelope.roster > circle.roster.n;
    if (!isOwned) strange = true;
    else
      arrived.push({
        ...(await inItsForm(bytes, envelope)),
        chain: chainOf(envelope),
        key: envelopeKey(doc, chainOf(envelope), envelope.seq),
      });
  }
  return { arrived, left: strange ? differs : newer ? newerVersion : null, early };
}

/** A server that went back before an erasing still gives the ciphertext: it is not taken back (SPEC 10c). */
async function inItsForm(bytes: Bytes, envelope: OpenedEnvelope): Promise<Pick<Arrived, 'bytes' | 'envelope'>> {
  const redacted = envelope.redacted && (await redactEnvelope(bytes, envelope.redacted));
  return { bytes: redacted?.ok ? redacted.value : bytes, envelope };
}

async function storeFresh(line: Line, document: OpenDocument, fresh: readonly Arrived[]): Promise<Outcome> {
  const { context, session } = line;
  const { database } = context.ports;
  if (fresh.length === 0) return ok(undefined);
  // The first of a document that is new here: no place is taken, and there is no copy.
  const isFirst = document.state().envelopes.size === 0 && (await database.countOf('envelope', `${document.doc}/`)) === 0;
  const taken = isFirst ? new Set<string>() : await placesTaken(database, 'envelope', fresh);
  const own = await placesTaken(
    database,
    'outbox',
    fresh.filter(({ key }) => taken.has(key)),
  );
  // Our own place, and another stands there: this database is older than what it once gave out (SPEC 2c).
  if (own.size > 0) return err({ type: 'Refused', code: 'SeqTaken' });
  const records: StoredRecord[] = [];
  for (const { key, envelope, bytes } of fresh) {
    records.push({ table: 'envelope', key: taken.has(key) ? `${key}+${envelope.hash}` : key, bytes });
    taken.add(key);
  }
  if (!isFirst && !isFoundByReadingOn(document, ownChain(session), fresh)) await distrustCopies(context, document.doc);
  const kept = await keep(line, records);
  if (!kept.ok) return kept;
  // In turn, so that a reading anew that began before it was stored does not forget it again.
  await document.inTurn('seal', () => document.take(fresh.map(({ bytes }) => bytes)));
  document.publish();
  context.link.tell({ type: 'stored', doc: document.doc, keys: records.map(({ key }) => key) });
  return ok(undefined);
}

async function placesTaken(database: Database, table: RecordTable, fresh: readonly Arrived[]): Promise<Set<string>> {
  if (fresh.length === 0) return new Set();
  const keys = fresh.map(({ key }) => key);
  const there = await database.getMany(table, keys);
  return new Set(keys.filter((_, at) => there[at] !== undefined));
}

/** Each the next in a chain that a snapshot knows. */
function isFoundByReadingOn(document: OpenDocument, own: string, fresh: readonly Arrived[]): boolean {
  const heads = new Map<string, number>([[own, -1], ...[...headsOf(document.state())].map(([chain, { seq }]) => [chain, seq] as const)]);
  return fresh.every(({ chain, envelope: { seq, redacted } }) => {
    const isNext = redacted === undefined && heads.get(chain) === seq - 1;
    if (isNext) heads.set(chain, seq);
    return isNext;
  });
}

/** No envelope has two places in a log: one that was shown before does not come again behind it. */
export const isToldAgain = ({ shown }: ExchangeMemory, arrived: readonly Arrived[]): boolean =>
  arrived.some(({ chain, envelope: { seq } }) => seq <= (shown.get(chain) ?? -1));

function remember(
  { context, session }: Line,
  { circle }: OpenDocument,
  memory: ExchangeMemory,
  arrived: readonly Arrived[],
): ExchangeMemory {
  const shown = new Map(memory.shown);
  let { lastHeard } = memory;
  for (const { chain, envelope } of arrived) {
    shown.set(chain, Math.max(shown.get(chain) ?? -1, envelope.seq));
    const from = circle.ownerOf(envelope.device);
    if (from !== undefined && envelope.device !== session.keys.id) lastHeard = { at: context.ports.clock.now(), from };
  }
  return { ...memory, shown, lastHeard };
}

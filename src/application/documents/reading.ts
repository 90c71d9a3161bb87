import type { Roster } from '../../core/circle/roster.ts';
import type { Erased } from '../../core/circle/rosterEntry.ts';
import { createFoldRules } from '../../core/circle/createFoldRules.ts';
import { foldEnvelopes, type FoldRules } from '../../core/document/fold.ts';
import type { OpenedEnvelope } from '../../core/document/operation.ts';
import { emptyDocument, headsOf, waitingCount, type DocumentState } from '../../core/document/state.ts';
import type { DocumentId, EnvelopeHash } from '../../core/shared/ids.ts';
import { importDocumentKey, type DocumentKey } from '../../crypto/keys.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readCircle } from './circle.ts';
import type { Circle } from './document.ts';
import { readEpochSecrets } from './documentRecord.ts';
import { envelopeKey, ownChain } from './envelopeRecords.ts';
import { openEnvelopes } from './openEnvelopes.ts';
import type { Opening } from '../ports.ts';
import type { Looked } from './snapshot.ts';

/** What it takes to read a document: its circle, and a key for each epoch that this member may read. */
export interface Means {
  readonly circle: Circle;
  readonly keys: ReadonlyMap<number, DocumentKey>;
  /** The present epoch's: what is sealed with now. */
  readonly key: DocumentKey;
  readonly rules: FoldRules;
}

export interface Reader {
  readonly context: DeviceContext;
  readonly session: Session;
  readonly doc: DocumentId;
  means: Means;
  /** The same bytes are opened once: whoever asked for a save gets back what the writer tab, often itself, just took in. */
  opening: WeakMap<Bytes, Promise<Opening>>;
}

/** Keys and circle; undefined when something of it is missing or does not verify. */
export async function readMeans({ ports }: DeviceContext, session: Session, doc: DocumentId): Promise<Means | undefined> {
  const secrets = (await readEpochSecrets(ports.database, session.vault, doc)) ?? [];
  const keys = new Map(
    await Promise.all(secrets.map(async ([epoch, secret]) => [epoch, await importDocumentKey(doc, epoch, secret)] as const)),
  );
  const circle = await readCircle(ports.database, session, doc);
  // Removed, or not sealed to yet: the newest key there is still reads.
  const key = circle && (keys.get(circle.roster.epoch) ?? [...keys.values()].at(-1));
  return key && { circle, keys, key, rules: createFoldRules(circle.roster, circle.ownerOf) };
}

export interface Folded {
  readonly state: DocumentState;
  readonly newestWall: number;
  readonly folded: number;
  readonly unread: number;
  /** When nothing came after it, so that the rest can wait. */
  readonly looked: Looked | undefined;
}

/** From the snapshot and what came after it, or from the whole log. A gap or damage is mended from the journal and read again, once. */
export async function readStored(reader: Reader, looked: Looked | undefined): Promise<Folded> {
  const { context, session, doc } = reader;
  const stored = looked && (await foldOnto(reader, looked));
  if (stored) return stored;
  const first = await foldLog(reader);
  if (first.whole || session.mended.has(doc)) return first;
  session.mended.add(doc);
  await context.link.ask({ type: 'mend' });
  return await foldLog(reader);
}

async function foldOnto(reader: Reader, looked: Looked): Promise<Folded | undefined> {
  const [beyond, stored] = await Promise.all([
    readBeyond(reader, looked.state),
    reader.context.ports.database.countOf('envelope', `${reader.doc}/`),
  ]);
  const later = [...beyond, ...waitingOf(reader)];
  if (later.length === 0 && looked.state.waitingFor.size === 0 && stored <= looked.envelopeCount)
    return { ...looked, folded: 0, unread: 0, looked };
  const [{ opened, damaged, unread }, whole] = await Promise.all([openAll(reader, later), looked.readWhole()]);
  if (!whole || damaged > 0) return undefined;
  const state = foldEnvelopes(whole, opened, reader.means.rules);
  // What waited when the snapshot was made waits for somebody else; anything more may be damage. More in the log than was found by
  // reading on: chains that the snapshot, written by another tab or before a crash, did not know.
  if (waitingCount(state) > waitingCount(whole) || stored > state.envelopes.size + waitingCount(state)) return undefined;
  return { state, newestWall: newestOf(opened, looked.newestWall), folded: opened.length, unread, looked: undefined };
}

async function foldLog(reader: Reader): Promise<Folded & { readonly whole: boolean }> {
  const records = await reader.context.ports.database.list('envelope', `${reader.doc}/`);
  const { opened, damaged, unread } = await openAll(reader, [...records.map(({ bytes }) => bytes), ...waitingOf(reader)]);
  const state = foldEnvelopes(emptyDocument(reader.doc), opened, reader.means.rules);
  const whole = damaged === 0 && waitingCount(state) === 0 && hasEverySeq(opened);
  return { state, newestWall: newestOf(opened, 0), folded: opened.length, unread, looked: undefined, whole };
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
export async function readBeyond({ context, session, doc }: Reader, state: DocumentState): Promise<readonly Bytes[]> {
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

export async function openAll(
  reader: Reader,
  envelopes: readonly Bytes[],
): Promise<{ readonly opened: readonly OpenedEnvelope[]; readonly damaged: number; readonly unread: number }> {
  const results = await openEach(reader, envelopes);
  const read = results.flatMap((result) => (result.ok ? [result.value] : []));
  return {
    opened: read.map(({ envelope }) => envelope),
    damaged: results.length - read.length,
    unread: read.filter(({ unread }) => unread).length,
  };
}

/** In their places; what was opened before is not opened again. */
export function openEach(reader: Reader, envelopes: readonly Bytes[]): Promise<readonly Opening[]> {
  const { opening } = reader;
  const fresh = envelopes.filter((bytes) => !opening.has(bytes));
  const opened = openTogether(reader, fresh);
  for (const [at, bytes] of fresh.entries())
    opening.set(
      bytes,
      opened.then((openings) => openings[at]!),
    );
  return Promise.all(envelopes.map((bytes) => opening.get(bytes)!));
}

/** Fewer are opened sooner here than they are sent to another thread and back. */
const WORTH_SENDING = 16;

function openTogether({ context, doc, means }: Reader, envelopes: readonly Bytes[]): Promise<readonly Opening[]> {
  const { opener } = context.ports;
  const openingMeans = { doc, keys: means.keys, erased: erasedIn(means.circle.roster) };
  const here = () => openEnvelopes(envelopes, openingMeans);
  return opener && envelopes.length >= WORTH_SENDING ? opener.open(envelopes, openingMeans).catch(here) : here();
}

type ErasedIn = ReadonlyMap<EnvelopeHash, Erased['operations']>;
const erasedBy = new WeakMap<Roster, ErasedIn>();

/** What was erased twice is what the first entry says. */
function erasedIn(roster: Roster): ErasedIn {
  const known = erasedBy.get(roster) ?? new Map(roster.erased.toReversed().map(({ envelope, operations }) => [envelope, operations]));
  erasedBy.set(roster, known);
  return known;
}

const newestOf = (opened: readonly OpenedEnvelope[], start: number) => opened.reduce((newest, { wall }) => Math.max(newest, wall), start);

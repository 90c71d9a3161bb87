import { isSameBytes } from '../../protocol/bytes.ts';
import { isRedactionOf } from '../../protocol/envelopeForm.ts';
import { isRemoval, type Database, type Journal, type JournalMark, type RecordTable, type StoredRecord } from '../ports.ts';

export type Healed = 'nothing' | 'repaired' | 'rebuilt';

const TABLES: readonly RecordTable[] = ['device', 'document', 'roster', 'keyring', 'envelope', 'outbox'];
/** Records per transaction while mending: small enough for memory, large enough to be quick. */
const CHUNK = 500;

/**
 * At start: makes database and journal hold the same again. The marks tell without reading whether they do; a journal that
 * is only ahead is read from the mark on; anything else is compared record by record, so nothing that either has is lost.
 */
export async function heal(database: Database, journal: Journal, databaseLost: boolean): Promise<Healed> {
  const { mark: there } = await journal.open();
  const known = databaseLost ? null : await database.mark();
  if (known && sameMark(known, there)) return 'nothing';
  const journalIsAhead = known !== null && known.bytes < there.bytes;
  if (journalIsAhead && (await catchUp(database, journal, known, there))) return 'repaired';
  return await compareAll(database, journal, journalIsAhead);
}

const sameMark = (a: JournalMark, b: JournalMark) => a.bytes === b.bytes && a.records === b.records;

async function catchUp(database: Database, journal: Journal, known: JournalMark, there: JournalMark): Promise<boolean> {
  const { records, damaged } = await journal.read(known.bytes);
  if (damaged > 0 || known.records + records.length !== there.records) return false;
  await putAll(database, records, there);
  return true;
}

/** These are written again under the same key; everything else never changes, and there the journal's checksum knows best. */
const REWRITTEN: ReadonlySet<RecordTable> = new Set(['device', 'document']);

/** What was erased stays erased, whichever side heard of it first. */
const isErasedIn = (record: StoredRecord, other: StoredRecord) => record.table === 'envelope' && isRedactionOf(record.bytes, other.bytes);

/** Every record that one side misses, or holds an older or damaged form of, comes from the other. */
export async function compareAll(database: Database, journal: Journal, journalIsNewer: boolean): Promise<Healed> {
  const inJournal = byKey((await journal.read(0)).records);
  const inDatabase = byKey(await allRecords(database));
  const journalWins = (there: StoredRecord, here: StoredRecord) =>
    isErasedIn(there, here) || (!isErasedIn(here, there) && (journalIsNewer || !REWRITTEN.has(there.table)));
  const toDatabase = missingOrOlder(inJournal, inDatabase, journalWins);
  const toJournal = missingOrOlder(inDatabase, inJournal, (here, there) => !journalWins(there, here));
  for (const chunk of chunks(toJournal)) await journal.append(chunk);
  await putAll(database, toDatabase, journal.markAfter([]));
  if (toDatabase.length === 0 && toJournal.length === 0) return 'nothing';
  return inDatabase.size === 0 ? 'rebuilt' : 'repaired';
}

type Wins = (record: StoredRecord, other: StoredRecord) => boolean;

const missingOrOlder = (from: Records, to: Records, fromWins: Wins): readonly StoredRecord[] =>
  [...from]
    .filter(([key, record]) => {
      const other = to.get(key);
      if (!other) return !isRemoval(record);
      return !isSameBytes(other.bytes, record.bytes) && fromWins(record, other);
    })
    .map(([, record]) => record);

/** Everything the database holds except local copies. */
export async function allRecords(database: Database): Promise<readonly StoredRecord[]> {
  return (await Promise.all(TABLES.map((table) => database.list(table, '')))).flat();
}

/** The mark comes with the last part: a crash halfway mends again from the start. */
async function putAll(database: Database, records: readonly StoredRecord[], mark: JournalMark): Promise<void> {
  const before = await database.mark();
  for (const chunk of chunks(records)) await database.put(chunk, before);
  await database.put([], mark);
}

type Records = ReadonlyMap<string, StoredRecord>;

/** The last of each key counts: a record that was written again. */
const byKey = (records: readonly StoredRecord[]): Records => new Map(records.map((record) => [`${record.table} ${record.key}`, record]));

function* chunks(records: readonly StoredRecord[]): Generator<readonly StoredRecord[]> {
  for (let at = 0; at < records.length; at += CHUNK) yield records.slice(at, at + CHUNK);
}

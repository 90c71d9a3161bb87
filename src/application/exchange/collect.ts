import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import { START, type Failure, type Work } from '../../core/sync/syncState.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { streamPath } from '../../protocol/exchange/paths.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import type { OpenDocument } from '../documents/document.ts';
import { isAudited } from '../accessLog/audited.ts';
import { readDestroyed } from '../destruction/destroyedRecord.ts';
import { readCircle } from '../documents/circle.ts';
import { refreshSummary } from '../cases/refreshSummary.ts';
import { snapshotLater } from '../documents/snapshotLater.ts';
import { checkHeads, isCheckDue } from './checkHeads.ts';
import { fetchKeyrings, takeRoster } from './circleExchange.ts';
import { keepMemory, noteRead, readMemory, type ExchangeMemory } from './exchangeMemory.ts';
import { differs, readStream, type Line, type Outcome } from './line.ts';
import { isToldAgain, takeEnvelopes } from './logExchange.ts';
import { lookForParents } from './missingParents.ts';

/** What is to be done after it. */
interface Next {
  readonly follow: readonly Work[];
  /** Nothing of it belongs on this device. */
  readonly gone?: boolean;
}

/** What is new of a document on the server: its circle first, then its log. Also of one that is new here. */
export async function collect(line: Line, doc: DocumentId): Promise<Outcome<Next>> {
  const { context, session } = line;
  const memory = await readMemory(context, session, doc);
  const circle = await collectCircle(line, doc, memory);
  if (!circle.ok) return circle;
  if (!session.documents.has(doc)) {
    if (await readDestroyed(context, session, doc)) return ok({ follow: [], gone: true });
    // An auditor is given no content: there is no log to ask for.
    if (await isAudited(context.ports.database, doc)) {
      const isOver = (await readCircle(context.ports.database, session, doc))?.roster.destroyed;
      return isOver ? err({ type: 'Refused', code: 'Destroyed' }) : ok({ follow: [] });
    }
  }
  return await withDocument(line, doc, async (document) => {
    // The signed roster says more than any answer of the server.
    const { destroyed, members } = document.roster;
    if (destroyed || !members.has(session.member)) return err({ type: 'Refused', code: destroyed ? 'Destroyed' : 'NotAMember' });
    // Of a document that was new here everything was just given: there is nothing to ask after.
    const isNew = document.state().envelopes.size === 0;
    const begin = isNew ? { ...circle.value, checkedAt: context.ports.clock.now() } : circle.value;
    const collected = await collectLog(line, document, begin);
    const checked = collected.ok ? await checkNowAndThen(line, document) : collected;
    return checked.ok ? ok({ follow: await lookForParents(line, document) }) : checked;
  });
}

async function checkNowAndThen(line: Line, document: OpenDocument): Promise<Outcome> {
  const { context, session } = line;
  const memory = await readMemory(context, session, document.doc);
  const now = context.ports.clock.now();
  if (!isCheckDue(memory, now)) return ok(undefined);
  const checked = await checkHeads(line, document);
  if (checked.ok) await keepMemory(context, session, document.doc, { ...memory, checkedAt: now });
  return checked;
}

/** The roster behind what was read of it. Of a document that is new here the whole at once: only the last part may say that we are in. */
export async function collectCircle(line: Line, doc: DocumentId, memory: ExchangeMemory): Promise<Outcome<ExchangeMemory>> {
  const isNew = !line.session.documents.has(doc);
  const whole: Bytes[] = [];
  const read = await readStream(line, streamPath(doc, 'roster'), memory.roster, async (entries) => {
    if (!isNew) return await takeRoster(line, doc, entries);
    whole.push(...entries);
    return ok(undefined);
  });
  if (!read.ok) return read;
  const taken = isNew ? await takeRoster(line, doc, whole) : ok(undefined);
  if (!taken.ok) return taken;
  const next = { ...memory, roster: read.value };
  await keepMemory(line.context, line.session, doc, next);
  return ok(next);
}

/**
 * The log behind what was read of it. What is strange or newer stays behind the mark, so that it is asked for again. What stood below the
 * mark comes again above it: then something else was put in its place, and everything is compared (SPEC 20b).
 */
export async function collectLog(
  line: Line,
  document: OpenDocument,
  begin: ExchangeMemory,
  note: (places: readonly string[]) => void = () => {},
): Promise<Outcome> {
  const { context, session } = line;
  const { doc } = document;
  let memory = begin;
  let left: Failure | null = null;
  let isAgain = false;
  const takePart = async (parts: readonly Bytes[], next: string): Promise<Outcome> => {
    const taken = await takeEnvelopes(line, document, parts, memory, () => refreshCircle(line, document, memory));
    if (!taken.ok) return taken;
    // The gravest of what was left.
    if (left?.type !== 'Differs') left = taken.value.left ?? left;
    note(taken.value.arrived.map(({ key }) => key));
    isAgain ||= begin.log !== START && isToldAgain(begin, taken.value.arrived);
    const wentBack = isAgain ? context.ports.clock.now() : memory.wentBack;
    // Read up to there and shown until there belong together: what was left is shown again.
    memory = left === null ? { ...taken.value.memory, log: next, wentBack } : { ...taken.value.memory, shown: memory.shown, wentBack };
    await keepMemory(context, session, doc, memory);
    return ok(undefined);
  };
  // Verified and opened while what came before it is stored.
  const read = await readStream(line, streamPath(doc, 'log'), memory.log, takePart, (parts) => void document.examine(parts));
  if (document.sinceSnapshot() > 0) {
    snapshotLater(context, session, doc);
    await refreshSummary(context, session, doc, 'later');
  }
  if (!read.ok) return read;
  if (left !== null) return err(left);
  await noteRead(context, session, doc, memory);
  return isAgain ? err({ type: 'Refused', code: 'OtherEpoch' }) : ok(undefined);
}

async function refreshCircle(line: Line, document: OpenDocument, memory: ExchangeMemory): Promise<Outcome> {
  const collected = await collectCircle(line, document.doc, memory);
  if (!collected.ok) return collected;
  const fetched = await fetchKeyrings(line, [...document.circle.roster.rolesFrom.keys()]);
  if (fetched.ok) await document.readCircleAgain();
  return fetched;
}

/** The document in memory for as long as the work takes. One that cannot be read here is told, not passed over. */
export async function withDocument<T>(
  line: Line,
  doc: DocumentId,
  work: (document: OpenDocument) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { context, session } = line;
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc)?.catch(() => undefined);
    return document ? await work(document) : err(differs);
  } finally {
    release();
  }
}

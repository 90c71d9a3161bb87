import type { DocumentId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { START } from '../../core/sync/syncState.ts';
import { joinBytes, type Bytes } from '../../protocol/bytes.ts';
import { entrySeq, streamPath } from '../../protocol/exchange/paths.ts';
import { isAudited } from '../accessLog/audited.ts';
import { removalOf } from '../ports.ts';
import { storedRoster, takeRoster } from './circleExchange.ts';
import { collectLog, withDocument } from './collect.ts';
import { deliverEnvelopes, readOutbox } from './deliver.ts';
import { fromTheStart, keepMemory, readMemory } from './exchangeMemory.ts';
import { isLeftThere, keep, readStream, type Line, type Outcome } from './line.ts';

/**
 * Everything here and everything there beside each other, of any author: after a backup was restored there, when a predecessor is
 * missing, and for a document that the server does not have at all (SPEC 19).
 */
export async function compare(line: Line, doc: DocumentId): Promise<Outcome> {
  const begin = await readMemory(line.context, line.session, doc);
  const roster = await compareRoster(line, doc);
  if (!roster.ok) return roster;
  if (!line.session.documents.has(doc) && (await isAudited(line.context.ports.database, doc))) return ok(undefined);
  return await withDocument(line, doc, async (document) => {
    const there = new Set<string>();
    // Not checked until the end: a comparison that breaks off is begun again by the next check.
    const memory = { ...begin, ...fromTheStart, roster: roster.value, checkedAt: null };
    const read = await collectLog(line, document, memory, (places) => places.forEach((place) => there.add(place)));
    if (!read.ok && !isLeftThere(read.error)) return read;
    const after = await readMemory(line.context, line.session, doc);
    const wentBack = [...begin.shown].some(([chain, seq]) => seq > (after.shown.get(chain) ?? -1));
    if (wentBack) await keepMemory(line.context, line.session, doc, { ...after, wentBack: line.context.ports.clock.now() });
    const sent = await deliverMissing(line, doc, there);
    if (sent.ok && read.ok) await noteChecked(line, doc);
    return sent.ok ? read : sent;
  });
}

/** Everything was just given: there is nothing to ask after. */
async function noteChecked({ context, session }: Line, doc: DocumentId): Promise<void> {
  await keepMemory(context, session, doc, { ...(await readMemory(context, session, doc)), checkedAt: context.ports.clock.now() });
}

async function deliverMissing(line: Line, doc: DocumentId, there: ReadonlySet<string>): Promise<Outcome> {
  const { database } = line.context.ports;
  const here = await database.list('envelope', `${doc}/`);
  const done = (await readOutbox(database, doc)).filter(({ key }) => there.has(key)).map(removalOf);
  const noted = await keep(line, done);
  if (!noted.ok) return noted;
  // A second envelope at one place is not the server's to hold.
  return await deliverEnvelopes(
    line,
    doc,
    here.filter(({ key }) => !there.has(key) && !key.includes('+')),
  );
}

/** Where the roster ends there, once both hold the same. Two rosters that contradict each other are an alarm, never mixed. */
async function compareRoster(line: Line, doc: DocumentId): Promise<Outcome<string>> {
  const { server, access } = line;
  const path = streamPath(doc, 'roster');
  const here = await storedRoster(line, doc);
  const there: Bytes[] = [];
  const read = await readStream(line, path, START, async (entries) => {
    there.push(...entries);
    return ok(undefined);
  });
  if (!read.ok) {
    const isUnknown = read.error.type === 'Refused' && read.error.code === 'NotFound' && here.length > 0;
    if (!isUnknown) return read;
    const made = await server.create(access, path, joinBytes(here));
    return made.ok ? ok(made.value.next) : made;
  }
  const taken = await takeRoster(line, doc, there);
  if (!taken.ok) return taken;
  let next = read.value;
  for (let n = there.length; n < here.length; n++) {
    const sent = await server.append(access, path, here[n]!, entrySeq(n));
    if (!sent.ok) return sent;
    next = sent.value.next;
  }
  return ok(next);
}

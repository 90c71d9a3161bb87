import { findSilent, followChains } from '../../core/circle/accessLog.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import { START } from '../../core/sync/syncState.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { decodeEnvelope } from '../../protocol/envelopeForm.ts';
import { streamPath } from '../../protocol/exchange/paths.ts';
import type { Session } from '../device/deviceContext.ts';
import { collectCircle } from '../exchange/collect.ts';
import { readMemory } from '../exchange/exchangeMemory.ts';
import { keep, newerVersion, readStream, type Line, type Outcome } from '../exchange/line.ts';
import type { StoredRecord } from '../ports.ts';
import { viewsKey, viewsPrefix } from './places.ts';
import { openViewEnvelopes } from './readViews.ts';
import { offerViews, sendViews } from './deliverViews.ts';
import { keepViewsMemory, noViewsMemory, readViewsMemory, type ViewsMemory } from './viewsMemory.ts';
import { readViewsKeys } from './viewsKeys.ts';

/** Where each access log ends on the server, as it last told. Asking for one of which nothing is new would cost a request. */
const ends = new WeakMap<Session, Map<DocumentId, string>>();

export function noteViewsEnd(session: Session, doc: DocumentId, end: string): void {
  const told = ends.get(session) ?? new Map<DocumentId, string>();
  ends.set(session, told.set(doc, end));
}

/** Whether the access log ends elsewhere than it was read up to. */
export const isViewsNews = async ({ context, session }: Pick<Line, 'context' | 'session'>, doc: DocumentId): Promise<boolean> =>
  isNews(await readViewsMemory(context, session, doc), ends.get(session)?.get(doc));

/** '' is an access log without a line. */
const isNews = ({ offset }: ViewsMemory, end: string | undefined): boolean =>
  end !== undefined && end !== offset && !(end === '' && offset === START);

const DAY = 24 * 60 * 60 * 1000;

/** What is new in the access log, verified, stored, and its chains followed; once a day it is laid beside what the server has. */
export async function collectViews(line: Line, doc: DocumentId): Promise<Outcome> {
  const { context, session } = line;
  const begin = await readViewsMemory(context, session, doc);
  const isChanged = isNews(begin, ends.get(session)?.get(doc));
  const collected = isChanged ? await readViews(line, doc, begin) : ok(begin);
  if (!collected.ok) return collected;
  const memory = collected.value;
  if (isChanged) await keepViewsMemory(context, session, doc, memory);
  const now = context.ports.clock.now();
  const isDue = memory.checkedAt === null || Math.abs(now - memory.checkedAt) >= DAY;
  // A device that was silent may have spoken now.
  if (!isDue) return isChanged && memory.silent.length > 0 ? await compareFetches(line, doc, memory) : ok(undefined);
  const here = await context.ports.database.list('envelope', viewsPrefix(doc));
  if (here.length === 0) return ok(undefined);
  const offered = await offerHeads(line, doc, here);
  return offered.ok ? await compareFetches(line, doc, memory) : offered;
}

/** The last line of every chain again: a server that went back in secret misses what came before it, or the line itself (SPEC 20e). */
function offerHeads(line: Line, doc: DocumentId, here: readonly StoredRecord[]): Promise<Outcome> {
  const chainOfKey = (key: string) => key.slice(0, key.lastIndexOf('/'));
  return offerViews(
    line,
    doc,
    here.filter(({ key }, at) => chainOfKey(here[at + 1]?.key ?? '') !== chainOfKey(key)),
  );
}

async function readViews(line: Line, doc: DocumentId, begin: ViewsMemory): Promise<Outcome<ViewsMemory>> {
  const read = await readFrom(line, doc, begin, () => {});
  if (read.ok || read.error.type !== 'Refused' || read.error.code !== 'OtherEpoch') return read;
  return await readAnew(line, doc, begin);
}

/** The server has less than it had, or nothing yet: what it lacks of what is here is given to it again, whoever wrote it (SPEC 19). */
export async function compareViews(line: Line, doc: DocumentId): Promise<Outcome> {
  const compared = await readAnew(line, doc, await readViewsMemory(line.context, line.session, doc));
  return compared.ok ? ok(undefined) : compared;
}

async function readAnew(line: Line, doc: DocumentId, begin: ViewsMemory): Promise<Outcome<ViewsMemory>> {
  const there = new Set<string>();
  const again = await readFrom(line, doc, { ...begin, offset: noViewsMemory.offset }, (key) => there.add(key));
  if (!again.ok) return again;
  const here = await line.context.ports.database.list('envelope', viewsPrefix(doc));
  const sent = await sendViews(
    line,
    doc,
    here.filter(({ key }) => !there.has(key)),
  );
  return sent.ok ? again : sent;
}

async function readFrom(line: Line, doc: DocumentId, begin: ViewsMemory, note: (key: string) => void): Promise<Outcome<ViewsMemory>> {
  const { context, session } = line;
  let keys = await readViewsKeys(context, session, doc);
  let memory = begin;
  const read = await readStream(line, streamPath(doc, 'views'), memory.offset, async (parts: readonly Bytes[], next) => {
    let opened = await openViewEnvelopes(doc, keys, parts);
    if (opened.length < parts.length) {
      // Written with a key, or by a device, that is not here yet: those are asked for first.
      const circle = await collectCircle(line, doc, await readMemory(context, session, doc));
      if (!circle.ok) return circle;
      keys = await readViewsKeys(context, session, doc);
      opened = await openViewEnvelopes(doc, keys, parts);
    }
    const records = opened.map(({ bytes, access: { device, incarnation, seq } }): StoredRecord => {
      return { table: 'envelope', key: viewsKey(doc, `${device}/${incarnation}`, seq), bytes };
    });
    const known = await context.ports.database.getMany(
      'envelope',
      records.map(({ key }) => key),
    );
    for (const { key } of records) note(key);
    const kept = await keep(
      line,
      records.filter((_, at) => known[at] === undefined),
    );
    if (!kept.ok) return kept;
    const lines = opened.map(({ access }) => access);
    // What a newer version of the app wrote stays behind the mark: passed over, it would look like a line that is missing.
    const isNewer = parts.some((bytes) => decodeEnvelope(bytes) === 'newerVersion');
    memory = { ...memory, offset: isNewer ? memory.offset : next, chains: followChains(memory.chains, lines) };
    await keepViewsMemory(context, session, doc, memory);
    return isNewer ? err(newerVersion) : ok(undefined);
  });
  return read.ok ? ok({ ...memory, offset: read.value }) : err(read.error);
}

/** The server's own record of handing out content: who took it and never wrote a line. */
async function compareFetches(line: Line, doc: DocumentId, memory: ViewsMemory): Promise<Outcome> {
  const { context, session } = line;
  const now = context.ports.clock.now();
  const told = await line.server.readFetches(line.access, doc);
  // Only a help: a refusal is no reason to leave the document alone.
  if (!told.ok) return told.error.type === 'Refused' ? ok(undefined) : told;
  const silent = findSilent(told.value.devices, memory.chains, now);
  await keepViewsMemory(context, session, doc, { ...memory, silent, checkedAt: now });
  return ok(undefined);
}

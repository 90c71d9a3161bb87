import type { DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import { openEpochs } from '../../crypto/epochs.ts';
import { isNewerEntry, readEntryNumber } from '../../crypto/verification/entry.ts';
import { isSameBytes, type Bytes } from '../../protocol/bytes.ts';
import { verifyCircle } from '../documents/circle.ts';
import type { Circle } from '../documents/document.ts';
import { documentRecord, readEpochSecrets, type EpochSecrets } from '../documents/documentRecord.ts';
import { findKeyring } from '../documents/keyrings.ts';
import { rosterKey } from '../documents/rosterKey.ts';
import type { StoredRecord } from '../ports.ts';
import { endAudit, isAudited, keepAudited } from '../accessLog/audited.ts';
import { refreshSummary } from '../cases/refreshSummary.ts';
import { destroyedRecord, type DestroyedDocument } from '../destruction/destroyedRecord.ts';
import { distrustCopies } from './distrustCopies.ts';
import { fetchKeyring } from './keyringExchange.ts';
import { differs, isLeftThere, keep, newerVersion, type Line, type Outcome } from './line.ts';
import { forgetRedacted } from './forgetRedacted.ts';
import { memberKeysOf } from './memberKeys.ts';
import { redactStored } from './redactStored.ts';

/**
 * Takes roster entries in: each verified, linked to what is here, and folded. What they bring (people's keyrings, epoch keys, a
 * document that is new here) is stored with them. A roster that does not go on from ours is never taken over (SPEC 20).
 */
export async function takeRoster(line: Line, doc: DocumentId, received: readonly Bytes[]): Promise<Outcome> {
  const newer = received.findIndex(isNewerEntry);
  if (newer < 0) return await takeReadable(line, doc, received);
  const taken = await takeReadable(line, doc, received.slice(0, newer));
  return taken.ok ? err(newerVersion) : taken;
}

async function takeReadable(line: Line, doc: DocumentId, received: readonly Bytes[]): Promise<Outcome> {
  const here = await storedRoster(line, doc);
  const whole = continueRoster(here, received);
  if (!whole) return err(differs);
  if (whole.length === here.length) return ok(undefined);
  const verified = await verifyWithKeyrings(line, doc, whole);
  return verified.ok ? await storeCircle(line, doc, verified.value, whole, here.length) : verified;
}

export const storedRoster = async ({ context }: Pick<Line, 'context'>, doc: DocumentId): Promise<readonly Bytes[]> =>
  (await context.ports.database.list('roster', rosterKey(doc))).map(({ bytes }) => bytes);

/** Both together; undefined when they contradict each other or do not meet. */
export function continueRoster(here: readonly Bytes[], received: readonly Bytes[]): readonly Bytes[] | undefined {
  const whole = [...here];
  for (const bytes of received) {
    const n = readEntryNumber(bytes);
    if (n === undefined || n > whole.length) return undefined;
    if (n === whole.length) whole.push(bytes);
    else if (!isSameBytes(whole[n]!, bytes)) return undefined;
  }
  return whole;
}

async function verifyWithKeyrings(line: Line, doc: DocumentId, signed: readonly Bytes[]): Promise<Outcome<Circle>> {
  const verify = () => verifyCircle(doc, signed, (member) => findKeyring(line.context.ports.database, line.session, member));
  const first = await verify();
  const missing = first.ok ? first.value.missing : first.error.type === 'KeyringsMissing' ? first.error.members : [];
  if (missing.length === 0) return first.ok ? first : err(differs);
  const fetched = await fetchKeyrings(line, missing);
  if (!fetched.ok) return fetched;
  const again = await verify();
  return again.ok ? again : err(differs);
}

/** Whatever can be had of these people's devices. One that is not there, or is not believed, is no reason to miss the others. */
export async function fetchKeyrings(line: Line, members: readonly MemberId[]): Promise<Outcome> {
  let isNewer = false;
  for (const member of members) {
    const fetched = await fetchKeyring(line, member);
    if (fetched.ok) continue;
    isNewer ||= fetched.error.type === 'NewerVersion';
    if (!isLeftThere(fetched.error) && fetched.error.type !== 'Refused') return fetched;
  }
  return isNewer ? err(newerVersion) : ok(undefined);
}

async function storeCircle(line: Line, doc: DocumentId, circle: Circle, whole: readonly Bytes[], known: number): Promise<Outcome> {
  const { context, session } = line;
  const { roster } = circle;
  const isNew = !session.documents.has(doc);
  const role = roster.members.get(session.member)?.role;
  const watches = isNew && (role === 'auditor' || (role === undefined && (await isAudited(context.ports.database, doc))));
  if (watches) return await keepAudited(line, circle, whole, known);
  // Ended before this device ever had it: only that is kept.
  if (isNew && role !== undefined && roster.destroyed)
    return await keep(line, [await destroyedRecord(context, session, newlyDestroyed(line, circle, whole))]);
  const secrets = await openSecrets(line, doc, circle);
  if (isNew && (!roster.members.has(session.member) || secrets.length === 0 || isSecondPlan(line, circle))) return err(differs);
  const records: StoredRecord[] = whole
    .slice(known)
    .map((bytes, at) => ({ table: 'roster', key: rosterKey(doc, known + at), bytes }) satisfies StoredRecord);
  const indexed = { doc, kind: roster.kind, caseId: roster.caseId };
  const before = (await readEpochSecrets(context.ports.database, session.vault, doc)) ?? [];
  if (secrets.length > before.length) records.push(await documentRecord(session.vault, indexed, secrets, context.ports.random.bytes));
  const isErasing = !isNew && circle.entries.slice(known).some(({ entry }) => entry.type === 'redact');
  const redacted = isErasing ? await redactStored(context.ports.database, doc, roster.erased) : [];
  // A crash between storing and folding anew may not leave a copy that was folded under other rights.
  if (!isNew) await distrustCopies(context, doc);
  // Before the entry: torn in between, it comes again.
  const kept = await keep(line, [...redacted, ...records]);
  if (!kept.ok) return kept;
  if (isNew) {
    session.documents.set(doc, indexed);
    context.link.tell({ type: 'device' });
    return await endAudit(line, doc);
  }
  await (await session.open.get(doc))?.readCircleAgain();
  context.link.tell({ type: 'circle', doc });
  if (redacted.length > 0) await forgetRedacted(context, session, doc);
  await refreshSummary(context, session, doc);
  return ok(undefined);
}

function newlyDestroyed({ context }: Line, { roster: { doc, kind, caseId } }: Circle, entries: readonly Bytes[]): DestroyedDocument {
  return { doc, kind, caseId, at: context.ports.clock.now(), end: '', entries };
}

/** Whoever founds a document chooses its case: a stranger's plan may not slide under a case that is here. */
const isSecondPlan = ({ session }: Line, { roster }: Circle): boolean =>
  roster.kind === 'plan' && [...session.documents.values()].some(({ kind, caseId }) => kind === 'plan' && caseId === roster.caseId);

/** Every epoch that this member may read, together with those that were known. */
async function openSecrets({ context, session }: Line, doc: DocumentId, { entries }: Circle): Promise<EpochSecrets> {
  const known = (await readEpochSecrets(context.ports.database, session.vault, doc)) ?? [];
  const opened = await openEpochs(doc, entries, session.member, await memberKeysOf(session));
  return [...new Map([...known, ...opened])].toSorted(([a], [b]) => a - b);
}

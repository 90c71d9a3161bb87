import type { Erased } from '../../core/circle/rosterEntry.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { hashOfParts, redactEnvelope } from '../../crypto/verification/envelope.ts';
import { decodeEnvelope } from '../../protocol/envelopeForm.ts';
import { removalOf, type Database, type StoredRecord } from '../ports.ts';
import type { DurableStore } from '../storage/durableStore.ts';
import { distrustCopies } from './distrustCopies.ts';

/** Says that the journal still holds what was redacted in a document, until it does not: a crash in between is finished at the next start. */
const REDACTING = 'redacting/';

/**
 * The stored envelopes that were erased, without their ciphertext (SPEC 10a): to be written together with the roster entry that says
 * so, under the same keys. An outbox row stays: what the server does not have goes there in this form.
 */
export async function redactStored(database: Database, doc: DocumentId, erased: readonly Erased[]): Promise<readonly StoredRecord[]> {
  const operations = new Map(erased.toReversed().map((each) => [each.envelope, each.operations]));
  const redacted: StoredRecord[] = [];
  for (const { table, key, bytes } of await database.list('envelope', `${doc}/`)) {
    const parts = decodeEnvelope(bytes);
    const said = typeof parts === 'string' || parts.content.type === 'redacted' ? undefined : operations.get(await hashOfParts(parts));
    const form = said && (await redactEnvelope(bytes, said));
    if (form?.ok) redacted.push({ table, key, bytes: form.value });
  }
  return redacted.length === 0 ? [] : [markOf(doc), ...redacted];
}

const markOf = (doc: DocumentId): StoredRecord => ({ table: 'device', key: `${REDACTING}${doc}`, bytes: new Uint8Array() });

export const redactedMark = (doc: DocumentId): StoredRecord => removalOf(markOf(doc));

/** What a crash left in the journal, or in a copy that was folded before. */
export async function finishRedacting(database: Database, durable: DurableStore): Promise<void> {
  const marks = await database.list('device', REDACTING);
  if (marks.length === 0) return;
  for (const { key } of marks) await distrustCopies({ ports: { database } }, key.slice(REDACTING.length) as DocumentId);
  if ((await durable.compact()).ok) await durable.write(marks.map(removalOf));
}

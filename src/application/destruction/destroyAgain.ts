import type { DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import { START } from '../../core/sync/syncState.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { entrySeq, streamPath } from '../../protocol/exchange/paths.ts';
import { continueRoster } from '../exchange/circleExchange.ts';
import { differs, keep, readStream, type Line, type Outcome } from '../exchange/line.ts';
import { type DestroyedDocument, destroyedRecord } from './destroyedRecord.ts';

/**
 * A server speaks of a document that was destroyed: one that went back to before it is told again. Nothing of it comes back here. A
 * roster that went on another way there is an alarm, like any other (SPEC 20a).
 */
export async function destroyAgain(line: Line, doc: DocumentId, destroyed: DestroyedDocument): Promise<Outcome<{ readonly gone: true }>> {
  const { server, access, context, session } = line;
  const path = streamPath(doc, 'roster');
  const there: Bytes[] = [];
  const read = await readStream(line, path, START, async (entries) => {
    there.push(...entries);
    return ok(undefined);
  });
  // It knows nothing of it, or not of this member: then there is nothing here to end.
  if (!read.ok) return isElsewhere(read.error) ? ok({ gone: true }) : read;
  if (!continueRoster(destroyed.entries, there)) return err(differs);
  let end = read.value;
  for (let n = there.length; n < destroyed.entries.length; n++) {
    const sent = await server.append(access, path, destroyed.entries[n]!, entrySeq(n));
    if (!sent.ok) return sent;
    end = sent.value.next;
  }
  const kept = await keep(line, [await destroyedRecord(context, session, { ...destroyed, end })]);
  return kept.ok ? ok({ gone: true }) : kept;
}

const isElsewhere = (failure: { readonly type: string; readonly code?: string }): boolean =>
  failure.type === 'Refused' && (failure.code === 'NotFound' || failure.code === 'NotAMember');

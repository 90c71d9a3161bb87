import * as v from 'valibot';
import type { Erased } from '../../../core/circle/rosterEntry.ts';
import type { DocumentId, EnvelopeHash } from '../../../core/shared/ids.ts';
import type { Bytes } from '../../../protocol/bytes.ts';
import { parseCbor } from '../../../protocol/cbor.ts';
import { decodeEnvelope, encodeErased, encodeRedacted, type EnvelopeParts, type ErasedOperation } from '../../../protocol/envelopeForm.ts';
import { streamPath } from '../../../protocol/exchange/paths.ts';
import { erasedShape } from '../../../protocol/wireShapes.ts';
import type { Tx } from '../../store/port.ts';
import { hashNow } from '../session/seal.ts';
import { addBytes, noBytes } from './documents.ts';
import { forgetFetches } from './fetches.ts';
import { forgetChains, positionOf } from './chains.ts';

/** Erasing (SPEC 10), inside the transaction of the roster entry that says so: the ciphertext is gone before anyone hears of it. */

export function redactStored(tx: Tx, doc: DocumentId, erased: readonly Erased[]): void {
  const log = tx.find(streamPath(doc, 'log'));
  for (const { envelope, operations } of erased) {
    // The first word stands: what was erased once is not described anew.
    tx.run('INSERT OR IGNORE INTO erased (doc, envelope, operations) VALUES (?, ?, ?)', doc, envelope, encodeErased(operations));
    const position = positionOf(tx, doc, envelope);
    if (log === undefined || position === undefined) continue;
    const [bytes] = tx.read(log, position, 1).messages;
    const parts = bytes && decodeEnvelope(bytes);
    if (bytes === undefined || parts === undefined || typeof parts === 'string' || parts.content.type === 'redacted') continue;
    const redacted = eraseNow(parts, parts.content.cipher, operations);
    tx.replace(log, position, redacted);
    addBytes(tx, doc, redacted.length - bytes.length);
  }
}

/** Everything but the roster, which says that it was destroyed, by whom and why. */
export function destroyStored(tx: Tx, doc: DocumentId): void {
  for (const name of ['log', 'views'] as const) {
    const stream = tx.find(streamPath(doc, name));
    if (stream !== undefined) tx.empty(stream);
  }
  forgetChains(tx, doc);
  tx.run('DELETE FROM erased WHERE doc = ?', doc);
  forgetFetches(tx, doc);
  noBytes(tx, doc);
}

export const eraseNow = (parts: EnvelopeParts, cipher: Bytes, erased: readonly ErasedOperation[]): Bytes =>
  encodeRedacted(parts.headerBytes, hashNow(cipher), parts.signature, erased);

export function erasedOperations(tx: Tx, doc: DocumentId, envelope: EnvelopeHash): readonly ErasedOperation[] | undefined {
  const row = tx.get<{ operations: Uint8Array }>('SELECT operations FROM erased WHERE doc = ? AND envelope = ?', doc, envelope);
  return row && parseCbor(v.array(erasedShape), row.operations);
}

import type { DeviceId, DocumentId, EnvelopeHash } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { bytesToBase64url } from '../../../protocol/bytes.ts';
import type { EnvelopeHeader } from '../../../protocol/envelopeForm.ts';
import { idToBytes } from '../../../protocol/wireShapes.ts';
import type { Tx } from '../../store/port.ts';

/** Streams that hold envelopes: the log, and the access log with chains of its own. */
export type EnvelopeStream = 'log' | 'views';

interface ChainRow {
  readonly id: number;
  readonly seq: number;
  readonly hash: EnvelopeHash;
}

/**
 * Takes a place in a chain (SPEC 2): the next number, behind the previous envelope of the same chain. The same envelope again is
 * 'there' already and stored only once. `position`: where it will stand in its stream.
 */
export function takePlace(
  tx: Tx,
  stream: EnvelopeStream,
  { header, hash, position }: { readonly header: EnvelopeHeader; readonly hash: EnvelopeHash; readonly position: number },
): Result<'new' | 'there', 'SeqTaken' | 'SeqGap'> {
  const { doc, device, incarnation, seq, parents } = header;
  const chain = tx.get<ChainRow>(
    'SELECT id, seq, hash FROM chain WHERE doc = ? AND stream = ? AND device = ? AND incarnation = ?',
    doc,
    stream,
    device,
    incarnation,
  );
  if (seq > (chain?.seq ?? -1) + 1) return err('SeqGap');
  if (chain !== undefined && seq <= chain.seq) return hashAt(tx, chain.id, seq) === hash ? ok('there') : err('SeqTaken');
  // Another previous than ours: this chain forked before, and the place behind ours is not theirs.
  if (chain !== undefined && parents[0] !== chain.hash) return err('SeqTaken');
  const id = chain?.id ?? beginChain(tx, stream, header, hash);
  if (chain !== undefined) tx.run('UPDATE chain SET seq = ?, hash = ? WHERE id = ?', seq, hash, id);
  tx.run('INSERT INTO envelope (chain, seq, hash, position) VALUES (?, ?, ?, ?)', id, seq, idToBytes(hash), position);
  return ok('new');
}

const beginChain = (tx: Tx, stream: EnvelopeStream, { doc, device, incarnation, seq }: EnvelopeHeader, hash: EnvelopeHash): number =>
  (
    tx.get<{ id: number }>(
      'INSERT INTO chain (doc, stream, device, incarnation, seq, hash) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
      doc,
      stream,
      device,
      incarnation,
      seq,
      hash,
    ) as { id: number }
  ).id;

/** Where an envelope of the log stands. Asked only when it is erased, so it has no index of its own. */
export const positionOf = (tx: Tx, doc: DocumentId, envelope: EnvelopeHash): number | undefined =>
  tx.get<{ position: number }>(
    `SELECT envelope.position FROM chain JOIN envelope ON envelope.chain = chain.id
     WHERE chain.doc = ? AND chain.stream = 'log' AND envelope.hash = ?`,
    doc,
    idToBytes(envelope),
  )?.position;

function hashAt(tx: Tx, chain: number, seq: number): string | undefined {
  const row = tx.get<{ hash: Uint8Array }>('SELECT hash FROM envelope WHERE chain = ? AND seq = ?', chain, seq);
  return row && bytesToBase64url(row.hash);
}

/** The last envelope of every chain in a log. */
export interface StoredHead {
  readonly device: DeviceId;
  readonly incarnation: string;
  readonly seq: number;
  readonly member: string;
}

export const headsOf = (tx: Tx, doc: DocumentId): readonly StoredHead[] =>
  tx.all<StoredHead>(
    `SELECT chain.device, chain.incarnation, chain.seq, device.member FROM chain JOIN device ON device.device = chain.device
     WHERE chain.doc = ? AND chain.stream = 'log'`,
    doc,
  );

export function forgetChains(tx: Tx, doc: DocumentId): void {
  tx.run('DELETE FROM envelope WHERE chain IN (SELECT id FROM chain WHERE doc = ?)', doc);
  tx.run('DELETE FROM chain WHERE doc = ?', doc);
}

import type { Roster } from '../../../core/circle/roster.ts';
import type { DocumentKind, RosterHash } from '../../../core/circle/rosterEntry.ts';
import type { DocumentId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { Tx } from '../../store/port.ts';

/** What the server keeps of a document beside its streams. */
export interface DocumentRow {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  readonly founder: MemberId;
  /** The last entry of the roster. */
  readonly n: number;
  readonly hash: RosterHash;
  readonly destroyed: 0 | 1;
  readonly bytes: number;
  readonly change: number;
}

export const documentOf = (tx: Tx, doc: DocumentId): DocumentRow | undefined =>
  tx.get<DocumentRow>('SELECT * FROM document WHERE doc = ?', doc);

export function livingDocument(tx: Tx, doc: DocumentId): Result<DocumentRow, 'NotFound' | 'Destroyed'> {
  const row = documentOf(tx, doc);
  if (row === undefined) return err('NotFound');
  return row.destroyed === 1 ? err('Destroyed') : ok(row);
}

export function foundDocument(tx: Tx, { doc, kind, n, hash }: Roster, founder: MemberId): number {
  const change = nextChange(tx);
  tx.run(
    'INSERT INTO document (doc, kind, founder, n, hash, destroyed, bytes, change) VALUES (?, ?, ?, ?, ?, 0, 0, ?)',
    doc,
    kind,
    founder,
    n,
    hash,
    change,
  );
  return change;
}

export function moveRoster(tx: Tx, { doc, n, hash, destroyed }: Roster): number {
  const change = nextChange(tx);
  tx.run('UPDATE document SET n = ?, hash = ?, destroyed = ?, change = ? WHERE doc = ?', n, hash, destroyed ? 1 : 0, change, doc);
  return change;
}

export const addBytes = (tx: Tx, doc: DocumentId, bytes: number): void =>
  tx.run('UPDATE document SET bytes = bytes + ?, change = ? WHERE doc = ?', bytes, nextChange(tx), doc);

export const noBytes = (tx: Tx, doc: DocumentId): void => tx.run('UPDATE document SET bytes = 0 WHERE doc = ?', doc);

/** Something to look at again, though no stream grew. */
export const touchDocument = (tx: Tx, doc: DocumentId): void => tx.run('UPDATE document SET change = ? WHERE doc = ?', nextChange(tx), doc);

/** One count for the whole server: an inbox is every document whose number lies beyond what its owner saw. */
function nextChange(tx: Tx): number {
  return tx.get<{ value: number }>(`UPDATE counter SET value = value + 1 WHERE name = 'change' RETURNING value`)?.value ?? 0;
}

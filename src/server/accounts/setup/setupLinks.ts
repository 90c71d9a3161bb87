import { randomBytes } from 'node:crypto';
import type { DocumentId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { base64urlToBytes } from '../../../protocol/bytes.ts';
import type { KeyringLink } from '../invitations/invitations.ts';
import { hashNow } from '../session/seal.ts';
import type { Tx } from '../../store/port.ts';

/*
 * A setup link lets one person found one organisation. Only its hash is stored, so whoever reads the database cannot use it. The first
 * one is printed when the server starts, a new one each time until it was used; a further one is made on purpose.
 */

const SETUP_MS = 7 * 24 * 60 * 60 * 1000;

interface SetupRow {
  readonly hash: Uint8Array;
  readonly expires: number;
  readonly member: MemberId | null;
  readonly doc: DocumentId | null;
}

/** A new link's secret. */
export function makeSetupLink(tx: Tx, kind: 'first' | 'further', now: number): string {
  const secret = randomBytes(32);
  if (kind === 'first') tx.run('DELETE FROM setup_link WHERE first = 1 AND doc IS NULL');
  tx.run('INSERT INTO setup_link (hash, first, expires) VALUES (?, ?, ?)', hashNow(secret), kind === 'first' ? 1 : 0, now + SETUP_MS);
  return secret.toString('base64url');
}

/** Whether nobody has founded an organisation here yet. */
export const isUnused = (tx: Tx): boolean => tx.get(`SELECT 1 FROM document WHERE kind = 'organisation'`) === undefined;

export interface SetupLink extends KeyringLink {
  /** Founding the organisation uses it up; the same document again is fine. */
  readonly useUp: (doc: DocumentId) => void;
}

export function openSetupLink(tx: Tx, secret: string, now: number): Result<SetupLink, 'NoSession' | 'InvitationOver'> {
  const bytes = base64urlToBytes(secret);
  const hash = bytes && hashNow(bytes);
  const row = hash && tx.get<SetupRow>('SELECT * FROM setup_link WHERE hash = ?', hash);
  if (row === undefined) return err('NoSession');
  if (row.doc !== null || row.expires < now) return err('InvitationOver');
  return ok({
    usedBy: row.member,
    use: (member) => tx.run('UPDATE setup_link SET member = ? WHERE hash = ?', member, row.hash),
    useUp: (doc) => tx.run('UPDATE setup_link SET doc = ? WHERE hash = ?', doc, row.hash),
  });
}

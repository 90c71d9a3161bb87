import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { type KeyringLink, openInvitation } from '../invitations/invitations.ts';
import { openSetupLink } from '../setup/setupLinks.ts';
import type { Credential } from '../../../protocol/exchange/credentials.ts';
import type { Tx } from '../../store/port.ts';
import { type OpenedKeyring, writeKeyring } from './admitKeyring.ts';

/**
 * A person's keyring comes in by an invitation or a setup link, one for each; nobody else can put one here. The same again is
 * fine, also by another invitation: somebody may join a second organisation with the keyring they have.
 */
export function beginKeyring(tx: Tx, credential: Credential, opened: OpenedKeyring, now: number): Result<'new' | 'there', Refusal> {
  const member = opened.keyring.member;
  const link = openLink(tx, credential, now);
  if (!link.ok) return link;
  if (link.value.usedBy !== null && link.value.usedBy !== member) return err('InvitationOver');
  const there = tx.get<{ first: string }>('SELECT first FROM keyring WHERE member = ?', member);
  if (there !== undefined && there.first !== opened.first) return err('AlreadyThere');
  if (there === undefined) {
    const written = writeKeyring(tx, opened, now);
    if (!written.ok) return written;
  }
  link.value.use(member);
  return ok(there === undefined ? 'new' : 'there');
}

/** Asked before the work of verifying, too: who has no link costs nothing. */
export function openLink(tx: Tx, credential: Credential, now: number): Result<KeyringLink, 'NotAllowed' | 'NoSession' | 'InvitationOver'> {
  if (credential.type === 'session') return err('NotAllowed');
  return credential.type === 'invitation' ? openInvitation(tx, credential, now) : openSetupLink(tx, credential.secret, now);
}

import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { Tx } from '../../store/port.ts';
import { writeGenesis } from '../documents/admitRoster.ts';
import type { OpenedRoster } from '../documents/openRoster.ts';
import { openSetupLink } from './setupLinks.ts';

/** Founds an organisation and uses the link up: by the one person whose keyring came in by the same link, or nobody's yet. */
export function foundOrganisation(tx: Tx, secret: string, { added, roster }: OpenedRoster, now: number): Result<void, Refusal> {
  const link = openSetupLink(tx, secret, now);
  if (!link.ok) return link;
  const founder = added[0]?.entry.by;
  if (roster.kind !== 'organisation' || founder === undefined) return err('NotAllowed');
  if (link.value.usedBy !== null && link.value.usedBy !== founder) return err('InvitationOver');
  const written = writeGenesis(tx, { added, roster }, now);
  if (!written.ok) return written;
  link.value.useUp(roster.doc);
  return ok(undefined);
}

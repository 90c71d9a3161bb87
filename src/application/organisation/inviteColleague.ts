import type { Result } from '../../core/shared/result.ts';
import type { Desk } from '../circle/desk.ts';
import { makeInvitation, noDetails } from '../circle/invite.ts';
import type { Invitation, InvitationHow } from '../circle/types.ts';
import { requireAdministrator } from './ownOrganisation.ts';
import type { OrganisationError } from './types.ts';

/** A link by which one colleague comes in, after an administrator accepted who asks. */
export async function inviteColleague(
  desk: Desk,
  { how, administrator }: { readonly how: InvitationHow; readonly administrator: boolean },
): Promise<Result<Invitation, OrganisationError>> {
  const required = await requireAdministrator(desk.context);
  if (!required.ok) return required;
  const { session, circle } = required.value;
  const role = administrator ? ('lead' as const) : ('professional' as const);
  return await makeInvitation(desk, session, { ...noDetails, use: 'organisation', how, role, doc: circle.roster.doc });
}

import { isLowering } from '../../core/circle/rosterChanges.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { changeRoster } from '../circle/changeRoster.ts';
import { makeRole } from '../circle/entries.ts';
import { headsOf } from '../circle/jobs.ts';
import type { CircleError } from '../circle/types.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { requireAdministrator } from './ownOrganisation.ts';
import type { OrganisationError } from './types.ts';

/** Makes somebody administrator, or no longer. The last one stays. */
export async function makeAdministrator(
  context: DeviceContext,
  member: MemberId,
  administrator: boolean,
): Promise<Result<void, OrganisationError>> {
  const required = await requireAdministrator(context);
  if (!required.ok) return required;
  const role = administrator ? ('lead' as const) : ('professional' as const);
  const { session, circle: before } = required.value;
  const changed = await changeRoster(context, session, before.roster.doc, 'log', async (circle, line) => {
    const current = circle.roster.members.get(member)?.role;
    if (current === undefined) return err({ type: 'NotAMember' });
    if (current === role) return ok(null);
    const heads = await headsOf(line, circle, (device) => circle.ownerOf(device) === member);
    return heads.ok ? await makeRole({ member, role }, isLowering(current, role) ? heads.value : null, circle, line) : heads;
  });
  return changed.ok ? ok(undefined) : err(asAdministrator(changed.error));
}

/** An organisation's leads are called its administrators. */
export function asAdministrator(error: CircleError): OrganisationError {
  if (error.type === 'LastLead') return { type: 'LastAdministrator' };
  return error.type === 'NotALead' ? { type: 'NotAnAdministrator' } : error;
}

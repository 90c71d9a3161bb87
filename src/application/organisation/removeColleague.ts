import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { changeRoster } from '../circle/changeRoster.ts';
import { makeRemove } from '../circle/entries.ts';
import { headsOf } from '../circle/jobs.ts';
import { sealFor } from '../circle/reasons.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { changeOrganisation } from './changeOrganisation.ts';
import { asAdministrator } from './makeAdministrator.ts';
import { requireAdministrator } from './ownOrganisation.ts';
import type { OrganisationError } from './types.ts';

/** Out of the organisation, which gets a new key. What they have to do with cases is for each circle's leads to decide. */
export async function removeColleague(context: DeviceContext, member: MemberId): Promise<Result<void, OrganisationError>> {
  const required = await requireAdministrator(context);
  if (!required.ok) return required;
  const { session, circle: before } = required.value;
  const { doc } = before.roster;
  const removed = await changeRoster(context, session, doc, 'log', async (circle, line) => {
    if (!circle.roster.members.has(member)) return ok(null);
    const heads = await headsOf(line, circle, (device) => circle.ownerOf(device) === member);
    const reason = await sealFor(context, session, circle.roster, member, '');
    return heads.ok ? await makeRemove({ member, reason, seconded: null }, heads.value, circle, line) : heads;
  });
  if (!removed.ok) return err(asAdministrator(removed.error));
  const left = context.ports.clock.today() as CivilDate;
  return await changeOrganisation(context, session, doc, { type: 'describe', member, left });
}

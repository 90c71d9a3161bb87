import type { DeviceId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import { withLine } from '../circle/withLine.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { requireAdministrator } from './ownOrganisation.ts';
import type { OrganisationError } from './types.ts';

/** Stops the transport of a colleague's device, or lets it through again. Leads of its circles are asked to remove the person there. */
export async function blockDevice(context: DeviceContext, device: DeviceId, blocked: boolean): Promise<Result<void, OrganisationError>> {
  const required = await requireAdministrator(context);
  if (!required.ok) return required;
  const { session, circle } = required.value;
  return await withLine(
    context,
    session,
    async ({ server, access }) => await server.blockDevice(access, circle.roster.doc, device, blocked),
  );
}

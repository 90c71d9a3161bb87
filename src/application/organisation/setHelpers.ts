import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { Helper } from '../../core/shared/helpers.ts';
import type { Result } from '../../core/shared/result.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { changeOrganisation } from './changeOrganisation.ts';
import { requireAdministrator } from './ownOrganisation.ts';
import type { OrganisationError } from './types.ts';

/** Whom families of this organisation may call. Whoever saves it says that it is right today. */
export async function setHelpers(
  context: DeviceContext,
  helpers: readonly Omit<Helper, 'checkedOn'>[],
): Promise<Result<void, OrganisationError>> {
  const required = await requireAdministrator(context);
  if (!required.ok) return required;
  const today = context.ports.clock.today() as CivilDate;
  const checked = helpers.map((helper) => ({ ...helper, checkedOn: helper.phone + helper.mail === '' ? null : today }));
  return await changeOrganisation(context, required.value.session, required.value.circle.roster.doc, {
    type: 'setHelpers',
    helpers: checked,
  });
}

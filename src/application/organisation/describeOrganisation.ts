import type { RetentionChoice } from '../../core/plan/retention.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import { err, type Result } from '../../core/shared/result.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { changeOrganisation } from './changeOrganisation.ts';
import { requireAdministrator, requireOrganisation } from './ownOrganisation.ts';
import type { OrganisationError } from './types.ts';

type Done = Promise<Result<void, OrganisationError>>;

export async function renameOrganisation(context: DeviceContext, name: string): Done {
  const required = await requireAdministrator(context);
  if (!required.ok) return required;
  return await changeOrganisation(context, required.value.session, required.value.circle.roster.doc, { type: 'rename', name });
}

export async function setRetention(context: DeviceContext, choice: RetentionChoice): Done {
  const required = await requireAdministrator(context);
  if (!required.ok) return required;
  return await changeOrganisation(context, required.value.session, required.value.circle.roster.doc, { type: 'retain', ...choice });
}

/** Oneself, or by an administrator anybody. */
export async function changePerson(
  context: DeviceContext,
  member: MemberId,
  change: { readonly name?: string; readonly discipline?: string },
): Done {
  const required = await requireOrganisation(context);
  if (!required.ok) return required;
  const { session, circle } = required.value;
  if (member !== session.member && circle.roster.members.get(session.member)?.role !== 'lead') return err({ type: 'NotAnAdministrator' });
  return await changeOrganisation(context, session, circle.roster.doc, { type: 'describe', member, ...change });
}

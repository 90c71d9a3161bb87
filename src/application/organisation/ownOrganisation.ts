import { err, ok, type Result } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import type { Circle } from '../documents/document.ts';
import type { OrganisationError } from './types.ts';

/** The organisation that this device belongs to, and who is in it. */
export async function requireOrganisation(
  context: DeviceContext,
): Promise<Result<{ readonly session: Session; readonly circle: Circle }, OrganisationError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const own = [...session.documents.values()].find(({ kind }) => kind === 'organisation');
  const circle = own && (await readCircle(context.ports.database, session, own.doc));
  return circle ? ok({ session, circle }) : err({ type: 'NoOrganisation' });
}

/** The same, for what only its administrators do. */
export async function requireAdministrator(context: DeviceContext): ReturnType<typeof requireOrganisation> {
  const required = await requireOrganisation(context);
  if (!required.ok) return required;
  const { session, circle } = required.value;
  return circle.roster.members.get(session.member)?.role === 'lead' ? required : err({ type: 'NotAnAdministrator' });
}

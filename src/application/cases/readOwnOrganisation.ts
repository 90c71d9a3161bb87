import { type OrganisationContent, viewOrganisation } from '../../core/organisation/viewOrganisation.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { look } from '../documents/look.ts';

/** What the own organisation agreed; undefined for who belongs to none. */
export async function readOwnOrganisation(context: DeviceContext, session: Session): Promise<OrganisationContent | undefined> {
  const own = [...session.documents.values()].find(({ kind }) => kind === 'organisation');
  return own && (await look(context, session, own.doc, ({ shown, roster }) => viewOrganisation(shown.get(), roster)));
}

import { retentionOf, type RetentionChoice, usualRetention } from '../../core/plan/retention.ts';
import type { CaseSummary } from '../../core/plan/summariseCase.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import { dayOf } from '../../core/shared/dayOf.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { look } from '../documents/look.ts';
import { readOwnOrganisation } from './readOwnOrganisation.ts';

/** How long a closed case is kept, as the own organisation has it: for professionals. Counts from the last change in any of its documents. */
export async function findRetention(
  context: DeviceContext,
  session: Session,
  { caseId, roster }: OpenDocument,
  isClosed: boolean,
): Promise<CaseSummary['retention']> {
  const role = roster.members.get(session.member)?.role;
  if (!isClosed || (role !== 'lead' && role !== 'professional')) return null;
  const documents = [...session.documents.values()].filter((each) => each.caseId === caseId);
  const walls = await Promise.all(documents.map(({ doc }) => look(context, session, doc, (document) => document.newestWall())));
  const newest = Math.max(...walls.filter((wall) => wall !== undefined));
  const found = retentionOf(true, await readChoice(context, session), dayOf(newest), context.ports.clock.today() as CivilDate);
  return found && { ...found, mayDestroy: role === 'lead' };
}

async function readChoice(context: DeviceContext, session: Session): Promise<RetentionChoice> {
  const organisation = await readOwnOrganisation(context, session);
  return organisation?.retention ?? usualRetention(session.settings.discipline);
}

/** Closed cases on the list whose term depends on this document: those of its case, or all when it is the organisation's. */
export function closedPlans({ caseload }: DeviceContext, session: Session, { kind, caseId }: OpenDocument): readonly DocumentId[] {
  const closed = new Set<CaseId>(
    caseload
      .get()
      .cases.filter(({ phase }) => phase === 'closure')
      .map((summary) => summary.caseId),
  );
  return [...session.documents.values()]
    .filter((each) => each.kind === 'plan' && closed.has(each.caseId) && (kind === 'organisation' || each.caseId === caseId))
    .map(({ doc }) => doc);
}

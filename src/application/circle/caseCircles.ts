import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import type { Circle } from '../documents/document.ts';
import type { CircleError } from './types.ts';

/** The circles of all documents of a case that are on this device. */
export interface CaseCircles {
  readonly plan: Circle;
  readonly others: readonly Circle[];
}

export async function readCaseCircles({ ports }: DeviceContext, session: Session, caseId: CaseId): Promise<CaseCircles | undefined> {
  const documents = documentsOf(session, caseId);
  const circles = (await Promise.all(documents.map((doc) => readCircle(ports.database, session, doc)))).filter(
    (circle) => circle !== undefined,
  );
  const plan = circles.find(({ roster }) => roster.kind === 'plan');
  return plan && { plan, others: circles.filter((circle) => circle !== plan && circle.roster.kind !== 'personal') };
}

export const documentsOf = (session: Session, caseId: CaseId): readonly DocumentId[] =>
  [...session.documents.values()].filter((document) => document.caseId === caseId).map(({ doc }) => doc);

/** Unlocked, and the case is here. */
export async function requireCase(
  context: DeviceContext,
  caseId: CaseId,
): Promise<Result<{ readonly session: Session; readonly circles: CaseCircles }, CircleError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const circles = await readCaseCircles(context, session, caseId);
  return circles ? ok({ session, circles }) : err({ type: 'UnknownCase' });
}

import { findUndestroyed } from '../../core/circle/destruction.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { documentsOf } from '../circle/caseCircles.ts';
import { changeRoster } from '../circle/changeRoster.ts';
import { readOwnReason, sealFor } from '../circle/reasons.ts';
import type { CircleError } from '../circle/types.ts';
import { withLine } from '../circle/withLine.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import type { Circle } from '../documents/document.ts';
import { readOutbox } from '../exchange/deliver.ts';
import { removalOf } from '../ports.ts';
import { endedCases, findOutlived, readDestroyed } from './destroyedRecord.ts';
import { endHere } from './endHere.ts';
import { writeWhy } from './why.ts';

type Done = Promise<Result<void, CircleError>>;
/** Hears how it went in each document, and says whether to go on. */
type Note = (doc: DocumentId, result: Result<unknown, CircleError>) => boolean;

/**
 * Destroys what is left of a case of which that was decided, as far as it is this member's to do. Nothing of it is remembered: circles
 * say what is left, so a crash in between changes nothing, and any lead's device goes on.
 */
export async function finishDestruction(context: DeviceContext, session: Session, caseId: CaseId, note: Note = () => true): Done {
  const circles = await circlesOf(context, session, caseId);
  const open = findUndestroyed(
    circles.map(({ roster }) => roster),
    await endedCases(context, session),
  );
  const why = await whyOf(context, session, circles);
  let first: Result<void, CircleError> = ok(undefined);
  for (const { doc, members } of open) {
    if (members.get(session.member)?.role !== 'lead') continue;
    const destroyed = await destroyDocument(context, session, doc, why);
    if (!destroyed.ok && first.ok) first = destroyed;
    if (!note(doc, destroyed)) return first;
  }
  return first;
}

async function circlesOf({ ports }: DeviceContext, session: Session, caseId: CaseId): Promise<readonly Circle[]> {
  const circles = await Promise.all(documentsOf(session, caseId).map((doc) => readCircle(ports.database, session, doc)));
  return circles.filter((circle) => circle !== undefined);
}

/** In the words of whoever decided it; without the plan nobody can read those any more. */
async function whyOf(context: DeviceContext, session: Session, circles: readonly Circle[]): Promise<string> {
  const plan = circles.find(({ roster }) => roster.kind === 'plan')?.roster;
  const words = plan?.ending ? await readOwnReason(context, session, plan, plan.ending) : '';
  return words === '' ? writeWhy({ code: 'other', words: '' }) : words;
}

/** By compare-and-set, and gone from here when it is done. Another tab may take it away from here first: then it is done too. */
async function destroyDocument(context: DeviceContext, session: Session, doc: DocumentId, why: string): Done {
  const written = await changeRoster(context, session, doc, 'circle', async ({ roster }) => {
    if (roster.destroyed) return ok(null);
    return ok({ change: { type: 'destroy', reason: await sealFor(context, session, roster, session.member, why) } });
  });
  if (!written.ok) return (await readDestroyed(context, session, doc)) ? ok(undefined) : written;
  const lost = (await readOutbox(context.ports.database, doc)).length;
  return await withLine(context, session, async (line) => {
    const circle = await readCircle(context.ports.database, session, doc);
    return circle ? await endHere(line, circle, lost) : ok(undefined);
  });
}

/** What proved a destruction so long ago that nothing could come back any more. */
export async function forgetOutlived(context: DeviceContext, session: Session): Promise<void> {
  const outlived = await findOutlived(context, session);
  if (outlived.length > 0)
    await storeRecords(
      context,
      outlived.map((key) => removalOf({ table: 'device', key })),
    );
}

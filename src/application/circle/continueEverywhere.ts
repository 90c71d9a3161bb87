import { findRemovals } from '../../core/circle/removals.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import { endedCases } from '../destruction/destroyedRecord.ts';
import { finishDestruction, forgetOutlived } from '../destruction/finishDestruction.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { rosterKey } from '../documents/rosterKey.ts';
import { readCaseCircles, requireCase } from './caseCircles.ts';
import { isMine, retireIn, runJobs } from './jobs.ts';
import type { CircleError } from './types.ts';

/** A person asks. */
export async function continueJobs(context: DeviceContext, caseId: CaseId): Promise<Result<void, CircleError>> {
  const required = await requireCase(context, caseId);
  return required.ok ? await runJobs(context, required.value.session, caseId) : required;
}

/** How long each roster was when nothing was left to do in it: looking costs verifying every entry. */
const finished = new WeakMap<Session, Map<DocumentId, string>>();

/** Looks for what this device or others left unfinished in circles that changed, and goes on with it. What fails is looked at again. */
export async function continueEverywhere(context: DeviceContext, session: Session): Promise<void> {
  const known = finished.get(session) ?? new Map<DocumentId, string>();
  finished.set(session, known);
  const changed = new Map<DocumentId, string>();
  await forgetOutlived(context, session);
  // A plan that was destroyed leaves others of its case to do.
  const ended = await endedCases(context, session);
  for (const doc of session.documents.keys()) {
    const length = (await context.ports.database.list('roster', rosterKey(doc))).length;
    const now = `${length} ${session.keyring.n} ${ended.size}`;
    if (known.get(doc) !== now) changed.set(doc, now);
  }
  const retired = await retireIn(context, session, changed.keys());
  let isDone = retired.ok;
  const cases = new Set([...changed.keys()].flatMap((doc) => session.documents.get(doc)?.caseId ?? []));
  for (const caseId of cases) {
    if (context.session !== session || session.closing) return;
    if (ended.has(caseId)) isDone = (await finishDestruction(context, session, caseId)).ok && isDone;
    else if (await hasJobs(context, session, caseId)) isDone = (await runJobs(context, session, caseId)).ok && isDone;
  }
  if (isDone) for (const [doc, now] of changed) known.set(doc, now);
}

async function hasJobs(context: DeviceContext, session: Session, caseId: CaseId): Promise<boolean> {
  const circles = await readCaseCircles(context, session, caseId);
  if (!circles) return false;
  if (circles.plan.roster.ending) return [circles.plan, ...circles.others].some(({ roster }) => isMine(roster, session));
  const others = circles.others.map(({ roster }) => roster);
  return findRemovals(circles.plan.roster, others).some(({ open }) => open.some((roster) => isMine(roster, session)));
}

import { findRemovals } from '../../core/circle/removals.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { rosterKey } from '../documents/rosterKey.ts';
import { readCaseCircles, requireCase } from './caseCircles.ts';
import { isMine, runJobs } from './jobs.ts';
import { findRevocations } from './revocations.ts';
import type { CircleError } from './types.ts';

/** A person asks. */
export async function continueJobs(context: DeviceContext, caseId: CaseId): Promise<Result<void, CircleError>> {
  const required = await requireCase(context, caseId);
  return required.ok ? await runJobs(context, required.value.session, caseId) : required;
}

/** How long each roster was when it was last looked at: looking costs verifying every entry. */
const seen = new WeakMap<Session, Map<DocumentId, number>>();

/** Looks for what others or this device left unfinished in circles that changed, and goes on with it. */
export async function continueEverywhere(context: DeviceContext, session: Session): Promise<void> {
  const known = seen.get(session) ?? new Map<DocumentId, number>();
  seen.set(session, known);
  const cases = new Set<CaseId>();
  for (const { doc, caseId, kind } of session.documents.values()) {
    if (kind === 'organisation' || kind === 'personal') continue;
    const length = (await context.ports.database.list('roster', rosterKey(doc))).length + session.keyring.n * 100_000;
    if (known.get(doc) !== length) cases.add(caseId);
    known.set(doc, length);
  }
  for (const caseId of cases) {
    if (context.session !== session || session.closing) return;
    const circles = await readCaseCircles(context, session, caseId);
    if (!circles) continue;
    const removals = findRemovals(
      circles.plan.roster,
      circles.others.map(({ roster }) => roster),
    );
    const isThere =
      removals.some(({ open }) => open.some((roster) => isMine(roster, session))) ||
      [circles.plan, ...circles.others].some((circle) => findRevocations(circle, session).length > 0);
    if (isThere) await runJobs(context, session, circles.plan.roster.caseId);
  }
}

import type { CaseId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { removeCase } from '../cases/removeCase.ts';
import { requireCase } from '../circle/caseCircles.ts';
import { changeRoster } from '../circle/changeRoster.ts';
import { runJobs } from '../circle/jobs.ts';
import { sealFor } from '../circle/reasons.ts';
import type { CircleError } from '../circle/types.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';
import { describeDestruction } from './describeDestruction.ts';
import { keepStatement, makeStatement, removeStatement } from './statements.ts';
import type { DestroyInput, WhyDestroyed } from './types.ts';
import { writeWhy } from './why.ts';

type Done = Promise<Result<void, CircleError>>;

/**
 * A lead destroys a case for everyone. First the statement is kept here; then it is written in the plan's circle that this was decided;
 * from then on it is finished by this device or any other lead's, and it cannot be taken back.
 */
export async function destroyCase(context: DeviceContext, caseId: CaseId, input: DestroyInput): Done {
  const described = await describeDestruction(context, caseId);
  if (!described.ok) return described;
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  if (!described.value.mayDestroy) return err({ type: 'NotALead' });
  const { reason, ground, groundWords } = input;
  const isUnexplained = (reason.code === 'other' && reason.words.trim() === '') || (ground === 'own' && groundWords.trim() === '');
  if (isUnexplained) return err({ type: 'ReasonMissing' });
  const kept = await keepStatement(context, session, makeStatement(session, described.value, input, context.ports.clock.now()));
  if (!kept.ok) return kept;
  // Nobody else ever had it: then there is nobody to tell.
  const decided = described.value.shared ? await decide(context, session, circles.plan, reason) : await removeHere(context, caseId);
  if (!decided.ok) {
    await removeStatement(context, caseId);
    return decided;
  }
  if (described.value.shared) await runJobs(context, session, caseId);
  return ok(undefined);
}

async function decide(context: DeviceContext, session: Session, { roster: { doc } }: Circle, reason: WhyDestroyed): Done {
  const decided = await changeRoster(context, session, doc, 'circle', async ({ roster }) => {
    if (roster.ending !== null || roster.destroyed) return ok(null);
    return ok({ change: { type: 'end', reason: await sealFor(context, session, roster, session.member, writeWhy(reason)) } });
  });
  return decided.ok ? ok(undefined) : decided;
}

async function removeHere(context: DeviceContext, caseId: CaseId): Done {
  const removed = await removeCase(context, caseId);
  if (removed.ok) return ok(undefined);
  return err(removed.error.type === 'NotSaved' ? removed.error : { type: 'Locked' });
}

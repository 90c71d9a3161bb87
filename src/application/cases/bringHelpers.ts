import { isProfessional } from '../../core/circle/permissions.ts';
import { helpersToBring } from '../../core/plan/familyHelpers.ts';
import { ok } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { hold } from '../documents/openDocument.ts';
import { saveChange } from '../documents/saveChange.ts';
import { decideChange } from './decideChange.ts';
import { readOwnOrganisation } from './readOwnOrganisation.ts';
import { viewOf } from './viewOf.ts';

/**
 * A family reads its plan and never the organisation's document: so a professional who opens the case takes along the numbers that the
 * organisation gives families. Nothing to take back by `undo`, and not worth an error: whoever opens the case next tries again.
 */
export async function bringHelpers(context: DeviceContext, session: Session, plan: OpenDocument): Promise<void> {
  const role = plan.roster.members.get(session.member)?.role;
  if (!role || !isProfessional(role)) return;
  const release = hold(session, plan.doc);
  try {
    const offered = (await readOwnOrganisation(context, session))?.helpers ?? [];
    if (offered.length === 0) return;
    const decide = () => {
      const helpers = helpersToBring(viewOf(context, session, plan.state()), offered);
      if (helpers.length === 0) return ok({ operations: [], added: [] });
      const base = { state: plan.state(), rules: plan.rules, roster: plan.roster.n };
      return decideChange(context, session, base, [{ type: 'setHelpers', helpers }]);
    };
    await saveChange(context, session, plan, decide, { onSealed: () => {}, onOutcome: () => {} });
  } catch {
    // Locked meanwhile, or it cannot be read now.
  } finally {
    release();
  }
}

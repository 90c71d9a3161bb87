import { cancelConference, endConference, moveConference, startConference, turnInto } from '../core/conference/decideConference.ts';
import type { DocumentState } from '../core/document/state.ts';
import {
  finishEvaluation,
  giveExperience,
  setAttainment,
  setExperience,
  setKept,
  setOutcome,
  startEvaluation,
} from '../core/evaluation/decideEvaluation.ts';
import type { CaseView } from '../core/plan/caseView.ts';
import {
  add,
  type Decided,
  type Decider,
  move,
  remove,
  resolve,
  restore,
  set,
  setAuthority,
  setHelpers,
  write,
} from '../core/plan/decidePlan.ts';
import {
  acceptCoordinator,
  acceptRole,
  answerPlan,
  declineCoordinator,
  handOverCoordinator,
  proposeCoordinator,
  reportAction,
} from '../core/plan/decideRoles.ts';
import { adoptFamilyGoal, declineFamilyGoal } from '../core/plan/decideFamilyGoal.ts';
import { confirmCompanion, declineCompanion, prolongCompanion, proposeCompanion, withdrawCompanion } from '../core/plan/decideCompanion.ts';
import { recordHearing } from '../core/plan/decideHearing.ts';
import { answerPupil, sayOfGoal } from '../core/plan/decidePupilVoice.ts';
import { answerRemark, beginPreparation, remark, request } from '../core/plan/decideSaying.ts';
import type { DecideContext, PlanCommand } from '../core/plan/planCommand.ts';
import { sharePreparation } from '../core/plan/sharePreparation.ts';

const deciders: { readonly [T in PlanCommand['type']]: Decider<T> } = {
  add,
  set,
  write,
  remove,
  restore,
  resolve,
  move,
  setAuthority,
  setHelpers,
  proposeCoordinator,
  acceptCoordinator,
  declineCoordinator,
  handOverCoordinator,
  acceptRole,
  reportAction,
  answerPlan,
  beginPreparation,
  sharePreparation,
  remark,
  answerRemark,
  adoptFamilyGoal,
  declineFamilyGoal,
  request,
  sayOfGoal,
  answerPupil,
  proposeCompanion,
  withdrawCompanion,
  confirmCompanion,
  declineCompanion,
  prolongCompanion,
  recordHearing,
  startConference,
  moveConference,
  cancelConference,
  endConference,
  turnInto,
  startEvaluation,
  setAttainment,
  setOutcome,
  setKept,
  setExperience,
  giveExperience,
  finishEvaluation,
};

/** The operations that a command comes down to, or why it may not be; the rooms of the core each decide about their own. */
export function decideCase(command: PlanCommand, state: DocumentState, view: CaseView, context: DecideContext): Decided {
  return (deciders[command.type] as Decider<PlanCommand['type']>)(command, { state, view, context });
}

import type { EntityId } from '../shared/ids.ts';
import { err } from '../shared/result.ts';
import type { CaseView } from './caseView.ts';
import { isRunning } from './coordinator.ts';
import { addEntity, type Decided, type Decider, join, setFields } from './decidePlan.ts';
import type { PlanError, Via } from './planCommand.ts';

export const proposeCoordinator: Decider<'proposeCoordinator'> = ({ person, proposedBy }, { state, context }) =>
  addEntity(state, context.newId('coordinatorTurn'), { person, proposedBy });

export const acceptCoordinator: Decider<'acceptCoordinator'> = (
  { turn: id, via, recordedBy, cover, reachability },
  { state, view, context },
) => {
  const turn = view.coordinatorTurns.find((candidate) => candidate.id === id);
  if (!turn?.person) return err({ type: 'UnknownEntity' });
  if (turn.acceptedAt !== null || turn.endedAt !== null) return err({ type: 'AlreadyAccepted' });
  // Who knows of another coordinator hands over first; two who accept apart both stand, and that is an alarm.
  if (view.coordinatorTurns.some(isRunning)) return err({ type: 'CoordinatorAlreadyAccepted' });
  const refused = refuseVoice(view, turn.person, via, recordedBy);
  if (refused) return err(refused);
  return setFields(state, id, {
    acceptedAt: context.now,
    acceptedVia: via,
    acceptedRecordedBy: recordedBy,
    declinedAt: null,
    cover,
    reachability,
  });
};

export const declineCoordinator: Decider<'declineCoordinator'> = ({ turn: id }, { state, view, context }) => {
  const turn = view.coordinatorTurns.find((candidate) => candidate.id === id);
  if (!turn) return err({ type: 'UnknownEntity' });
  if (turn.acceptedAt !== null) return err({ type: 'AlreadyAccepted' });
  return setFields(state, id, { declinedAt: context.now });
};

export const handOverCoordinator: Decider<'handOverCoordinator'> = ({ turn: id, to, reason }, { state, view, context }) => {
  const turn = view.coordinatorTurns.find((candidate) => candidate.id === id);
  if (!turn) return err({ type: 'UnknownEntity' });
  if (!isRunning(turn)) return err({ type: 'NotRunning' });
  if (reason.trim() === '') return err({ type: 'ReasonMissing' });
  const ended = setFields(state, id, { endedAt: context.now, endReason: reason });
  return to === null ? ended : join(ended, addEntity(state, context.newId('coordinatorTurn'), { person: to, proposedBy: turn.person }));
};

export const acceptRole: Decider<'acceptRole'> = ({ role: id, via, recordedBy }, { state, view, context }) => {
  const role = view.roles.find((candidate) => candidate.id === id);
  if (!role?.person) return err({ type: 'UnknownEntity' });
  if (role.acceptedAt !== null) return err({ type: 'AlreadyAccepted' });
  const refused = refuseVoice(view, role.person, via, recordedBy);
  if (refused) return err(refused);
  return setFields(state, id, { acceptedAt: context.now, acceptedVia: via, acceptedRecordedBy: recordedBy });
};

export const reportAction: Decider<'reportAction'> = ({ type: _, ...report }, { state, view, context }): Decided => {
  const action = view.actions.find(({ id }) => id === report.action);
  if (!action) return err({ type: 'UnknownEntity' });
  if (report.status === 'notDone' && report.reason.trim() === '') return err({ type: 'ReasonMissing' });
  const refused = refuseVoice(view, report.by, report.via, report.recordedBy);
  if (refused) return err(refused);
  if (action.who.length > 0 && !action.who.includes(report.by)) return err({ type: 'ReportOnlyByDoers' });
  return addEntity(state, context.newId('report'), { ...report, at: context.now });
};

export const answerPlan: Decider<'answerPlan'> = ({ type: _, ...answer }, { state, view, context }): Decided => {
  if (answer.reply !== 'agreed' && answer.view.trim() === '') return err({ type: 'RemarkMissing' });
  const refused = refuseVoice(view, answer.by, answer.via, answer.recordedBy);
  if (refused) return err(refused);
  return addEntity(state, context.newId('answer'), { ...answer, version: view.version, at: context.now });
};

/** `own` is only what a person does on a device of their own; anything else names who wrote it down (SPEC 12). */
export function refuseVoice(view: CaseView, by: EntityId, via: Via, recordedBy: EntityId | null): PlanError | null {
  if (!view.people.some(({ id }) => id === by)) return { type: 'UnknownEntity' };
  const isMe = view.me?.id === by;
  if (via === 'own' ? !isMe || recordedBy !== null : recordedBy === null) return { type: 'OwnAnswerOnlyByThemselves' };
  return null;
}

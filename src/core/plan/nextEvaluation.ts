import { addOperations, setOperations } from '../document/edit.ts';
import { kindOf } from '../document/entityId.ts';
import type { Operation } from '../document/operation.ts';
import type { DocumentState } from '../document/state.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { CaseView, Conference, Evaluation } from './caseView.ts';
import type { PlanError } from './planCommand.ts';
import { planSchema } from './planSchema.ts';

type Operations = Result<readonly Operation[], PlanError>;

/**
 * The evaluation that a finished conference or evaluation agreed on. Its id follows from what it comes from, so that two devices that
 * finish the same one apart plan one evaluation, not two.
 */
export function planEvaluation(
  state: DocumentState,
  view: CaseView,
  source: EntityId,
  day: CivilDate,
): Result<{ readonly operations: readonly Operation[]; readonly added: readonly EntityId[] }, PlanError> {
  if (view.evaluations.some((evaluation) => evaluation.day === day && evaluation.state !== 'finished'))
    return ok({ operations: [], added: [] });
  const id = followingId(source);
  const planned = addOperations(state, planSchema, id, { day, state: 'planned' });
  return planned.ok ? ok({ operations: planned.value, added: [id] }) : planned;
}

/** Another day was agreed on afterwards: what was planned for it moves along. A day stays: without one nobody looks again. */
export function moveEvaluation(state: DocumentState, view: CaseView, source: EntityId, day: CivilDate | null): Operations {
  const from = finished(view, source);
  if (from === undefined) return ok([]);
  if (day === null) return err({ type: 'EvaluationDateMissing' });
  if (from.day !== null && day <= from.day) return err({ type: 'EvaluationDateNotAfterConference' });
  const planned = view.evaluations.filter(({ state: stage }) => stage !== 'running' && stage !== 'finished');
  const following =
    planned.find(({ id }) => id === followingId(source)) ?? planned.find((evaluation) => evaluation.day === from.nextEvaluation);
  return following === undefined ? ok([]) : setOperations(state, planSchema, following.id, 'day', day);
}

function finished(view: CaseView, source: EntityId): Conference | Evaluation | undefined {
  if (kindOf(source) === 'conference') return view.conferences.find(({ id, state }) => id === source && state === 'held');
  return view.evaluations.find(({ id, state }) => id === source && state === 'finished');
}

const followingId = (source: EntityId): EntityId => `evaluation.${source}` as EntityId;

import { type CommandOf, type Decided, type Decider, join, setFields } from '../plan/decidePlan.ts';
import { refuseVoice } from '../plan/decideRoles.ts';
import type { CaseView, Evaluation } from '../plan/caseView.ts';
import { planEvaluation } from '../plan/nextEvaluation.ts';
import { lastPart } from '../plan/preparationId.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { err, ok } from '../shared/result.ts';

const FAMILY = 'family' as EntityId;

export const startEvaluation: Decider<'startEvaluation'> = ({ evaluation: id }, { state, view, context }) => {
  const evaluation = findEvaluation(view, id);
  if (!evaluation) return err({ type: 'UnknownEntity' });
  if (evaluation.state === 'running') return ok({ operations: [], added: [] });
  if (evaluation.state === 'finished') return err({ type: 'NotRunning' });
  return join(setFields(state, id, { state: 'running', startedAt: context.now }), setFields(state, FAMILY, { phase: 'evaluation' }));
};

export const setAttainment: Decider<'setAttainment'> = ({ type: _, ...said }, { state, view }): Decided => {
  const { evaluation, goal, by, recordedBy, via, remark } = said;
  if (!findEvaluation(view, evaluation) || !view.goals.some(({ id }) => id === goal)) return err({ type: 'UnknownEntity' });
  const refused = refuseVoice(view, by, via, recordedBy);
  if (refused) return err(refused);
  const side = view.professionals.some(({ id }) => id === by) ? 'professionals' : 'family';
  const fields = { evaluation, goal, by, side, ...levelIn(said), ...named({ remark }), recordedBy, via };
  return setFields(state, derivedId('attainment', evaluation, goal, by), fields);
};

/** A goal that was not begun has no level. */
function levelIn({ level, notStarted }: Pick<CommandOf<'setAttainment'>, 'level' | 'notStarted'>): Readonly<Record<string, unknown>> {
  if (notStarted) return { level: null, notStarted };
  return level === undefined ? {} : { level, notStarted: false };
}

export const setOutcome: Decider<'setOutcome'> = ({ evaluation, goal, outcome }, { state, view }) =>
  findEvaluation(view, evaluation) && view.goals.some(({ id }) => id === goal)
    ? setFields(state, derivedId('goalOutcome', evaluation, goal), { evaluation, goal, outcome })
    : err({ type: 'UnknownEntity' });

export const setKept: Decider<'setKept'> = ({ evaluation, action, kept, reason }, { state, view }) =>
  findEvaluation(view, evaluation) && view.actions.some(({ id }) => id === action)
    ? setFields(state, derivedId('kept', evaluation, action), { evaluation, action, ...named({ kept, reason }) })
    : err({ type: 'UnknownEntity' });

export const setExperience: Decider<'setExperience'> = ({ evaluation, by, grade, words, recordedBy, via }, { state, view }) => {
  if (!findEvaluation(view, evaluation)) return err({ type: 'UnknownEntity' });
  const refused = refuseVoice(view, by, via, recordedBy);
  if (refused) return err(refused);
  const fields = { evaluation, by, ...named({ grade, words }), recordedBy, via };
  return setFields(state, derivedId('experience', evaluation, by), fields);
};

export const giveExperience: Decider<'giveExperience'> = ({ evaluation, grade, words }, { state, view, context }) => {
  if (!findEvaluation(view, evaluation)) return err({ type: 'UnknownEntity' });
  if (!view.me) return err({ type: 'NotInPlan' });
  const fields = { evaluation, by: view.me.id, ...named({ grade, words }), via: 'own' };
  // The second part is the writer: nobody else writes in it (SPEC 4), and all devices of theirs meet in it.
  const id = `experience.${context.me}.${lastPart(evaluation)}-${lastPart(view.me.id)}` as EntityId;
  return setFields(state, id, fields);
};

const named = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const finishEvaluation: Decider<'finishEvaluation'> = ({ evaluation: id }, { state, view, context }) => {
  const evaluation = findEvaluation(view, id);
  if (!evaluation) return err({ type: 'UnknownEntity' });
  if (evaluation.state !== 'running') return err({ type: 'NotRunning' });
  if (evaluation.decision === null) return err({ type: 'DecisionMissing' });
  const isClosing = evaluation.decision === 'close';
  const next = isClosing ? null : evaluation.nextEvaluation;
  if (!isClosing && next === null) return err({ type: 'EvaluationDateMissing' });
  // Held later than planned, a day between the two would already be gone.
  if (next !== null && next <= latestOf(evaluation.day, context.today)) return err({ type: 'EvaluationDateNotAfterConference' });
  return join(
    setFields(state, id, { state: 'finished', finishedAt: context.now }),
    setFields(state, FAMILY, { phase: isClosing ? 'closure' : 'carryingOut' }),
    ...view.goalOutcomes
      // A goal that was taken away since stays away.
      .filter((said) => said.evaluation === id && view.goals.some((goal) => goal.id === said.goal))
      .map(({ goal, outcome }) => setFields(state, goal!, { state: GOAL_STATE[outcome ?? 'continue'] })),
    ...(next === null ? [] : [planEvaluation(state, view, id, next)]),
  );
};

const GOAL_STATE = { reached: 'reached', drop: 'dropped', continue: 'active', adjust: 'active' } as const;

const findEvaluation = (view: CaseView, id: EntityId): Evaluation | undefined => view.evaluations.find((candidate) => candidate.id === id);

const latestOf = (day: CivilDate | null, today: CivilDate): CivilDate => (day !== null && day > today ? day : today);

/** One row per combination: two people who fill it in apart meet in the same cells. */
const derivedId = (kind: string, ...parts: readonly EntityId[]): EntityId => [kind, ...parts].join('.') as EntityId;

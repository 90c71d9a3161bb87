import { kindOf } from '../../../core/document/entityId.ts';
import type { CaseView } from '../../../core/plan/caseView.ts';
import type { PlanKind } from '../../../core/plan/planCommand.ts';
import { planSchema } from '../../../core/plan/planSchema.ts';
import type { EntityId } from '../../../core/shared/ids.ts';

/** Any row of the plan, as far as every row is alike. */
export interface AnyEntity {
  readonly id: EntityId;
  readonly editedAfterDeletion: boolean;
}

const lists: Readonly<Record<PlanKind, (view: CaseView) => readonly AnyEntity[]>> = {
  family: ({ family }) => [family],
  person: ({ people }) => people,
  household: ({ households }) => households,
  authority: ({ authorities }) => authorities,
  sharing: ({ sharings }) => sharings,
  strength: ({ strengths }) => strengths,
  concern: ({ concerns }) => concerns,
  earlierHelp: ({ earlierHelp }) => earlierHelp,
  helper: ({ helpers }) => helpers,
  point: ({ points }) => points,
  preparation: ({ preparations }) => preparations,
  remark: ({ remarks }) => remarks,
  remarkReply: ({ remarks }) => remarks.flatMap(({ replies }) => replies),
  familyGoal: ({ familyGoals }) => familyGoals,
  adoption: ({ familyGoals }) => familyGoals.flatMap(({ adoptions }) => adoptions),
  pupilVoice: ({ pupilVoices }) => pupilVoices,
  pupilVoiceReply: ({ pupilVoices }) => pupilVoices.flatMap(({ replies }) => replies),
  companion: ({ companions }) => companions,
  companionReply: ({ companions }) => companions.flatMap(({ replies }) => replies),
  hearing: ({ hearings }) => hearings,
  goal: ({ goals }) => goals,
  action: ({ actions }) => actions,
  report: ({ actions }) => actions.flatMap(({ reports }) => reports),
  role: ({ roles }) => roles,
  coordinatorTurn: ({ coordinatorTurns }) => coordinatorTurns,
  agreement: ({ agreements }) => agreements,
  answer: ({ allAnswers }) => allAnswers,
  conference: ({ conferences }) => conferences,
  evaluation: ({ evaluations }) => evaluations,
  attainment: ({ attainments }) => attainments,
  goalOutcome: ({ goalOutcomes }) => goalOutcomes,
  kept: ({ kept }) => kept,
  experience: ({ experiences }) => experiences,
};

/** All rows of one kind. */
export const entitiesOf = (view: CaseView, kind: PlanKind): readonly AnyEntity[] => lists[kind](view);

export const planKindOf = (entity: EntityId): PlanKind | null => {
  const kind = kindOf(entity);
  return kind in planSchema ? (kind as PlanKind) : null;
};

export const findEntity = (view: CaseView, id: EntityId): AnyEntity | undefined => {
  const kind = planKindOf(id);
  return kind === null ? undefined : entitiesOf(view, kind).find((entity) => entity.id === id);
};

/** Taken away by one person while another was still writing in it: shown until someone says which. */
export const listEditedAfterDeletion = (view: CaseView): readonly AnyEntity[] =>
  (Object.keys(lists) as PlanKind[]).flatMap((kind) => entitiesOf(view, kind).filter(({ editedAfterDeletion }) => editedAfterDeletion));

import { kindOf } from '../document/entityId.ts';
import type { EntityView } from '../document/schema.ts';
import { type DocumentState, entityIdsOf, frontierOf, isDeleted, isEditedAfterDeletion, readCandidates } from '../document/state.ts';
import { viewEntities, viewEntity } from '../document/view.ts';
import { authorOf } from '../document/entityId.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import { viewActions } from './actions.ts';
import { findAlarms } from './alarms.ts';
import { viewAnswers } from './answers.ts';
import type { CaseView, Conflict } from './caseView.ts';
import { findCoordinator } from './coordinator.ts';
import { planSchema, type PlanSchema } from './planSchema.ts';
import { makeVersion } from './planVersion.ts';

export interface ViewContext {
  readonly me: MemberId;
  readonly today: CivilDate;
  readonly now: number;
}

/** Everything that the screens read of one case, from its plan document. Pure: the same state and day give the same view. */
export function viewCase(state: DocumentState, { me, today, now }: ViewContext): CaseView {
  const list = <K extends keyof PlanSchema>(kind: K): readonly EntityView<PlanSchema[K]>[] => viewEntities(state, planSchema[kind], kind);
  const people = list('person');
  const goals = list('goal');
  const coordinatorTurns = list('coordinatorTurn');
  const roles = list('role').filter((role) => role.endedAt === null);
  const agreements = list('agreement');
  const plainActions = list('action');
  const coordinator = findCoordinator(coordinatorTurns);
  const version = makeVersion(contentOf([goals, plainActions, roles, agreements, coordinator ? [coordinator] : []]), frontierOf(state));
  const allAnswers = list('answer');
  const conflicts = listConflicts(state);
  const view: Omit<CaseView, 'alarms'> = {
    family: viewEntity(state, planSchema.family, 'family' as EntityId),
    people,
    children: people.filter(({ part }) => part === 'child'),
    caregivers: people.filter(({ part }) => part === 'caregiver'),
    network: people.filter(({ part }) => part === 'network'),
    professionals: people.filter(({ part }) => part === 'professional'),
    me: people.find(({ member }) => member === me) ?? null,
    households: list('household'),
    authorities: list('authority'),
    sharings: list('sharing'),
    strengths: list('strength'),
    concerns: list('concern'),
    earlierHelp: list('earlierHelp'),
    points: list('point'),
    goals,
    actions: viewActions(plainActions, list('report'), today),
    roles,
    agreements,
    coordinator,
    coordinatorTurns,
    conferences: byDay(list('conference')),
    evaluations: byDay(list('evaluation')),
    attainments: list('attainment'),
    goalOutcomes: list('goalOutcome'),
    kept: list('kept'),
    experiences: list('experience'),
    version,
    answers: viewAnswers(allAnswers, version),
    allAnswers,
    conflicts,
    removed: listRemoved(state),
  };
  return { ...view, alarms: findAlarms(view, firstWall(state), today, now) };
}

/** The cells that an answer is about; who wrote them and conflicts beside them do not change what stands there. */
const contentOf = (lists: readonly (readonly object[])[]): unknown =>
  lists.map((entities) => entities.map((entity) => ({ ...entity, author: null, conflicts: null, order: null })));

const byDay = <T extends { readonly day: CivilDate | null }>(entities: readonly T[]): readonly T[] =>
  entities.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : (a.day ?? '') > (b.day ?? '') ? 1 : 0));

const kinds = Object.keys(planSchema) as (keyof PlanSchema)[];

/** Every cell of every live entity where values stand side by side. */
function listConflicts(state: DocumentState): readonly Conflict[] {
  return kinds.flatMap((kind) =>
    entitiesOf(state, kind).flatMap((entity) =>
      Object.entries(entity.conflicts).map(([field, candidates]) => ({ entity: entity.id, kind, field, candidates: candidates ?? [] })),
    ),
  );
}

const entitiesOf = (state: DocumentState, kind: keyof PlanSchema): readonly EntityView<PlanSchema['person']>[] =>
  viewEntities(state, planSchema[kind], kind) as never;

function listRemoved(state: DocumentState): CaseView['removed'] {
  return kinds
    .flatMap((kind) => entityIdsOf(state, kind).map((id) => ({ id, kind })))
    .filter(({ id }) => isDeleted(state, id) && !isEditedAfterDeletion(state, id))
    .map(({ id, kind }) => ({
      id,
      kind,
      label: labelOf(state, id),
      author: authorOf(id),
      at: readCandidates(state, id, 'deleted')[0]!.lamport,
    }))
    .sort((a, b) => b.at - a.at)
    .map(({ at: _, ...removed }) => removed);
}

/** The words by which a person recognises what was removed. */
function labelOf(state: DocumentState, id: EntityId): string {
  const words = ['name', 'statement', 'what', 'text', 'words'].map((field) => readCandidates(state, id, field)[0]?.value);
  return words.find((value): value is string => typeof value === 'string') ?? '';
}

/** When the first goal was written down, by the writers' clocks; for how long a plan goes without a coordinator. */
function firstWall(state: DocumentState): number | null {
  const walls = entityIdsOf(state, 'goal')
    .filter((id) => kindOf(id) === 'goal' && !isDeleted(state, id))
    .flatMap((id) => readCandidates(state, id, 'statement').map(({ wall }) => wall));
  return walls.length === 0 ? null : Math.min(...walls);
}

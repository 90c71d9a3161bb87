import { authorOf } from '../document/entityId.ts';
import type { EntityTable, EntityView } from '../document/schema.ts';
import { deletedIdsOf, type DocumentState, frontierOf, isEditedAfterDeletion, readCandidates } from '../document/state.ts';
import { viewConflicted, viewEntities, viewEntity } from '../document/view.ts';
import type { Candidate } from '../document/operation.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import { lazily } from '../shared/lazily.ts';
import { viewActions } from './actions.ts';
import { findAlarms } from './alarms.ts';
import { viewAnswers } from './answers.ts';
import type { CaseView, Conflict } from './caseView.ts';
import { viewCompanions } from './companions.ts';
import { findCoordinator } from './coordinator.ts';
import { inFamilyWords, viewFamilyGoals, viewTakenBack } from './familyGoals.ts';
import { findFirstGoal } from './firstGoal.ts';
import { findUnheard } from './hearings.ts';
import { factsOf } from './planLook.ts';
import { planSchema, type PlanSchema } from './planSchema.ts';
import { makeVersion } from './planVersion.ts';
import { viewPupilVoices } from './pupilVoices.ts';
import { viewRemarks } from './remarks.ts';
import { readAcceptances, readExperiences, readVoices, writerOf } from './voices.ts';

export interface ViewContext {
  readonly me: MemberId;
  readonly today: CivilDate;
  readonly now: number;
}

/**
 * Everything that the screens read of one case, from its plan document. Pure: the same state and day give the same view. Each list is
 * made when a screen first reads it: what ten years of conferences left behind costs nothing to who opens the case. Of a first look the
 * view holds what is going on; what was finished is in the view of the whole.
 */
export function viewCase(state: DocumentState, { me, today, now }: ViewContext): CaseView {
  const list = <K extends keyof PlanSchema>(kind: K): readonly EntityView<PlanSchema[K]>[] => viewEntities(state, planSchema[kind], kind);
  const peopleIn = (part: 'child' | 'caregiver' | 'network' | 'professional') => view.people.filter((person) => person.part === part);
  const facts = factsOf(state);
  const view: CaseView = lazily<CaseView>({
    family: () => viewEntity(state, planSchema.family, 'family' as EntityId),
    people: () => list('person'),
    children: () => peopleIn('child'),
    caregivers: () => peopleIn('caregiver'),
    network: () => peopleIn('network'),
    professionals: () => peopleIn('professional'),
    me: () => view.people.find(({ member }) => member === me) ?? null,
    households: () => list('household'),
    authorities: () => list('authority'),
    sharings: () => list('sharing'),
    strengths: () => list('strength'),
    concerns: () => list('concern'),
    earlierHelp: () => list('earlierHelp'),
    helpers: () => list('helper'),
    points: () => list('point'),
    preparations: () => readVoices(list('preparation'), view.people),
    remarks: () => viewRemarks(list('remark'), list('remarkReply'), view.people),
    familyGoals: () => viewFamilyGoals(list('familyGoal'), list('adoption'), list('goal'), view.people),
    takenBack: () => viewTakenBack(list('familyGoal'), list('adoption'), list('goal')),
    pupilVoices: () => viewPupilVoices(list('pupilVoice'), list('pupilVoiceReply'), list('goal'), view.people),
    companions: () => viewCompanions(list('companion'), list('companionReply'), view.people),
    hearings: () => list('hearing').map((one) => ({ ...one, by: writerOf(one.author, view.people) ?? one.by })),
    goals: () => inFamilyWords(list('goal'), view.familyGoals),
    actions: () => viewActions(list('action'), readVoices(list('report'), view.people), today),
    roles: () =>
      readAcceptances(
        state,
        list('role').filter((role) => role.endedAt === null),
        view.people,
      ),
    agreements: () => list('agreement'),
    coordinator: () => findCoordinator(view.coordinatorTurns),
    coordinatorTurns: () => readAcceptances(state, list('coordinatorTurn'), view.people),
    conferences: () => byDay(list('conference')),
    evaluations: () => byDay(list('evaluation')),
    attainments: () => list('attainment'),
    goalOutcomes: () => list('goalOutcome'),
    kept: () => list('kept'),
    experiences: () => readExperiences(list('experience'), view.people),
    version: () => {
      if (facts) return facts.version;
      const { goals, roles, agreements, coordinator } = view;
      const content = contentOf([goals, list('action'), roles, agreements, coordinator ? [coordinator] : []]);
      return makeVersion(content, frontierOf(state));
    },
    answers: () => (view.allAnswers.length === 0 ? [] : viewAnswers(view.allAnswers, view.version)),
    allAnswers: () => readVoices(list('answer'), view.people),
    alarms: () => {
      const { firstGoalAt, conflictCount } = facts ?? { firstGoalAt: findFirstGoal(state), conflictCount: view.conflicts.length };
      const unheard = facts ? (facts.unheard ?? []) : findUnheard(view);
      return findAlarms(view, { today, now, firstGoalAt, conflictCount, unheard });
    },
    conflicts: () => listConflicts(state),
    removed: () => listRemoved(state),
  });
  return view;
}

/** The cells that an answer is about; who wrote them and conflicts beside them do not change what stands there. */
const contentOf = (lists: readonly (readonly object[])[]): unknown =>
  lists.map((entities) => entities.map((entity) => ({ ...entity, author: null, conflicts: null, order: null })));

const byDay = <T extends { readonly day: CivilDate | null }>(entities: readonly T[]): readonly T[] =>
  entities.toSorted((a, b) => compareText(a.day ?? '', b.day ?? ''));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const kinds = Object.keys(planSchema) as (keyof PlanSchema)[];

/** Every cell of every live entity where values stand side by side. */
function listConflicts(state: DocumentState): readonly Conflict[] {
  return kinds.flatMap((kind) =>
    viewConflicted(state, planSchema[kind] as EntityTable, kind).flatMap((entity) =>
      Object.entries(entity.conflicts as Readonly<Record<string, readonly Candidate[]>>).map(([field, candidates]) => ({
        entity: entity.id,
        kind,
        field,
        candidates,
      })),
    ),
  );
}

function listRemoved(state: DocumentState): CaseView['removed'] {
  return kinds
    .flatMap((kind) => deletedIdsOf(state, kind).map((id) => ({ id, kind })))
    .filter(({ id }) => !isEditedAfterDeletion(state, id))
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

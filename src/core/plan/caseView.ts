import type { EntityView } from '../document/schema.ts';
import type { Candidate } from '../document/operation.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import type { PlanSchema } from './planSchema.ts';

type Entity<K extends keyof PlanSchema> = EntityView<PlanSchema[K]>;
export type Family = Entity<'family'>;
export type Person = Entity<'person'>;
export type Household = Entity<'household'>;
export type Authority = Entity<'authority'>;
export type Sharing = Entity<'sharing'>;
export type Strength = Entity<'strength'>;
export type Concern = Entity<'concern'>;
type HelperRow = Entity<'helper'>;
export type EarlierHelp = Entity<'earlierHelp'>;
export type Point = Entity<'point'>;
export type Preparation = Entity<'preparation'>;
export type RemarkReply = Entity<'remarkReply'>;
/** Open until somebody else answers it. */
export type Remark = Entity<'remark'> & { readonly replies: readonly RemarkReply[]; readonly isOpen: boolean };
export type Goal = Entity<'goal'>;
export type Adoption = Entity<'adoption'>;
/** `goal`: the goal of the plan that it became; `declined`: what the team said last, when that was no. */
export type FamilyGoal = Entity<'familyGoal'> & {
  readonly adoptions: readonly Adoption[];
  readonly goal: EntityId | null;
  readonly declined: Adoption | null;
};
export type PupilVoiceReply = Entity<'pupilVoiceReply'>;
/** Open until the team says what it did with it. */
export type PupilVoice = Entity<'pupilVoice'> & { readonly replies: readonly PupilVoiceReply[]; readonly isOpen: boolean };
export type CompanionReply = Entity<'companionReply'>;
/** `who`: the person of the plan that it became, or who would stay longer; `ends`: the day that was agreed, or else asked. */
export type Companion = Entity<'companion'> & {
  readonly replies: readonly CompanionReply[];
  readonly state: 'waiting' | 'confirmed' | 'declined' | 'withdrawn';
  readonly who: EntityId | null;
  readonly ends: CivilDate | null;
};
export type Hearing = Entity<'hearing'>;
export type Role = Entity<'role'>;
export type CoordinatorTurn = Entity<'coordinatorTurn'>;
export type Agreement = Entity<'agreement'>;
export type Answer = Entity<'answer'>;
export type Conference = Entity<'conference'>;
export type Evaluation = Entity<'evaluation'>;
export type Attainment = Entity<'attainment'>;
export type Report = Entity<'report'>;
/** The latest report counts; overdue when open after its due date (or the new date that was agreed). */
export type Action = Entity<'action'> & {
  readonly reports: readonly Report[];
  readonly status: 'open' | 'busy' | 'done' | 'notDone';
  readonly dueNow: CivilDate | null;
  readonly overdueDays: number;
};

export type Alarm =
  | { readonly type: 'NoCoordinator'; readonly days: number; readonly goals: number }
  | { readonly type: 'TwoCoordinators' }
  | { readonly type: 'ActionsOverdue'; readonly count: number; readonly days: number }
  | { readonly type: 'EvaluationDue'; readonly on: CivilDate; readonly days: number }
  | { readonly type: 'NoEvaluationDate' }
  | { readonly type: 'ConferenceComing'; readonly on: CivilDate; readonly at: string; readonly days: number }
  | { readonly type: 'ConferenceOpen'; readonly conference: EntityId }
  | { readonly type: 'RemarksOpen'; readonly count: number; readonly days: number }
  | { readonly type: 'PupilVoicesOpen'; readonly count: number; readonly days: number }
  | { readonly type: 'CompanionsWaiting'; readonly count: number; readonly days: number }
  /** Of the last conference or evaluation that was begun: see `hearings.ts`. */
  | { readonly type: 'ChildrenNotHeard'; readonly meeting: EntityId; readonly people: readonly EntityId[] }
  | { readonly type: 'FamilyGoalsOpen'; readonly count: number }
  /** Two adopted the same, apart from each other: both goals stand in the plan. */
  | { readonly type: 'FamilyGoalTwice'; readonly familyGoal: EntityId }
  /** The family answered the plan as it is now with no, or with a remark. */
  | { readonly type: 'FamilyDisagrees'; readonly people: readonly EntityId[] }
  /** The last that the family said of these is that they do not work out. */
  | { readonly type: 'ActionsBlocked'; readonly count: number; readonly actions: readonly EntityId[] }
  | { readonly type: 'AnswersMissing'; readonly people: readonly EntityId[] }
  | { readonly type: 'NobodyWithAuthority'; readonly child: EntityId }
  | { readonly type: 'ScaleUpProposed'; readonly goal: EntityId }
  | { readonly type: 'Conflicts'; readonly count: number };

export interface Conflict {
  readonly entity: EntityId;
  readonly kind: keyof PlanSchema;
  readonly field: string;
  readonly candidates: readonly Candidate[];
}

/** One case as the screens read it: live entities in their order, and what follows from them. Made by `viewCase`. */
export interface CaseView {
  readonly family: Family;
  readonly people: readonly Person[];
  readonly children: readonly Person[];
  readonly caregivers: readonly Person[];
  readonly network: readonly Person[];
  readonly professionals: readonly Person[];
  readonly me: Person | null;
  readonly households: readonly Household[];
  readonly authorities: readonly Authority[];
  readonly sharings: readonly Sharing[];
  readonly strengths: readonly Strength[];
  readonly concerns: readonly Concern[];
  readonly earlierHelp: readonly EarlierHelp[];
  /** What the organisation gave; `familyHelpers` adds what is the same everywhere. */
  readonly helpers: readonly HelperRow[];
  readonly points: readonly Point[];
  readonly preparations: readonly Preparation[];
  /** In the order in which they came. */
  readonly remarks: readonly Remark[];
  readonly familyGoals: readonly FamilyGoal[];
  /** Goals of the plan that the family no longer has in its own. */
  readonly takenBack: readonly Goal[];
  /** What children said of the goals, in the order in which it came. */
  readonly pupilVoices: readonly PupilVoice[];
  /** Whom the family wants beside them, in the order in which they asked. */
  readonly companions: readonly Companion[];
  /** What professionals wrote down about hearing a child; `findHearings` adds what follows from the child's own words. */
  readonly hearings: readonly Hearing[];
  /** One that was adopted says what the family says. */
  readonly goals: readonly Goal[];
  readonly actions: readonly Action[];
  readonly roles: readonly Role[];
  readonly agreements: readonly Agreement[];
  /** The accepted, not ended turn; null when none or when two stand beside each other (alarm). */
  readonly coordinator: CoordinatorTurn | null;
  readonly coordinatorTurns: readonly CoordinatorTurn[];
  readonly conferences: readonly Conference[];
  readonly evaluations: readonly Evaluation[];
  readonly attainments: readonly Attainment[];
  readonly goalOutcomes: readonly Entity<'goalOutcome'>[];
  readonly kept: readonly Entity<'kept'>[];
  readonly experiences: readonly Entity<'experience'>[];
  /** The frontier now, as one short text: what an answer given now would refer to. */
  readonly version: string;
  /** The latest answer per person, own before recorded; `current` when nothing of goals, actions or roles changed since. */
  readonly answers: readonly (Answer & { readonly current: boolean })[];
  readonly allAnswers: readonly Answer[];
  readonly alarms: readonly Alarm[];
  readonly conflicts: readonly Conflict[];
  /** Removed entities that can be put back, newest first. */
  readonly removed: readonly {
    readonly id: EntityId;
    readonly kind: keyof PlanSchema;
    readonly label: string;
    readonly author: MemberId | null;
  }[];
}

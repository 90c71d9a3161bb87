import type { FieldsInput } from '../document/schema.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId, EnvelopeHash, MemberId, OperationId } from '../shared/ids.ts';
import type { Helper } from '../shared/helpers.ts';
import type { PlanSchema } from './planSchema.ts';
import type { PreparedWords } from './prepared.ts';

export type PlanKind = keyof PlanSchema & string;
export type ManyKind = { [K in PlanKind]: PlanSchema[K] extends { single: true } ? never : K }[PlanKind];
export type PlanFields<K extends PlanKind> = FieldsInput<PlanSchema[K]>;

/** Who wrote it down and how: `own` only when the person holds the device themselves. */
export type Via = 'own' | 'spoken' | 'paper';

/**
 * What a person can do to a plan. The first group edits cells as the schema allows; the second keeps an invariant of
 * the field, so it may not be done with the first (decide refuses, `UseOwnCommand`).
 */
export type PlanCommand =
  | { [K in ManyKind]: { readonly type: 'add'; readonly kind: K; readonly fields: PlanFields<K> } }[ManyKind]
  /** `basis`: the values the writer saw when the edit began; default: those in the view. What is not named stays as a conflict. */
  | {
      readonly type: 'set';
      readonly entity: EntityId;
      readonly field: string;
      readonly value: unknown;
      readonly basis?: readonly OperationId[];
    }
  /** A long note: the text as the writer saw it, and as it is now. */
  | { readonly type: 'write'; readonly entity: EntityId; readonly field: string; readonly before: string; readonly after: string }
  | { readonly type: 'remove'; readonly entity: EntityId }
  | { readonly type: 'restore'; readonly entity: EntityId }
  /** Ends a conflict: names every value now visible. */
  | { readonly type: 'resolve'; readonly entity: EntityId; readonly field: string; readonly value: unknown }
  /** Puts an entity between two others of its kind (undefined: at that end). */
  | { readonly type: 'move'; readonly entity: EntityId; readonly after: EntityId | undefined; readonly before: EntityId | undefined }
  | {
      readonly type: 'setAuthority';
      readonly caregiver: EntityId;
      readonly child: EntityId;
      readonly holds: 'unknown' | 'yes' | 'no';
      readonly source: 'register' | 'document' | 'told' | 'none';
      readonly checkedOn: CivilDate | null;
    }
  /** Who helps the family from outside the circle; kinds that are not named stay as they are. */
  | { readonly type: 'setHelpers'; readonly helpers: readonly Helper[] }
  /** The turn counts only after `acceptCoordinator`. */
  | { readonly type: 'proposeCoordinator'; readonly person: EntityId; readonly proposedBy: EntityId | null }
  | {
      readonly type: 'acceptCoordinator';
      readonly turn: EntityId;
      readonly via: Via;
      readonly recordedBy: EntityId | null;
      readonly cover: EntityId | null;
      readonly reachability: string;
    }
  | { readonly type: 'declineCoordinator'; readonly turn: EntityId }
  /** Ends the running turn and proposes the next in one save; regie never falls between two chairs unnoticed. */
  | { readonly type: 'handOverCoordinator'; readonly turn: EntityId; readonly to: EntityId | null; readonly reason: string }
  | { readonly type: 'acceptRole'; readonly role: EntityId; readonly via: Via; readonly recordedBy: EntityId | null }
  | {
      readonly type: 'reportAction';
      readonly action: EntityId;
      readonly status: 'done' | 'busy' | 'notDone';
      readonly reason: string;
      readonly newDate: CivilDate | null;
      readonly by: EntityId;
      readonly recordedBy: EntityId | null;
      readonly via: Via;
    }
  | {
      readonly type: 'answerPlan';
      readonly by: EntityId;
      readonly reply: 'agreed' | 'agreedWithRemark' | 'notAgreed';
      readonly view: string;
      readonly recordedBy: EntityId | null;
      readonly via: Via;
      readonly conference: EntityId | null;
    }
  /** Makes the preparation of one person for one meeting, or puts it back; its fields are then set as any other. */
  | {
      readonly type: 'beginPreparation';
      readonly meeting: EntityId;
      readonly by: EntityId;
      readonly recordedBy: EntityId | null;
      readonly via: Via;
    }
  /** What was prepared in a document of one's own comes into the plan: the words, and as points what must be said. */
  | {
      readonly type: 'sharePreparation';
      readonly meeting: EntityId;
      readonly by: EntityId;
      readonly recordedBy: EntityId | null;
      readonly via: Via;
      readonly said: PreparedWords;
      readonly points: readonly { readonly id: EntityId; readonly text: string }[];
    }
  /** A question needs words; that something is not right may be said with a tap. */
  | { readonly type: 'remark'; readonly kind: 'question' | 'notRight'; readonly about: EntityId | null; readonly text: string }
  /** Asks to have something corrected or erased: in words, or by pointing at it. */
  | { readonly type: 'request'; readonly asks: 'correct' | 'erase'; readonly about: EntityId | null; readonly text: string }
  /** `outcome`: only of a request, and what ends it. */
  | { readonly type: 'answerRemark'; readonly remark: EntityId; readonly text: string; readonly outcome?: 'done' | 'refused' }
  /** Makes it a goal of the plan that keeps the family's words, or says why not. */
  | { readonly type: 'adoptFamilyGoal'; readonly familyGoal: EntityId }
  | { readonly type: 'declineFamilyGoal'; readonly familyGoal: EntityId; readonly reason: string }
  /** What a child says of a goal: `own` on its own device, or written down with it. In words, with a face or with a drawing. */
  | {
      readonly type: 'sayOfGoal';
      readonly goal: EntityId;
      readonly by: EntityId;
      readonly text: string;
      readonly mood?: 'good' | 'between' | 'notGood' | null;
      readonly drawing?: string;
      readonly recordedBy: EntityId | null;
      readonly via: Via;
    }
  /** What the team did with it. */
  | { readonly type: 'answerPupil'; readonly pupilVoice: EntityId; readonly text: string }
  /** One of the family wants somebody beside them until a day; `person`: somebody of the plan, who would stay longer. */
  | {
      readonly type: 'proposeCompanion';
      readonly what: 'interpreter' | 'trusted' | 'helper';
      readonly name: string;
      readonly why: string;
      readonly meeting: EntityId | null;
      readonly until: CivilDate;
      readonly phone: string;
      readonly person: EntityId | null;
    }
  | { readonly type: 'withdrawCompanion'; readonly companion: EntityId }
  /** Yes, until this day. `person`: who it is in the plan; null makes them there, with this name and relation. */
  | {
      readonly type: 'confirmCompanion';
      readonly companion: EntityId;
      readonly person: EntityId | null;
      readonly name: string;
      readonly relation: string;
      readonly until: CivilDate;
    }
  | { readonly type: 'declineCompanion'; readonly companion: EntityId; readonly reason: string }
  /** Still needed: another day, which one of the family agreed with. */
  | {
      readonly type: 'prolongCompanion';
      readonly companion: EntityId;
      readonly until: CivilDate;
      readonly agreedBy: EntityId;
      readonly via: Exclude<Via, 'own'>;
    }
  /** How a child was heard at a meeting. `answer`: what the team did with its words; alone it is enough when those are the child's own. */
  | {
      readonly type: 'recordHearing';
      readonly child: EntityId;
      readonly meeting: EntityId;
      readonly outcome: 'heard' | 'declined' | 'couldNot';
      readonly how: string;
      /** Who spoke for a child that could not: somebody of the plan, or somebody else in words. */
      readonly spokeFor: EntityId | null;
      readonly spokeForToo: string;
      readonly on: CivilDate;
      readonly answer: string;
    }
  | { readonly type: 'startConference'; readonly conference: EntityId }
  /** `place`: as it was when it is not named. */
  | {
      readonly type: 'moveConference';
      readonly conference: EntityId;
      readonly to: CivilDate;
      readonly at: string;
      readonly place?: string;
      readonly reason: string;
    }
  | { readonly type: 'cancelConference'; readonly conference: EntityId; readonly reason: string }
  /** Refused without the date of the evaluation: an evaluation after every conference. Also plans that evaluation. */
  | { readonly type: 'endConference'; readonly conference: EntityId }
  /** A note at the table becomes a strength, concern, goal, action or parked point without retyping; the source is removed when it was one. */
  | {
      readonly type: 'turnInto';
      readonly source: EntityId | null;
      readonly text: string;
      readonly into: 'strength' | 'concern' | 'goal' | 'action' | 'parked';
      readonly domain: 'home' | 'school' | 'leisure' | 'health' | 'network' | null;
      readonly saidBy: EntityId | null;
      readonly conference: EntityId | null;
    }
  | { readonly type: 'startEvaluation'; readonly evaluation: EntityId }
  /** Of what is said in an evaluation, only what is named here changes: the rest may have been said a moment ago. */
  | {
      readonly type: 'setAttainment';
      readonly evaluation: EntityId;
      readonly goal: EntityId;
      readonly by: EntityId;
      readonly level?: -3 | -2 | -1 | 0 | 1 | 2 | null;
      readonly notStarted?: boolean;
      readonly remark?: string;
      readonly recordedBy: EntityId | null;
      readonly via: Via;
    }
  | {
      readonly type: 'setOutcome';
      readonly evaluation: EntityId;
      readonly goal: EntityId;
      readonly outcome: 'reached' | 'continue' | 'adjust' | 'drop';
    }
  | {
      readonly type: 'setKept';
      readonly evaluation: EntityId;
      readonly action: EntityId;
      readonly kept?: 'yes' | 'partly' | 'no';
      readonly reason?: string;
    }
  | {
      readonly type: 'setExperience';
      readonly evaluation: EntityId;
      readonly by: EntityId;
      readonly grade?: number | null;
      readonly words?: string;
      readonly recordedBy: EntityId | null;
      readonly via: Via;
    }
  /** How it was for me, on my own device: beside what somebody wrote down for me at the table, never over it. */
  | { readonly type: 'giveExperience'; readonly evaluation: EntityId; readonly grade?: number; readonly words?: string }
  /** Refused without a decision, and without a next date unless the decision is to close. Sets goal states, plans the next evaluation. */
  | { readonly type: 'finishEvaluation'; readonly evaluation: EntityId };

/** Everything outside the plan that a decision needs; nothing is read from a clock or a generator inside. */
export interface DecideContext {
  readonly me: MemberId;
  readonly now: number;
  readonly today: CivilDate;
  /** A fresh id of this kind, with `me` fixed in it. */
  readonly newId: (kind: string) => EntityId;
  /** The frontier now: what an answer refers to. */
  readonly frontier: readonly EnvelopeHash[];
  /** yjs client id of this session; fresh per session. */
  readonly clientId: number;
}

/** What a field that saves itself asks for, whatever document it stands in. */
export type CellCommand = Extract<PlanCommand, { readonly type: 'set' | 'write' | 'remove' | 'restore' | 'resolve' }>;

export type PlanError =
  | { readonly type: 'UnknownEntity' }
  | { readonly type: 'UnknownField'; readonly field: string }
  | { readonly type: 'FieldMissing'; readonly field: string }
  | { readonly type: 'TextTooLong'; readonly field: string; readonly max: number }
  | { readonly type: 'ValueInvalid'; readonly field: string }
  | { readonly type: 'UseOwnCommand'; readonly field: string }
  | { readonly type: 'RemovalNotAllowed' }
  | { readonly type: 'AlreadyAccepted' }
  | { readonly type: 'CoordinatorAlreadyAccepted' }
  | { readonly type: 'NotACaregiverOfThisCase' }
  | { readonly type: 'OwnAnswerOnlyByThemselves' }
  | { readonly type: 'ReportOnlyByDoers' }
  | { readonly type: 'ReasonMissing' }
  | { readonly type: 'RemarkMissing' }
  | { readonly type: 'NotInPlan' }
  | { readonly type: 'HearingWordsMissing' }
  | { readonly type: 'SpokeForMissing' }
  | { readonly type: 'ConferenceNotOpen' }
  | { readonly type: 'FamilyAbsentReasonMissing' }
  | { readonly type: 'EvaluationDateMissing' }
  | { readonly type: 'EvaluationDateNotAfterConference' }
  | { readonly type: 'DecisionMissing' }
  | { readonly type: 'NotRunning' }
  | { readonly type: 'NotWaiting' };

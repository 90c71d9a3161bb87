import { choice, choices, date, flag, moment, note, number, order, ref, refs, text, time } from '../document/schema.ts';
import { DRAWING_MAX } from './drawing.ts';

const domain = choice('home', 'school', 'leisure', 'health', 'network');
/** Whose own device wrote it, or who wrote it down for someone: a recorded answer never looks like one's own. */
const via = choice('own', 'spoken', 'paper');

/** The shared plan: everything the whole circle reads. Persons are the family and everyone around it. */
export const planSchema = {
  family: {
    single: true,
    fields: {
      name: text(80),
      phase: choice('intake', 'preparation', 'conference', 'carryingOut', 'evaluation', 'closure'),
      familyToldBy: ref('person'),
      familyToldOn: date,
      familyDecision: choice('joins', 'joinsPartly', 'doesNotJoin', 'thinking'),
      familyDecisionNote: text(500),
      existingPlan: choice('unknown', 'no', 'yes'),
      existingPlanWhere: text(200),
      basicCare: choice('noConcern', 'concern', 'unknown'),
      questionFamily: text(1000),
      questionFamilyBy: ref('person'),
      questionPupil: text(1000),
      questionPupilHow: choice('self', 'form', 'throughSomeone'),
      questionSchool: text(1000),
      preferredCoordinator: ref('person'),
      analysis: note,
      leaveBehind: text(1000),
      /** Why there is a document of kind `team`: the family is told that it exists. */
      teamReason: text(500),
    },
  },
  person: {
    required: ['name', 'part'],
    fields: {
      name: text(80),
      part: choice('child', 'caregiver', 'network', 'professional'),
      /** Moeder, oma, buurman; for professionals the discipline says it. */
      relation: text(60),
      discipline: choice(
        'internalCoordinator',
        'teacher',
        'districtTeam',
        'youthHealthCare',
        'behaviourExpert',
        'schoolAttendanceOfficer',
        'schoolConsortium',
        'psychologist',
        'interpreter',
        'other',
      ),
      organisation: text(120),
      birthDate: date,
      school: text(120),
      schoolGroup: text(40),
      /** From the school's export, sealed like everything else; only for matching a later export. */
      edexmlKey: text(80),
      brin: text(10),
      language: text(40),
      needsInterpreter: flag,
      interpreter: text(120),
      phone: text(30),
      reachability: text(300),
      /** What someone from the family's network can do for it. */
      helpsWith: text(300),
      household: ref('household'),
      /** The circle's member, once this person has a device of their own. */
      member: text(40),
      until: date,
      invited: flag,
      order,
    },
  },
  household: { required: ['name'], fields: { name: text(80), arrangement: text(300), order } },
  /** Per caregiver *and* child; id derived from both, so two people recording it meet in the same cells. */
  authority: {
    fields: {
      caregiver: ref('person'),
      child: ref('person'),
      holds: choice('unknown', 'yes', 'no'),
      source: choice('register', 'document', 'told', 'none'),
      checkedOn: date,
    },
  },
  sharing: {
    required: ['what', 'withWhom', 'purpose'],
    fields: {
      what: text(500),
      withWhom: ref('person'),
      purpose: text(300),
      legalBasis: choice('consent', 'legalObligation', 'publicTask', 'vitalInterest'),
      decidedBy: refs('person'),
      decidedOn: date,
      how: via,
      withdrawnOn: date,
      withdrawnBy: ref('person'),
    },
  },
  strength: {
    required: ['text', 'domain'],
    fields: { text: text(500), domain, saidBy: ref('person'), seenDifferentlyBy: refs('person'), conference: ref('conference'), order },
  },
  concern: {
    required: ['text', 'domain'],
    fields: { text: text(500), domain, saidBy: ref('person'), seenDifferentlyBy: refs('person'), conference: ref('conference'), order },
  },
  /** How to reach who helps the family from outside the circle, as the coordinator's organisation gave it. One row per kind. */
  helper: { fields: { name: text(80), phone: text(30), mail: text(120), checkedOn: date } },
  earlierHelp: { required: ['what'], fields: { what: text(300), when: text(80), brought: text(500), saidBy: ref('person'), order } },
  /** Must-say points, agenda points, and what was parked at the table. */
  point: {
    required: ['text'],
    fields: {
      text: text(500),
      kind: choice('mustSay', 'agenda', 'parked'),
      saidBy: ref('person'),
      conference: ref('conference'),
      handled: flag,
      order,
    },
  },
  /**
   * What one of the family wants known before a meeting; a child's form is one too. Its id is made of who writes, for whom and which
   * meeting: their own devices meet in the same cells, and nobody else writes in it. What must be said are points.
   */
  preparation: {
    required: ['by'],
    fields: {
      by: ref('person'),
      recordedBy: ref('person'),
      via,
      conference: ref('conference'),
      evaluation: ref('evaluation'),
      mood: choice('good', 'between', 'notGood'),
      goesWell: text(1000),
      worries: text(1000),
      wish: text(1000),
      wantsThere: refs('person'),
      wantsThereToo: text(300),
      coordinator: ref('person'),
      /** Strokes as text, see `drawing.ts`. */
      drawing: text(DRAWING_MAX),
      ready: flag,
    },
  },
  /** A question to the coordinator, or that something in the plan is not right; the team answers it. */
  remark: {
    required: ['kind'],
    fields: {
      kind: choice('question', 'notRight'),
      /** The id of what is not right, whatever its kind: so this is no reference. */
      about: text(500),
      text: text(500),
      by: ref('person'),
      at: moment,
      /** It asks to change or erase something (AVG art. 16, 17): open until an outcome was said. */
      asks: choice('correct', 'erase'),
    },
  },
  remarkReply: {
    required: ['remark', 'text'],
    fields: { remark: ref('remark'), text: text(1000), by: ref('person'), at: moment, outcome: choice('done', 'refused') },
  },
  /** A goal of the family's own plan, in its words; it is one of the plan's goals once the team adopts it. */
  familyGoal: { required: ['text', 'by'], fields: { text: text(300), by: ref('person'), order } },
  /** What the team decided about one: `goal` when it was adopted, a reason when it was not. The latest counts. */
  adoption: {
    required: ['familyGoal'],
    fields: {
      familyGoal: ref('familyGoal'),
      /** The id of the goal that is made in the same save: so this is no reference. */
      goal: text(500),
      reason: text(500),
      by: ref('person'),
      at: moment,
    },
  },
  /** What a child says of a goal, by itself or written down with it. Never overwritten: who thinks otherwise later says so beside it. */
  pupilVoice: {
    required: ['goal', 'by'],
    fields: {
      goal: ref('goal'),
      by: ref('person'),
      recordedBy: ref('person'),
      via,
      text: text(1000),
      /** Said with a face or a drawing, beside words or in their place. */
      mood: choice('good', 'between', 'notGood'),
      drawing: text(DRAWING_MAX),
      at: moment,
    },
  },
  /** How it was weighed: what the team did with it, in words for the child. */
  pupilVoiceReply: {
    required: ['pupilVoice', 'text'],
    fields: { pupilVoice: ref('pupilVoice'), text: text(1000), by: ref('person'), at: moment },
  },
  /**
   * Whom one of the family wants beside them for a while; it lets nobody in. Never overwritten: taken back, or asked anew. `person`: somebody
   * of the plan, who would stay longer.
   */
  companion: {
    required: ['name', 'what', 'until'],
    fields: {
      name: text(80),
      what: choice('interpreter', 'trusted', 'helper'),
      why: text(300),
      conference: ref('conference'),
      evaluation: ref('evaluation'),
      until: date,
      phone: text(30),
      person: ref('person'),
      by: ref('person'),
      at: moment,
      withdrawnAt: moment,
    },
  },
  /** What a lead decided: a person with a day, or a reason why not. The latest counts; a later day was agreed with one of the family. */
  companionReply: {
    required: ['companion'],
    fields: {
      companion: ref('companion'),
      /** The id of the person that is made in the same save: so this is no reference. */
      person: text(500),
      until: date,
      reason: text(500),
      agreedBy: ref('person'),
      via,
      by: ref('person'),
      at: moment,
    },
  },
  /**
   * What a professional wrote down about hearing a child at one meeting (hoorrecht): what it said, that it did not want to, or that it could
   * not and who spoke for it. Words always: nobody ticks this off, and nobody waives it. What the child said itself counts without a row.
   */
  hearing: {
    required: ['child', 'outcome'],
    fields: {
      child: ref('person'),
      moment: choice('drafting', 'adjusting', 'evaluating'),
      outcome: choice('heard', 'declined', 'couldNot'),
      /** What it said and how; or how it was offered or tried. */
      how: text(1000),
      spokeFor: ref('person'),
      spokeForToo: text(120),
      conference: ref('conference'),
      evaluation: ref('evaluation'),
      on: date,
      /** What the team did with the child's words: the child reads it. */
      answer: text(1000),
      by: ref('person'),
      at: moment,
    },
  },
  goal: {
    required: ['statement'],
    fields: {
      statement: text(300),
      about: refs('person'),
      wholeFamily: flag,
      supports: choices('child', 'caregiver', 'teacher', 'network'),
      wordsOf: ref('person'),
      domain,
      kind: choice('education', 'treatment', 'family'),
      /** Goal Attainment Scaling: -2 now, 0 good enough; the others optional. */
      levelMinus3: text(300),
      levelMinus2: text(300),
      levelMinus1: text(300),
      level0: text(300),
      levelPlus1: text(300),
      levelPlus2: text(300),
      reinforces: refs('goal'),
      doesHome: text(300),
      doesSchool: text(300),
      doesLeisure: text(300),
      state: choice('active', 'reached', 'dropped'),
      order,
    },
  },
  action: {
    required: ['what'],
    fields: {
      what: text(300),
      goals: refs('goal'),
      who: refs('person'),
      domain,
      where: text(120),
      startsOn: date,
      due: date,
      doneWhen: text(300),
      conference: ref('conference'),
      order,
    },
  },
  /** What a doer says of their own action; an entity of its own, so nobody overwrites another's report. The latest counts. */
  report: {
    required: ['action', 'status'],
    fields: {
      action: ref('action'),
      status: choice('done', 'busy', 'notDone'),
      reason: text(300),
      newDate: date,
      by: ref('person'),
      recordedBy: ref('person'),
      via,
      at: moment,
    },
  },
  role: {
    required: ['name', 'person'],
    fields: {
      name: text(120),
      person: ref('person'),
      origin: choice('taken', 'given', 'kept'),
      acceptedAt: moment,
      acceptedVia: via,
      acceptedRecordedBy: ref('person'),
      endedAt: moment,
    },
  },
  /** One turn as coordinator: proposed, then accepted (counts), then ended. The turns together are the handover history. */
  coordinatorTurn: {
    required: ['person'],
    fields: {
      person: ref('person'),
      proposedBy: ref('person'),
      acceptedAt: moment,
      acceptedVia: via,
      acceptedRecordedBy: ref('person'),
      declinedAt: moment,
      endedAt: moment,
      endReason: text(300),
      cover: ref('person'),
      reachability: text(300),
    },
  },
  agreement: { required: ['text'], fields: { text: text(300), people: refs('person'), order } },
  /** An answer to one version of the plan. Never overwritten: a changed mind is a new answer. */
  answer: {
    required: ['by', 'version', 'reply'],
    fields: {
      by: ref('person'),
      recordedBy: ref('person'),
      via,
      version: text(64),
      reply: choice('agreed', 'agreedWithRemark', 'notAgreed'),
      view: text(1000),
      at: moment,
      conference: ref('conference'),
    },
  },
  conference: {
    required: ['day'],
    fields: {
      day: date,
      at: time,
      place: text(120),
      state: choice('planned', 'held', 'moved', 'cancelled'),
      stateReason: text(300),
      /** In whose place this one came. */
      movedFrom: ref('conference'),
      chair: ref('person'),
      invited: refs('person'),
      present: refs('person'),
      callsIn: refs('person'),
      minutes: number(10, 240),
      startedAt: moment,
      endedAt: moment,
      stepsDone: choices('welcome', 'why', 'interpret', 'decide', 'act', 'roles', 'agree', 'next'),
      familyAbsent: choice('present', 'movedFor', 'stoppedFor', 'continuedWithout'),
      familyAbsentReason: text(500),
      planVersion: text(64),
      notes: note,
      nextEvaluation: date,
      nextEvaluationAt: time,
      nextEvaluationPlace: text(120),
    },
  },
  evaluation: {
    required: ['day'],
    fields: {
      day: date,
      state: choice('planned', 'running', 'finished'),
      startedAt: moment,
      finishedAt: moment,
      achieved: text(1000),
      worked: text(1000),
      learned: text(1000),
      decision: choice('continue', 'adjust', 'scaleUp', 'scaleDown', 'close', 'handOver'),
      decisionReason: text(1000),
      nextEvaluation: date,
      nextEvaluationAt: time,
      stepsDone: choices('achieved', 'goals', 'actions', 'experience', 'decision'),
    },
  },
  /** Attainment of one goal in one evaluation by one person; id derived from the three. */
  attainment: {
    required: ['evaluation', 'goal', 'by'],
    fields: {
      evaluation: ref('evaluation'),
      goal: ref('goal'),
      by: ref('person'),
      side: choice('family', 'professionals'),
      level: number(-3, 2),
      notStarted: flag,
      remark: text(500),
      recordedBy: ref('person'),
      via,
    },
  },
  /** What the table decides about a goal in an evaluation; id derived from both. */
  goalOutcome: {
    required: ['evaluation', 'goal'],
    fields: { evaluation: ref('evaluation'), goal: ref('goal'), outcome: choice('reached', 'continue', 'adjust', 'drop') },
  },
  /** Kept or not, per action, said in an evaluation; id derived from both. */
  kept: {
    required: ['evaluation', 'action'],
    fields: { evaluation: ref('evaluation'), action: ref('action'), kept: choice('yes', 'partly', 'no'), reason: text(300) },
  },
  experience: {
    required: ['evaluation', 'by'],
    fields: { evaluation: ref('evaluation'), by: ref('person'), grade: number(1, 10), words: text(500), recordedBy: ref('person'), via },
  },
} as const;

export type PlanSchema = typeof planSchema;

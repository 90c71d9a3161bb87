import { choice, choices, date, flag, moment, note, number, ref, refs, text, time } from '../../document/schema.ts';
import { via } from './choices.ts';

/** Conferences and evaluations, with what was said of goals and actions there. */
export const meetingSchema = {
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

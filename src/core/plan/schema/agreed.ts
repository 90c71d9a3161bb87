import { choice, choices, date, flag, moment, order, ref, refs, text } from '../../document/schema.ts';
import { domain, via } from './choices.ts';

/** What was agreed: goals, actions, roles, and who agrees. */
export const agreedSchema = {
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
} as const;

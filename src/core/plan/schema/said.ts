import { choice, date, flag, moment, order, ref, refs, text } from '../../document/schema.ts';
import { DRAWING_MAX } from '../drawing.ts';
import { domain, via } from './choices.ts';

/** What people bring: what they see, prepare, want, ask and say, with the answers to it. */
export const saidSchema = {
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
} as const;

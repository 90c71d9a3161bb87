import { date, pointingElsewhere, text } from '../document/schema.ts';
import { planSchema } from '../plan/planSchema.ts';

/**
 * Every document of a case but the plan (`part`, `voice`, `team`, `safety`, `personal`): what it is for, and entries that each belong to
 * whoever wrote them.
 */
export const partSchema = {
  part: {
    single: true,
    fields: {
      title: text(120),
      purpose: text(1000),
      /** The person of the plan that it is about, by id: the plan is another document, so this is no reference. */
      about: text(80),
    },
  },
  entry: { required: ['text'], fields: { text: text(4000), on: date } },
  /** In a `voice`: what its author prepares and shared with nobody yet. The same fields and ids as in the plan, where sharing writes it. */
  preparation: pointingElsewhere(planSchema.preparation),
  point: pointingElsewhere(planSchema.point),
} as const;

export type PartSchema = typeof partSchema;

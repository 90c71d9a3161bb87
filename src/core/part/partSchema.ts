import { date, text } from '../document/schema.ts';

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
} as const;

export type PartSchema = typeof partSchema;

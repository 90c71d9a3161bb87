import { agreedSchema } from './schema/agreed.ts';
import { meetingSchema } from './schema/meetings.ts';
import { peopleSchema } from './schema/people.ts';
import { saidSchema } from './schema/said.ts';

/** The shared plan: everything the whole circle reads. Persons are the family and everyone around it. */
export const planSchema = { ...peopleSchema, ...saidSchema, ...agreedSchema, ...meetingSchema } as const;

export type PlanSchema = typeof planSchema;

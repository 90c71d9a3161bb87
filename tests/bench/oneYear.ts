import type { OneYearOptions } from '../support/oneYearSaves.ts';

/** The year of the workload as it is: 8 goals, 40 actions, 12 conferences of 2 KB notes, 1,500 edits by 6 devices. */
export const oneYear: OneYearOptions = {};

/**
 * Ten such years of the same family, one after another: each with its own 8 goals, 40 actions and 12 conferences, 1,500 edits on them,
 * and an evaluation at its end that leaves nothing open. Altogether 80 goals, 400 actions, 120 conferences and 15,000 edits, and all
 * of that is in the case; but nobody works in the tenth year on the goals of the first.
 */
export const tenYears: OneYearOptions = { years: 10 };

/** One of the 300 that an intern begeleider carries: most are a few weeks old. */
export const youngCase: OneYearOptions = { edits: 60, sizes: { goals: 3, actions: 8, conferences: 2, people: 10, noteLength: 600 } };

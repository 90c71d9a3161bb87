import type { OneYearOptions } from '../support/oneYearLog.ts';

/** The year of the workload as it is: 8 goals, 40 actions, 12 conferences of 2 KB notes, 1,500 edits by 6 devices. */
export const oneYear: OneYearOptions = {};

/** Ten such years with the same family: ten times the goals, actions, conferences and edits, by the same people. */
export const tenYears: OneYearOptions = { edits: 15_000, sizes: { goals: 80, actions: 400, conferences: 120 } };

/** One of the 300 that an intern begeleider carries: most are a few weeks old. */
export const youngCase: OneYearOptions = { edits: 60, sizes: { goals: 3, actions: 8, conferences: 2, people: 10, noteLength: 600 } };

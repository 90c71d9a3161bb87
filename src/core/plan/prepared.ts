import type { Preparation } from './caseView.ts';

/** The fields of a preparation that are somebody's words; the others say whose they are, and of which meeting. */
export const PREPARED = ['mood', 'goesWell', 'worries', 'wish', 'wantsThere', 'wantsThereToo', 'coordinator', 'drawing'] as const;
export type PreparedWords = Pick<Preparation, (typeof PREPARED)[number]>;

/** Whether anything stands in it that others can read. What must be said stands with the points, not here. */
export const saysSomething = (words: PreparedWords): boolean => PREPARED.some((field) => words[field] !== null && words[field].length > 0);

import type { Preparation } from './caseView.ts';

/** The fields of a preparation that are somebody's words; the others say whose they are, and of which meeting. */
export const PREPARED = ['mood', 'goesWell', 'worries', 'wish', 'wantsThere', 'wantsThereToo', 'coordinator', 'drawing'] as const;
export type PreparedWords = Pick<Preparation, (typeof PREPARED)[number]>;

/** Only those of whatever holds them. */
export const wordsOf = (said: PreparedWords): PreparedWords =>
  Object.fromEntries(PREPARED.map((field) => [field, said[field]])) as unknown as PreparedWords;

/** Whether anything stands in it that others can read. What must be said stands with the points, not here. */
export const saysSomething = (words: PreparedWords): boolean => PREPARED.some((field) => words[field] !== null && words[field].length > 0);

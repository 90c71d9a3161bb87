import type { Reader } from '../../../../core/consent/youngReader.ts';

export type Question = 'mood' | 'goesWell' | 'worries' | 'mustSay' | 'wish' | 'wantsThere' | 'coordinator' | 'drawing';

/** What each is asked, in this order. Nothing has to be filled in. */
export const QUESTIONS: Readonly<Record<Reader, readonly Question[]>> = {
  adult: ['goesWell', 'worries', 'mustSay', 'wish', 'wantsThere', 'coordinator'],
  young: ['mood', 'goesWell', 'worries', 'wish', 'wantsThere', 'drawing'],
  older: ['mood', 'goesWell', 'worries', 'mustSay', 'wish', 'wantsThere', 'coordinator', 'drawing'],
};

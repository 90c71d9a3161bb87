import type { Person } from '../../../../core/plan/caseView.ts';
import { ageOn, type CivilDate } from '../../../../core/shared/civilDate.ts';

/** Whose words the questions are in: a grown-up's, a child's of up to eleven, a pupil's from twelve. */
export type Form = 'adult' | 'young' | 'older';
export type Question = 'mood' | 'goesWell' | 'worries' | 'mustSay' | 'wish' | 'wantsThere' | 'coordinator' | 'drawing';

/** What each is asked, in this order. Nothing has to be filled in. */
export const QUESTIONS: Readonly<Record<Form, readonly Question[]>> = {
  adult: ['goesWell', 'worries', 'mustSay', 'wish', 'wantsThere', 'coordinator'],
  young: ['mood', 'goesWell', 'worries', 'wish', 'wantsThere', 'drawing'],
  older: ['mood', 'goesWell', 'worries', 'mustSay', 'wish', 'wantsThere', 'coordinator', 'drawing'],
};

const OLDER_FROM = 12;

/** A child whose age nobody wrote down gets the words for the older ones: nobody likes to be spoken to as a little child. */
export function formOf({ part, birthDate }: Pick<Person, 'part' | 'birthDate'>, today: CivilDate): Form {
  if (part !== 'child') return 'adult';
  return birthDate && ageOn(birthDate, today) < OLDER_FROM ? 'young' : 'older';
}

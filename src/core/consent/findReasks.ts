import type { CaseView } from '../plan/caseView.ts';
import { birthday, type CivilDate, daysBetween } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { ageRules, type ConsentAge, type Regime, subjectsOf } from './consentRules.ts';

/** When a child reaches an age at which somebody else decides, or decides too: then all of it is asked again. */
export interface Reask {
  readonly child: EntityId;
  readonly age: ConsentAge;
  readonly on: CivilDate;
}

/** The next such day of every child, nearest first. */
export const findReasks = (view: CaseView, today: CivilDate, regime: Regime): readonly Reask[] =>
  view.children
    .flatMap(({ id: child, birthDate }) => {
      if (birthDate === null) return [];
      const { sharing, elsewhere } = subjectsOf[regime];
      const ages = [sharing, ...elsewhere].flatMap((subject) => ageRules[subject].map(({ from }) => from)).filter((age) => age > 0);
      const coming = ages.map((age) => ({ child, age, on: birthday(birthDate, age) })).filter(({ on }) => on > today);
      return coming.sort(byDay).slice(0, 1);
    })
    .sort(byDay);

const byDay = (a: Reask, b: Reask): number => daysBetween(b.on, a.on);

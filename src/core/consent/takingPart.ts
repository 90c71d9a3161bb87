import type { CaseView } from '../plan/caseView.ts';
import { ageOn, type CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { authorityOf, type Holds } from './authorityOf.ts';
import { familyRules } from './circumstances.ts';
import { type Ground, ruleAt } from './consentRules.ts';

/**
 * Whether a caregiver takes part in the circle of this child as a matter of course. `byDefault`: holds authority. `onRequest`: holds none,
 * so is told when they ask. `unknown`: somebody must find out first. `childDecides`: the child is of an age to say who reads along.
 * `ageUnknown`: without a birth date nobody knows whether the child decides.
 */
export type Place = 'byDefault' | 'onRequest' | 'unknown' | 'childDecides' | 'ageUnknown';

export interface TakingPart {
  readonly place: Place;
  readonly children: readonly EntityId[];
  /** Null where nothing is known, so no rule says anything. */
  readonly ground: Ground | null;
}

/**
 * From the age in the rules about parents reading along, by authority. A parent without it is informed until the child is 18; from 16
 * the child decides about all others. A plan holds content of every regime, so the strictest of them, youth care, counts.
 */
const places = {
  ageUnknown: { yes: 'ageUnknown', no: 'onRequest', unknown: 'unknown' },
  0: { yes: 'byDefault', no: 'onRequest', unknown: 'unknown' },
  16: { yes: 'childDecides', no: 'onRequest', unknown: 'childDecides' },
  18: { yes: 'childDecides', no: 'childDecides', unknown: 'childDecides' },
} as const satisfies Record<string, Record<Holds, Place>>;

/** The place of a caregiver beside every child, the same ones together. Null: somebody who is not in the plan yet. */
export function findTakingPart(view: CaseView, today: CivilDate, caregiver: EntityId | null): readonly TakingPart[] {
  const all = view.children.map(({ id, birthDate }) => {
    const rule = birthDate === null ? null : ruleAt('parentsReading', ageOn(birthDate, today));
    const place = places[rule?.from ?? 'ageUnknown'][authorityOf(view, caregiver, id)];
    return { child: id, place, ground: { ...noGround, byDefault: rule, childDecides: rule }[place] };
  });
  return Object.values(Object.groupBy(all, ({ place, ground }) => JSON.stringify([place, ground]))).map((same) => {
    const { place, ground } = same![0]!;
    return { place, ground, children: same!.map(({ child }) => child) };
  });
}

const noGround = { onRequest: familyRules.withoutAuthority, unknown: null, ageUnknown: null } as const;

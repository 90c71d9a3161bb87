import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Place, findTakingPart } from '../../../src/core/consent/takingPart.ts';
import { ageRules } from '../../../src/core/consent/consentRules.ts';
import { familyRules } from '../../../src/core/consent/circumstances.ts';
import type { CaseView } from '../../../src/core/plan/caseView.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { bart, bornAgo, ewa, holds, milan, TODAY } from './consentQuestion.ts';
import { begin } from './consentStory.ts';
import { day } from '../../support/planStory.ts';

type Child = readonly [id: EntityId, age: number | null, authority: (typeof holds)[number] | null];
/** As much of a case as this question reads. */
const viewOf = (...children: readonly Child[]) =>
  ({
    children: children.map(([id, age]) => ({ id, birthDate: age === null ? null : bornAgo(age, 0) })),
    authorities: children.flatMap(([child, , authority]) =>
      authority === null ? [] : [{ caregiver: ewa, child, holds: authority, conflicts: {} }],
    ),
  }) as unknown as CaseView;
const placesOf = (view: CaseView, who: EntityId | null = ewa) => findTakingPart(view, TODAY, who).map(({ place }) => place);

describe('taking part in the circle', () => {
  test.each([
    [null, 'yes', 'ageUnknown'],
    [null, 'no', 'onRequest'],
    [null, 'unknown', 'unknown'],
    [8, 'yes', 'byDefault'],
    [15, 'yes', 'byDefault'],
    [15, 'no', 'onRequest'],
    [15, 'unknown', 'unknown'],
    [15, null, 'unknown'],
    [16, 'yes', 'childDecides'],
    [16, 'no', 'onRequest'],
    [16, 'unknown', 'childDecides'],
    [18, 'yes', 'childDecides'],
    [18, 'no', 'childDecides'],
    [18, 'unknown', 'childDecides'],
  ] as const)('beside a child of %s, authority %s, is %s', (age, authority, place) => {
    expect(placesOf(viewOf([milan, age, authority]))).toEqual([place]);
  });

  it('says once what is the same for several children, with the rule behind it', () => {
    const zosia = 'zosia' as EntityId;
    const sam = 'sam' as EntityId;
    expect(findTakingPart(viewOf([milan, 8, 'yes'], [zosia, 4, 'no'], [sam, 15, 'yes']), TODAY, ewa)).toEqual([
      { place: 'byDefault', children: [milan, sam], ground: ageRules.parentsReading[0] },
      { place: 'onRequest', children: [zosia], ground: familyRules.withoutAuthority },
    ]);
    expect(findTakingPart(viewOf([milan, 16, 'yes']), TODAY, ewa)[0]!.ground).toBe(ageRules.parentsReading[1]);
    expect(findTakingPart(viewOf([milan, 18, 'no']), TODAY, ewa)[0]!.ground).toBe(ageRules.parentsReading[2]);
  });

  it('is not known of somebody new, of another, and of what was recorded in two ways', () => {
    expect(placesOf(viewOf([milan, 8, 'yes']), null)).toEqual(['unknown']);
    expect(placesOf(viewOf([milan, 8, 'yes']), bart)).toEqual(['unknown']);
    expect(placesOf(viewOf())).toEqual([]);
  });

  it('reads a real plan', () => {
    const { story, holds: record, milan: child, bart: father } = begin();
    record(father, child, 'no');
    expect(findTakingPart(story.view(), day('2026-03-02'), father)).toMatchObject([{ place: 'onRequest', children: [child] }]);
  });

  test('for any family: every child has one place, and only known authority or the child itself lets somebody in', () => {
    const anyChild = fc.tuple(fc.option(fc.integer({ min: 0, max: 25 })), fc.option(fc.constantFrom(...holds)));
    fc.assert(
      fc.property(fc.array(anyChild, { maxLength: 4 }), (children) => {
        const view = viewOf(...children.map(([age, authority], index): Child => [`child${index}` as EntityId, age, authority]));
        const found = findTakingPart(view, TODAY, ewa);
        expect(found.flatMap((one) => one.children).toSorted()).toEqual(view.children.map(({ id }) => id).toSorted());
        const placeOf = (index: number): Place => found.find((one) => one.children.includes(`child${index}` as EntityId))!.place;
        for (const [index, [age, authority]] of children.entries()) {
          if (placeOf(index) === 'byDefault') expect([authority, age !== null && age < 16]).toEqual(['yes', true]);
          if (placeOf(index) === 'childDecides') expect(age).toBeGreaterThanOrEqual(16);
        }
        expect(found.every(({ place, ground }) => (ground === null) === (place === 'unknown' || place === 'ageUnknown'))).toBe(true);
      }),
    );
  });
});

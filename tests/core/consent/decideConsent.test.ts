import { describe, expect, it, test } from 'vitest';
import { basisRules, exceptions, familyRules } from '../../../src/core/consent/circumstances.ts';
import { ageRules, type ConsentSubject, type Ground, type Regime, ruleAt, subjectsOf } from '../../../src/core/consent/consentRules.ts';
import { type ConsentOutcome, type ConsentQuestion, decideConsent } from '../../../src/core/consent/decideConsent.ts';
import { addMonths } from '../../../src/core/shared/civilDate.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { day } from '../../support/planStory.ts';
import { bart, bornAgo, ewa, milan, question, subjects, TODAY } from './consentQuestion.ts';

const said = (...who: readonly EntityId[]) => who.map((by) => ({ by, on: TODAY }));
const asked = ({ needs }: ConsentOutcome) => needs.flatMap((need) => (need.type === 'Agree' ? [`${need.who} ${need.because}`] : []));

describe('who is asked', () => {
  test.each([
    ['youthCareTreatment', 11, [ewa, bart]],
    ['youthCareTreatment', 12, [milan, ewa, bart]],
    ['youthCareTreatment', 15, [milan, ewa, bart]],
    ['youthCareTreatment', 16, [milan]],
    ['youthCareTreatment', 18, [milan]],
    ['youthCareSharing', 11, [ewa, bart]],
    ['youthCareSharing', 12, [milan]],
    ['parentsReading', 15, []],
    ['parentsReading', 16, [milan]],
    ['schoolSharing', 15, [ewa, bart]],
    ['schoolSharing', 16, [milan]],
    ['supportSection', 17, [ewa, bart]],
    ['supportSection', 18, [milan]],
    ['medicalTreatment', 12, [milan, ewa, bart]],
    ['medicalSharing', 12, [milan]],
  ] as const)('about %s, of a child of %i', (subject, age, deciders) => {
    const { regime } = subjects.find((one) => one.subject === subject)!;
    const outcome = decideConsent(question({ regime, subject, birthDate: bornAgo(age, 0) }));
    expect(outcome.deciders).toEqual(deciders);
    expect(asked(outcome)).toEqual(deciders.map((who) => `${who} never`));
  });

  it('is both parents, each apart when they live apart', () => {
    const parentsOf = (differently: Partial<ConsentQuestion>) =>
      decideConsent(question(differently)).needs.flatMap((need) => (need.type === 'Agree' ? [need.parents] : []));
    expect(parentsOf({})).toEqual(['both', 'both']);
    expect(parentsOf({ isApart: true })).toEqual(['bothApart', 'bothApart']);
    expect(parentsOf({ isApart: true, birthDate: bornAgo(12) })).toEqual(['one', 'bothApart', 'bothApart']);
    expect(parentsOf({ caregivers: [{ id: ewa, holds: 'yes' }] })).toEqual(['one']);
  });

  it('goes to the privacy officer when one of two parents agreed: the law lets one act for both in some cases', () => {
    expect(decideConsent(question({})).ask).toBeNull();
    expect(decideConsent(question({ agreements: said(ewa) }))).toMatchObject({ ask: 'dpo', needs: [{ who: bart }] });
    expect(decideConsent(question({ agreements: said(ewa, bart) }))).toMatchObject({ ask: null, needs: [] });
  });

  it('is not known when authority is not, or when nobody has it', () => {
    const needsOf = (caregivers: ConsentQuestion['caregivers']) => decideConsent(question({ caregivers })).needs;
    expect(needsOf([{ id: ewa, holds: 'unknown' }])).toMatchObject([{ type: 'AuthorityUnknown', who: ewa }]);
    expect(needsOf([{ id: ewa, holds: 'no' }])).toMatchObject([{ type: 'NobodyDecides' }]);
    expect(needsOf([])).toMatchObject([{ type: 'NobodyDecides' }]);
  });

  it('is asked again after 12, 16 and 18: what was said before counts no longer', () => {
    const again = (subject: ConsentSubject, age: number, monthsAgo: number) => {
      const on = addMonths(TODAY, -monthsAgo);
      return asked(
        decideConsent(question({ subject, birthDate: bornAgo(age, 1), agreements: [milan, ewa, bart].map((by) => ({ by, on })) })),
      );
    };
    expect(again('youthCareTreatment', 12, 1)).toEqual([]);
    expect(again('youthCareTreatment', 12, 2)).toEqual(['milan before', 'ewa before', 'bart before']);
    expect(again('youthCareTreatment', 15, 2)).toEqual([]);
    expect(again('youthCareSharing', 16, 2)).toEqual(['milan before']);
    expect(again('youthCareSharing', 18, 2)).toEqual(['milan before']);
  });

  it('counts a yes with a day that has come, and says which yes lacks one', () => {
    const after = (...days: readonly (string | null)[]) =>
      asked(
        decideConsent(
          question({
            caregivers: [{ id: ewa, holds: 'yes' }],
            agreements: days.map((on) => ({ by: ewa, on: on === null ? null : day(on) })),
          }),
        ),
      );
    expect(after('2026-11-28')).toEqual([]);
    expect(after('2026-11-29')).toEqual(['ewa never']);
    expect(after(null)).toEqual(['ewa undated']);
    expect(after(null, '2026-11-01')).toEqual([]);
  });

  it('is who took it back, until they say yes again', () => {
    const after = (agreedOn: string, by: EntityId = ewa) =>
      asked(
        decideConsent(
          question({
            caregivers: [{ id: ewa, holds: 'yes' }],
            agreements: [{ by: ewa, on: day(agreedOn) }],
            withdrawals: [{ by, on: day('2026-11-10') }],
          }),
        ),
      );
    expect(after('2026-11-09')).toEqual(['ewa withdrawn']);
    expect(after('2026-11-10')).toEqual([]);
    expect(after('2026-11-09', bart)).toEqual([]);
  });
});

describe('the ground and the partner', () => {
  const sharing = (regime: Regime, differently: Partial<ConsentQuestion>) =>
    decideConsent(question({ regime, subject: subjectsOf[regime].sharing, ...differently }));

  it('need no consent where the law obliges; secrecy in youth care does not yield to a public task', () => {
    expect(sharing('school', { basis: 'legalObligation' })).toMatchObject({
      needs: [],
      ask: null,
      liftedBy: basisRules.school.legalObligation,
    });
    expect(sharing('school', { basis: 'publicTask' })).toMatchObject({ needs: [], ask: 'dpo' });
    expect(sharing('youthCare', { basis: 'publicTask' })).toMatchObject({
      needs: [{ who: ewa }, { who: bart }],
      ask: 'dpo',
      liftedBy: null,
    });
    expect(sharing('youthCare', { basis: 'vitalInterest', birthDate: null })).toMatchObject({ needs: [], rule: null });
  });

  it('are asked for when the ground is not known', () => {
    expect(sharing('school', { basis: null, agreements: said(ewa, bart) }).needs).toEqual([{ type: 'BasisUnknown' }]);
    expect(decideConsent(question({ basis: null, agreements: said(ewa, bart) })).needs).toEqual([]);
  });

  it('say what may go to some partners without consent; the rest is asked as always', () => {
    expect(sharing('school', { partner: 'schoolAttendanceOfficer' })).toMatchObject({ exception: { type: 'absenceReport' }, ask: null });
    expect(sharing('school', { partner: 'schoolConsortium' })).toMatchObject({ exception: { type: 'allocation' }, ask: 'dpo' });
    expect(sharing('youthCare', { partner: 'districtTeam' })).toMatchObject({ exception: { type: 'sameHelp' }, needs: [{}, {}] });
    expect(sharing('medical', { partner: 'teacher' }).exception).toBeNull();
    expect(decideConsent(question({ partner: 'districtTeam' })).exception).toBeNull();
  });

  it('cannot do without a birth date', () => {
    expect(sharing('school', { birthDate: null })).toMatchObject({ needs: [{ type: 'BirthDateUnknown' }], deciders: [], rule: null });
  });
});

describe('every rule', () => {
  const grounds: readonly Ground[] = [
    ...Object.values(ageRules).flat(),
    ...Object.values(familyRules),
    ...Object.values(basisRules).flatMap((rules) => Object.values(rules)),
    ...Object.values(exceptions).flatMap((rules) => Object.values(rules)),
  ];

  it('says where it comes from, since when it holds where that was looked up, and when it was checked', () => {
    for (const { source, validFrom, checkedOn } of grounds) {
      expect(source).toMatch(/wet|Wet|AVG|Kamerstuk/);
      expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(validFrom === null || validFrom < checkedOn).toBe(true);
    }
  });

  it('holds for one stretch of ages: every subject from birth, in order, until 18', () => {
    for (const rules of Object.values(ageRules)) {
      const ages = rules.map(({ from }) => from);
      expect(ages).toEqual([...new Set(ages)].sort((a, b) => a - b));
      expect([ages[0], ages.at(-1)]).toEqual([0, 18]);
    }
    expect(ruleAt('schoolSharing', -1)).toBe(ageRules.schoolSharing[0]);
  });
});

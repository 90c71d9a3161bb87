import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { regimeOf } from '../../../src/core/consent/circumstances.ts';
import { type ConsentSubject, subjectsOf } from '../../../src/core/consent/consentRules.ts';
import { type ConsentOutcome, type ConsentQuestion, decideConsent } from '../../../src/core/consent/decideConsent.ts';
import { addMonths } from '../../../src/core/shared/civilDate.ts';
import { day } from '../../support/planStory.ts';
import { bart, bornAgo, ewa, holds, milan, question, subjects, TODAY } from './consentQuestion.ts';

/** Every combination of age, authority of two caregivers, file, partner, ground (both matter for sharing only), and what was said. */
function* everyQuestion(): Generator<ConsentQuestion> {
  const births = [null, bornAgo(-1, 0), bornAgo(5), bornAgo(12, 0), bornAgo(13), bornAgo(16, 0), bornAgo(17), bornAgo(18, 0), bornAgo(30)];
  const grounds = [null, 'consent', 'legalObligation', 'publicTask', 'vitalInterest'] as const;
  const partners = [null, ...(Object.keys(regimeOf) as (keyof typeof regimeOf)[])];
  const authorities = [[], ...holds.map((one) => [one]), ...holds.flatMap((one) => holds.map((other) => [one, other]))];
  const histories = [
    [],
    ...[[ewa], [milan]].map((who) => who.map((by) => ({ by, on: TODAY }))),
    ...[null, TODAY, day('2027-01-01'), bornAgo(13)].map((on) => [ewa, bart, milan].map((by) => ({ by, on }))),
  ];
  for (const { regime, subject } of subjects) {
    const isShared = subject === subjectsOf[regime].sharing;
    for (const birthDate of births)
      for (const authority of authorities)
        for (const partner of isShared ? partners : [null])
          for (const basis of isShared ? grounds : [null])
            for (const agreements of histories)
              yield question({
                regime,
                subject,
                birthDate,
                partner,
                basis,
                agreements,
                caregivers: authority.map((holding, index) => ({ id: [ewa, bart][index]!, holds: holding })),
              });
  }
}
const isComplete = (asking: ConsentQuestion) => decideConsent(asking).needs.length === 0;
const isSharing = ({ regime, subject }: ConsentQuestion) => subject === subjectsOf[regime].sharing;

describe('over every combination', () => {
  const all = [...everyQuestion()].map((asking) => ({ asking, outcome: decideConsent(asking) }));
  const those = (isWrong: (asking: ConsentQuestion, outcome: ConsentOutcome) => boolean) =>
    all.filter(({ asking, outcome }) => isWrong(asking, outcome)).slice(0, 3);

  it('something is decided, and nothing unknown counts as a yes', () => {
    expect(all.length).toBeGreaterThan(100_000);
    // Complete: the age and the ground are known, and everyone who decides said yes on a day that was.
    const isSure = (asking: ConsentQuestion, { rule, deciders }: ConsentOutcome) => {
      const agreed = asking.agreements.filter(({ on }) => on !== null && on <= TODAY).map(({ by }) => by);
      const areAsked = rule?.who === 'holders' || rule?.who === 'both';
      return (
        rule !== null &&
        (!isSharing(asking) || asking.basis !== null) &&
        (!areAsked || asking.caregivers.every((one) => one.holds !== 'unknown')) &&
        (rule.who === 'nobody' || deciders.length > 0) &&
        deciders.every((who) => agreed.includes(who))
      );
    };
    const complete = all.filter(({ outcome }) => outcome.needs.length === 0 && !outcome.liftedBy);
    expect(complete.length).toBeGreaterThan(1000);
    expect(complete.filter(({ asking, outcome }) => !isSure(asking, outcome)).slice(0, 3)).toEqual([]);
  });

  it('a child of 16 or older decides alone: no parent is asked or needs authority', () => {
    const alone: ConsentSubject[] = subjects.map(({ subject }) => subject).filter((subject) => subject !== 'supportSection');
    expect(
      those(({ subject, birthDate }, { needs, deciders }) => {
        if (birthDate === null || birthDate > bornAgo(16, 0) || !alone.includes(subject)) return false;
        const areParentsIn = deciders.some((who) => who !== milan) || needs.some((need) => 'who' in need && need.who !== milan);
        return areParentsIn || needs.some(({ type }) => type === 'NobodyDecides');
      }),
    ).toEqual([]);
  });

  it('a parent without authority never decides, and is told on request until the child is 18', () => {
    expect(
      those(({ caregivers }, { rule, needs, deciders, toldOnRequest }) => {
        const without = caregivers.filter((one) => one.holds === 'no').map(({ id }) => id);
        const isAsked = without.some((id) => deciders.includes(id) || needs.some((need) => 'who' in need && need.who === id));
        return isAsked || JSON.stringify(toldOnRequest) !== JSON.stringify(rule?.from === 18 ? [] : without);
      }),
    ).toEqual([]);
  });

  it('where the law is unclear, or nobody is known to decide, the privacy officer is asked', () => {
    expect(
      those((_, { rule, liftedBy, needs, ask }) => {
        const isUnclear = !liftedBy && rule?.certainty === 'unclear';
        return (isUnclear || needs.some(({ type }) => type === 'NobodyDecides')) && ask !== 'dpo';
      }),
    ).toEqual([]);
  });
});

describe('for any history', () => {
  const anyDay = fc.integer({ min: 0, max: 240 }).map((months) => addMonths(TODAY, -months));
  const anyone = fc.constantFrom(milan, ewa, bart);
  const anyQuestion = fc
    .record({
      of: fc.constantFrom(...subjects),
      birthDate: fc.option(anyDay),
      caregivers: fc.tuple(fc.constantFrom(...holds), fc.constantFrom(...holds)),
      basis: fc.constantFrom(null, ...(['consent', 'publicTask'] as const)),
      agreements: fc.array(fc.record({ by: anyone, on: fc.option(anyDay) }), { maxLength: 5 }),
      withdrawals: fc.array(fc.record({ by: fc.option(anyone), on: anyDay }), { maxLength: 3 }),
      isApart: fc.boolean(),
    })
    .map(({ of, caregivers: [first, second], ...rest }) =>
      question({
        ...of,
        ...rest,
        caregivers: [
          { id: ewa, holds: first },
          { id: bart, holds: second },
        ],
      }),
    );

  test('taking something back never makes more allowed, and neither does saying less', () => {
    fc.assert(
      fc.property(anyQuestion, fc.record({ by: fc.option(anyone), on: anyDay }), fc.nat(), (asking, withdrawal, which) => {
        const after = decideConsent({ ...asking, withdrawals: [...asking.withdrawals, withdrawal] });
        const before = decideConsent(asking);
        expect(after.needs.length).toBeGreaterThanOrEqual(before.needs.length);
        const fewer = asking.agreements.filter((_, index) => index !== which % Math.max(1, asking.agreements.length));
        expect(decideConsent({ ...asking, agreements: fewer }).needs.length).toBeGreaterThanOrEqual(before.needs.length);
      }),
    );
  });

  test('knowing less about authority never makes more allowed', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat({ max: 1 }), (asking, which) => {
        const caregivers = asking.caregivers.map((one, index) => (index === which ? { ...one, holds: 'unknown' as const } : one));
        if (isComplete({ ...asking, caregivers }))
          expect(isComplete(asking) || asking.caregivers.every((one) => one.holds === 'no')).toBe(true);
      }),
    );
  });
});

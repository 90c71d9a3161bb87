import { describe, expect, it, test } from 'vitest';
import { clockRules } from '../../../src/core/clocks/clockRules.ts';
import { findClocks } from '../../../src/core/clocks/findClocks.ts';
import { createPlanStory, day } from '../../support/planStory.ts';

const childBorn = (birthDate: string | null) => {
  const story = createPlanStory();
  const child = story.made({
    type: 'add',
    kind: 'person',
    fields: { name: 'Milan', part: 'child', birthDate: birthDate === null ? null : day(birthDate) },
  });
  return { child, clocksOn: (today: string) => findClocks(story.view(), day(today)), story };
};

describe('what is coming', () => {
  test.each([
    ['preschool', '2024-05-01', '2026-05-01'],
    ['primarySchool', '2022-05-01', '2026-05-01'],
    ['secondarySchool', '2014-05-01', '2026-08-01'],
    ['secondarySchool', '2014-10-01', '2027-08-01'],
    ['consentTogether', '2014-05-01', '2026-05-01'],
    ['furtherEducation', '2010-05-01', '2026-08-01'],
    ['consentOwn', '2010-05-01', '2026-05-01'],
    ['adulthood', '2008-05-01', '2026-05-01'],
    ['adulthood', '2008-02-29', '2026-03-01'],
    ['primarySchool', '2024-02-29', '2028-02-29'],
  ] as const)('%s of a child born on %s comes on %s', (rule, birthDate, on) => {
    const { child, clocksOn } = childBorn(birthDate);
    expect(clocksOn(on).find((clock) => clock.rule === rule)).toMatchObject({ on, days: 0, person: child, ...groundsOf(rule) });
  });

  it('is said a year ahead, until the day itself', () => {
    const { clocksOn } = childBorn('2008-05-01');
    const isSaid = (today: string) => clocksOn(today).some(({ rule }) => rule === 'adulthood');
    expect(['2025-04-30', '2025-05-01', '2026-05-01', '2026-05-02'].map(isSaid)).toEqual([false, true, true, false]);
    expect(clocksOn('2025-05-01')[0]?.days).toBe(365);
  });

  it('is of children whose birth date is known', () => {
    const { clocksOn, story } = childBorn(null);
    story.given({ type: 'add', kind: 'person', fields: { name: 'Ewa', part: 'caregiver', birthDate: day('2008-05-01') } });
    expect(clocksOn('2026-05-01')).toEqual([]);
  });

  it('is the evaluation that was agreed, until it is done; nearest first', () => {
    const { clocksOn, story } = childBorn('2014-05-01');
    story.given({ type: 'add', kind: 'evaluation', fields: { day: day('2026-06-01') } });
    const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-04-01') } });
    const coming = () => clocksOn('2026-03-02').map(({ rule, on }) => `${rule} ${on}`);
    expect(coming()).toEqual([
      'evaluation 2026-04-01',
      'hearing 2026-04-01',
      'consentTogether 2026-05-01',
      'evaluation 2026-06-01',
      'secondarySchool 2026-08-01',
    ]);
    story.given(
      { type: 'startEvaluation', evaluation },
      { type: 'set', entity: evaluation, field: 'decision', value: 'close' },
      { type: 'finishEvaluation', evaluation },
    );
    expect(coming()).toEqual(['consentTogether 2026-05-01', 'evaluation 2026-06-01', 'hearing 2026-06-01', 'secondarySchool 2026-08-01']);
  });

  it('does not hold before its rule did', () => {
    expect(childBorn('1996-05-01').clocksOn('2014-05-01')).toEqual([]);
  });
});

test('every rule says where it comes from, since when it holds and when that was checked', () => {
  for (const { source, validFrom, checkedOn } of Object.values(clockRules)) {
    expect(source).toMatch(/\w{4}/);
    expect(validFrom < checkedOn).toBe(true);
  }
});

function groundsOf(rule: keyof typeof clockRules) {
  const { findDates: _, ...grounds } = clockRules[rule];
  return grounds;
}

import { describe, expect, it } from 'vitest';
import { awaitedFrom, isAskedAt, ownSay, readerOf, readingFor } from '../../../src/core/consent/youngReader.ts';
import type { CaseView } from '../../../src/core/plan/caseView.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily } from '../../support/planStory.ts';

const TODAY = day('2026-03-02');
const UNKEPT = { chosen: null, hadSimple: false } as const;
const bornIn = (year: number, on = '03-02') => ({ part: 'child', birthDate: day(`${year}-${on}`) }) as const;
const unknown = { part: 'child', birthDate: null } as const;
const mother = { part: 'caregiver', birthDate: day('2020-01-01') } as const;

describe('the words somebody is spoken to in', () => {
  it.each([
    ['the day before the twelfth birthday', bornIn(2014, '03-03'), 'young'],
    ['the twelfth birthday', bornIn(2014), 'older'],
    ['a child of four', bornIn(2022), 'young'],
    ['a child whose age nobody knows', unknown, 'older'],
    ['a parent', mother, 'adult'],
  ] as const)('of %s', (_, person, reader) => expect(readerOf(person, TODAY)).toBe(reader));
});

describe('the page that a young reader gets', () => {
  it('fits the age, unless they asked for the other one', () => {
    expect(readingFor(bornIn(2017), TODAY, UNKEPT)).toEqual({ reading: 'simple', byAge: 'simple', hasGrown: false });
    expect(readingFor(bornIn(2017), TODAY, { chosen: 'whole', hadSimple: true })).toMatchObject({ reading: 'whole', byAge: 'simple' });
    expect(readingFor(bornIn(2012), TODAY, UNKEPT)).toMatchObject({ reading: 'whole', hasGrown: false });
    expect(readingFor(bornIn(2012), TODAY, { chosen: 'simple', hadSimple: false })).toMatchObject({ reading: 'simple', byAge: 'whole' });
  });

  it('is the whole plan when nobody knows the age, and always for grown-ups', () => {
    expect(readingFor(unknown, TODAY, UNKEPT)).toMatchObject({ reading: 'whole' });
    expect(readingFor(unknown, TODAY, { chosen: 'simple', hadSimple: false })).toMatchObject({ reading: 'simple' });
    expect(readingFor(mother, TODAY, { chosen: 'simple', hadSimple: true })).toMatchObject({ reading: 'whole', hasGrown: false });
  });

  it('becomes the whole plan at twelve by itself, which is told to who had the simple one and did not choose', () => {
    const had = { chosen: null, hadSimple: true } as const;
    expect(readingFor(bornIn(2014, '03-03'), TODAY, had)).toMatchObject({ reading: 'simple', hasGrown: false });
    expect(readingFor(bornIn(2014), TODAY, had)).toMatchObject({ reading: 'whole', hasGrown: true });
    expect(readingFor(bornIn(2014), TODAY, { chosen: 'simple', hadSimple: true })).toMatchObject({ reading: 'simple', hasGrown: false });
    expect(readingFor(unknown, TODAY, had)).toMatchObject({ reading: 'whole', hasGrown: false });
  });
});

describe('what a child decides itself', () => {
  /** The teacher and the district team are there: a file of school and one of youth care. */
  const begin = () => {
    const story = createPlanStory();
    const family = givenFamily(story);
    const karim = story.made({ type: 'add', kind: 'person', fields: { name: 'Karim', part: 'professional', discipline: 'districtTeam' } });
    return { story, karim, ...family };
  };
  const saidAt = (view: CaseView, year: number) =>
    Object.fromEntries(ownSay(view, bornIn(year), TODAY)!.map(({ about, rule }) => [about, rule.who]));

  it('follows the rules of consent, for the files that are kept here', () => {
    const { story } = begin();
    const [youthCareTreatment, youthCareSharing, parentsReading] = ['both', 'child', 'nobody'];
    expect(saidAt(story.view(), 2012)).toEqual({ schoolSharing: 'holders', youthCareTreatment, youthCareSharing, parentsReading });
    expect(saidAt(story.view(), 2010)).toMatchObject({ schoolSharing: 'child', youthCareTreatment: 'child', parentsReading: 'child' });
    expect(saidAt(story.view(), 2017)).toMatchObject({ youthCareTreatment: 'holders', youthCareSharing: 'holders' });
    expect(ownSay(story.view(), { birthDate: null }, TODAY)).toBeNull();
  });

  it('is nothing below twelve; of one whose age is not known nobody may say so', () => {
    expect(isAskedAt(bornIn(2017), TODAY)).toBe(false);
    expect(isAskedAt(bornIn(2014), TODAY)).toBe(true);
    expect(isAskedAt(bornIn(2008), TODAY)).toBe(true);
    expect(isAskedAt({ birthDate: null }, TODAY)).toBe(true);
  });

  it('names with whom something is shared that waits for its yes', () => {
    const { story, milan, karim, ewa } = begin();
    const share = (withWhom: EntityId, decidedBy: readonly EntityId[]) =>
      story.given({
        type: 'add',
        kind: 'sharing',
        fields: { what: 'Het plan', withWhom, purpose: 'Samenwerken', legalBasis: 'consent', decidedBy, decidedOn: day('2026-02-01') },
      });
    expect(awaitedFrom(story.view(), milan, TODAY)).toEqual([]);
    share(karim, [ewa]);
    expect(awaitedFrom(story.view(), milan, TODAY)).toEqual([]);
    story.given({ type: 'set', entity: milan, field: 'birthDate', value: day('2012-05-01') });
    expect(awaitedFrom(story.view(), milan, TODAY)).toEqual([karim]);
    share(karim, [milan]);
    expect(awaitedFrom(story.view(), milan, TODAY)).toEqual([]);
  });
});

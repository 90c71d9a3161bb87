import { describe, expect, it } from 'vitest';
import { FACES, faceOf, gradeOf } from '../../../src/core/evaluation/faces.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily, refused } from '../../support/planStory.ts';

const roles = { ingrid: 'lead', ewa: 'caregiver' } as const;

/** Ingrid wrote down at the table what Ewa said; Ewa's phone heard it. */
function begin() {
  const story = createPlanStory({ roles });
  const family = givenFamily(story);
  story.given({ type: 'set', entity: family.ewa, field: 'member', value: 'ewa' });
  const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-03-02') } });
  const table = { type: 'setExperience', evaluation, by: family.ewa, recordedBy: family.ingrid, via: 'spoken' } as const;
  story.given({ ...table, grade: 8, words: 'Fijn' });
  const hers = createPlanStory({ device: 'ewa-phone', roles });
  hers.hear(...story.written);
  return { story, hers, evaluation, table, ...family };
}

describe('how an evaluation was, said on one’s own device', () => {
  it('stands beside what was written down at the table, and neither overwrites the other', () => {
    const { story, hers, evaluation, table, ewa, ingrid } = begin();
    hers.given({ type: 'giveExperience', evaluation, grade: 4 }, { type: 'giveExperience', evaluation, words: 'Te veel mensen' });
    story.hear(...hers.written);
    story.given({ ...table, grade: 7 });
    expect(story.view().experiences).toHaveLength(2);
    expect(story.view().experiences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ by: ewa, via: 'spoken', recordedBy: ingrid, grade: 7, words: 'Fijn', author: null }),
        expect.objectContaining({ by: ewa, via: 'own', recordedBy: null, grade: 4, words: 'Te veel mensen', author: 'ewa' }),
      ]),
    );
  });

  it('is one for all devices of a person, and nobody else writes in it', () => {
    const { story, hers, evaluation } = begin();
    hers.given({ type: 'giveExperience', evaluation, grade: 4 });
    const tablet = createPlanStory({ device: 'ewa-tablet', roles });
    tablet.hear(...story.written, ...hers.written);
    tablet.given({ type: 'giveExperience', evaluation, words: 'Lang' });
    story.hear(...hers.written, ...tablet.written);
    const own = hers.view().experiences.find(({ via }) => via === 'own')!.id;
    const laptop = createStory('ingrid-desk', rulesFor(roles), story.state());
    story.hear(laptop.write(['set', own, 'grade', 10, []]));
    expect(story.view().experiences.filter(({ via }) => via === 'own')).toMatchObject([{ id: own, grade: 4, words: 'Lang' }]);
  });

  it('that another claims is shown as written down by them', () => {
    const { story, evaluation, ewa, ingrid } = begin();
    const laptop = createStory('ingrid-desk', rulesFor(roles), story.state());
    const claim = { evaluation, by: ewa, via: 'own', grade: 10 };
    story.hear(
      laptop.write(...Object.entries(claim).map(([field, value]) => ['set', 'experience.ingrid.1' as EntityId, field, value, []] as const)),
    );
    expect(story.view().experiences.find(({ grade }) => grade === 10)).toMatchObject({ via: 'spoken', recordedBy: ingrid });
  });

  it('is of an evaluation in the plan, by who is in the plan', () => {
    const { story, evaluation, ingrid } = begin();
    const give = { type: 'giveExperience', grade: 8 } as const;
    expect(story.when({ ...give, evaluation: 'evaluation.x.1' as EntityId })).toEqual(refused('UnknownEntity'));
    story.given({ type: 'set', entity: ingrid, field: 'member', value: '' });
    expect(story.when({ ...give, evaluation })).toEqual(refused('NotInPlan'));
  });

  it('has a face for every mark, and a mark for every face', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(faceOf)).toEqual(FACES.flatMap((face) => [face, face]));
    expect(FACES.map((face) => faceOf(gradeOf(face)))).toEqual(FACES);
  });
});

import { describe, expect, it } from 'vitest';
import { familyHelpers, helpersToBring, nationalHelpers } from '../../../src/core/plan/familyHelpers.ts';
import type { Helper } from '../../../src/core/shared/helpers.ts';
import { createPlanStory, day, givenFamily } from '../../support/planStory.ts';

const point: Helper = {
  kind: 'parentSupport',
  name: 'Steunpunt',
  phone: '010 123 45 67',
  mail: 's@x.example',
  checkedOn: day('2026-03-01'),
};
const begin = () => {
  const story = createPlanStory();
  return { story, ...givenFamily(story) };
};

describe('who helps a family', () => {
  it('is everybody: whose number is the same in the whole country stands there, whose is not known too', () => {
    const { story } = begin();
    const all = familyHelpers(story.view());
    expect(all.map(({ kind, phone }) => [kind, phone])).toEqual([
      ['parentSupport', ''],
      ['clientSupport', ''],
      ['educationConsultant', '070-312 28 87'],
      ['confidant', ''],
      ['complaint', ''],
      ['childLine', '0800-0432'],
    ]);
    for (const national of Object.values(nationalHelpers)) expect(national).toMatchObject({ source: /./, checkedOn: /^2026-/ });
  });

  it('is what the organisation gave; what it took away again is the number of the whole country', () => {
    const { story } = begin();
    const line: Helper = { kind: 'childLine', name: 'Jongerenlijn', phone: '14010', mail: '', checkedOn: day('2026-03-01') };
    story.given({ type: 'setHelpers', helpers: [point, line] });
    expect(familyHelpers(story.view())).toEqual(
      expect.arrayContaining([
        { ...point, source: '' },
        { ...line, source: '' },
      ]),
    );
    story.given({ type: 'setHelpers', helpers: [{ ...line, phone: '', checkedOn: null }] });
    expect(familyHelpers(story.view())).toContainEqual({ ...line, ...nationalHelpers.childLine });
    expect(story.view().removed).toEqual([]);
  });

  it('begins with the line of pupils for a pupil', () => {
    const { story } = begin();
    const [pupil] = story.view().children;
    expect(familyHelpers({ helpers: [], me: pupil! }).map(({ kind }) => kind)).toEqual([
      'childLine',
      'parentSupport',
      'clientSupport',
      'educationConsultant',
      'confidant',
      'complaint',
    ]);
  });

  it('is nothing that is added or taken away by itself', () => {
    const { story } = begin();
    story.given({ type: 'setHelpers', helpers: [point] });
    expect(story.when({ type: 'add', kind: 'helper', fields: { phone: '1' } })).toMatchObject({ error: { type: 'UseOwnCommand' } });
    expect(story.when({ type: 'remove', entity: story.view().helpers[0]!.id })).toMatchObject({ error: { type: 'RemovalNotAllowed' } });
    expect(story.when({ type: 'setHelpers', helpers: [{ ...point, name: 'x'.repeat(81) }] })).toMatchObject({
      error: { type: 'TextTooLong' },
    });
  });
});

describe('numbers of an organisation', () => {
  const older: Helper = { ...point, phone: '14010', checkedOn: day('2026-02-01') };
  const newer: Helper = { ...point, phone: '14020', checkedOn: day('2026-03-02') };

  it('come from whoever looks while nobody coordinates, and then the last that was checked counts', () => {
    const { story } = begin();
    expect(helpersToBring(story.view(), [point])).toEqual([point]);
    story.given({ type: 'setHelpers', helpers: [point] });
    expect(helpersToBring(story.view(), [point, older])).toEqual([]);
    expect(helpersToBring(story.view(), [newer, { ...newer, checkedOn: null }])).toEqual([newer]);
    story.given({ type: 'setHelpers', helpers: [{ ...point, checkedOn: null }] });
    expect(helpersToBring(story.view(), [older])).toEqual([older]);
  });

  const coordinate = (which: 'ingrid' | 'lotte' | 'ewa') => {
    const begun = begin();
    const { story } = begun;
    const turn = story.made({ type: 'proposeCoordinator', person: begun[which], proposedBy: null });
    const recordedBy = which === 'ingrid' ? null : begun.ingrid;
    story.given({ type: 'acceptCoordinator', turn, via: recordedBy ? 'spoken' : 'own', recordedBy, cover: null, reachability: '' });
    story.given({ type: 'setHelpers', helpers: [point] });
    return story.view();
  };

  it("are the coordinator's, whatever stood there", () => expect(helpersToBring(coordinate('ingrid'), [older])).toEqual([older]));
  it('are not of another when a professional coordinates', () => expect(helpersToBring(coordinate('lotte'), [newer])).toEqual([]));
  it('are the last that was checked when a parent coordinates', () => {
    expect(helpersToBring(coordinate('ewa'), [older])).toEqual([]);
    expect(helpersToBring(coordinate('ewa'), [newer])).toEqual([newer]);
  });
});

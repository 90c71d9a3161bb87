import { describe, expect, it } from 'vitest';
import { removeOperations } from '../../../src/core/document/edit.ts';
import { mustSayOf } from '../../../src/core/plan/mustSayOf.ts';
import { type PreparedWords, saysSomething } from '../../../src/core/plan/prepared.ts';
import { preparationId } from '../../../src/core/plan/preparationId.ts';
import type { EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { writeEnvelope } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily, refused } from '../../support/planStory.ts';

const EWA = 'ewa' as MemberId;
const roles = { ingrid: 'lead', ewa: 'caregiver' } as const;
const point = (name: string, text: string) => ({ id: `point.ewa.${name}` as EntityId, text });
const words = (some: Partial<PreparedWords> = {}): PreparedWords => ({
  mood: null,
  goesWell: '',
  worries: '',
  wish: '',
  wantsThere: [],
  wantsThereToo: '',
  coordinator: null,
  drawing: '',
  ...some,
});

/** A family with a meeting to come, on the phone of Ewa, who drafted something. */
function begin() {
  const story = createPlanStory({ roles });
  const family = givenFamily(story);
  story.given({ type: 'set', entity: family.ewa, field: 'member', value: 'ewa' });
  const meeting = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-20') } });
  const hers = createPlanStory({ device: 'ewa-phone', roles });
  hers.hear(...story.written);
  const share = (said: Partial<PreparedWords>, ...points: readonly { readonly id: EntityId; readonly text: string }[]) =>
    ({ type: 'sharePreparation', meeting, by: family.ewa, recordedBy: null, via: 'own', said: words(said), points }) as const;
  const mustSay = () => mustSayOf(hers.view(), EWA, family.ewa, meeting).map(({ text }) => text);
  return { story, hers, meeting, share, mustSay, entity: preparationId(EWA, family.ewa, meeting), ...family };
}

describe('sharing a preparation', () => {
  it('brings the words and what must be said into the plan, in one save', () => {
    const { story, hers, share, mustSay, ewa, lotte, meeting, entity } = begin();
    hers.given(share({ goesWell: 'Hij bouwt', wantsThere: [lotte] }, point('a', 'Hij schrikt'), point('b', 'Hij is moe')));
    expect(hers.view().preparations).toMatchObject([
      { id: entity, by: ewa, via: 'own', conference: meeting, goesWell: 'Hij bouwt', wantsThere: [lotte], ready: true },
    ]);
    expect(mustSay()).toEqual(['Hij schrikt', 'Hij is moe']);
    story.hear(...hers.written);
    expect(story.view().points.map(({ id, author, conference }) => [id, author, conference])).toEqual([
      ['point.ewa.a', 'ewa', meeting],
      ['point.ewa.b', 'ewa', meeting],
    ]);
  });

  it('says when shared again what the form says then, and nothing more', () => {
    const { hers, share, mustSay } = begin();
    hers.given(share({ goesWell: 'Hij bouwt', wish: 'Rust', mood: 'good' }, point('a', 'Hij schrikt'), point('b', 'Hij is moe')));
    hers.given(share({ goesWell: 'Hij zingt' }, point('b', 'Hij is heel moe'), point('c', 'Hij wil naar huis')));
    expect(hers.view().preparations).toMatchObject([{ goesWell: 'Hij zingt', wish: '', mood: null }]);
    expect(mustSay()).toEqual(['Hij is heel moe', 'Hij wil naar huis']);
    // What was taken out of the draft and put back is the same point again.
    hers.given(share({}, point('a', 'Hij schrikt toch')));
    expect(mustSay()).toEqual(['Hij schrikt toch']);
  });

  it('leaves alone what was dealt with at the table', () => {
    const { story, hers, share } = begin();
    hers.given(share({}, point('a', 'Hij schrikt')));
    story.hear(...hers.written);
    const before = story.written.length;
    story.given({ type: 'set', entity: point('a', '').id, field: 'handled', value: true });
    hers.hear(...story.written.slice(before));
    hers.given(share({}, point('a', 'Iets anders')));
    hers.given(share({}));
    expect(hers.view().points).toMatchObject([{ text: 'Hij schrikt', handled: true }]);
  });

  it('is there again when it was taken back before', () => {
    const { hers, share, entity } = begin();
    hers.given(share({ wish: 'Rust' }));
    hers.hear(writeEnvelope(hers.state(), 'ewa-phone', valueOf(removeOperations(hers.state(), entity))));
    expect(hers.view().preparations).toEqual([]);
    hers.given(share({ worries: 'De ochtend' }));
    expect(hers.view().preparations).toMatchObject([{ wish: '', worries: 'De ochtend' }]);
  });

  it('is for an evaluation too', () => {
    const { hers, story, share, ewa, mustSay } = begin();
    const before = story.written.length;
    const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-05-01') } });
    hers.hear(...story.written.slice(before));
    hers.given({ ...share({ wish: 'Rust' }, point('a', 'Hij schrikt')), meeting: evaluation });
    expect(mustSay()).toEqual([]);
    expect(mustSayOf(hers.view(), EWA, ewa, evaluation)).toHaveLength(1);
  });

  it('is refused where preparing is, and for a point of somebody else', () => {
    const { hers, share, ewa, milan } = begin();
    expect(hers.when({ ...share({}), meeting: 'conference.ingrid.none' as EntityId })).toEqual(refused('UnknownEntity'));
    expect(hers.when({ ...share({}), by: milan })).toEqual(refused('OwnAnswerOnlyByThemselves'));
    for (const id of ['point.ingrid.a', 'goal.ewa.a'])
      expect(hers.when(share({}, { id: id as EntityId, text: 'Hij schrikt' }))).toEqual(refused('UnknownEntity'));
    hers.given({ ...share({ mood: 'between' }), by: milan, recordedBy: ewa, via: 'spoken' });
    expect(hers.view().preparations).toMatchObject([{ by: milan, recordedBy: ewa, via: 'spoken' }]);
  });
});

describe('whom the family prefers as coordinator', () => {
  const preferred = ({ hers }: ReturnType<typeof begin>) => hers.view().family.preferredCoordinator;

  it('is whom one of them chose, as soon as they share it and as long as nobody said otherwise', () => {
    const story = begin();
    const { hers, share, lotte, ingrid } = story;
    hers.given(share({ coordinator: lotte }));
    expect(preferred(story)).toBe(lotte);
    hers.given(share({ coordinator: ingrid }));
    expect(preferred(story)).toBe(ingrid);
    hers.given(
      { type: 'set', entity: 'family' as EntityId, field: 'preferredCoordinator', value: lotte },
      share({ wish: 'Rust', coordinator: ingrid }),
    );
    expect(preferred(story)).toBe(lotte);
    hers.given(share({ coordinator: null }));
    expect(preferred(story)).toBe(lotte);
  });

  it('is not what a child wants, written down by a parent, nor what somebody around the family wants', () => {
    const story = begin();
    const { hers, share, lotte, milan, ewa } = story;
    const before = story.story.written.length;
    hers.given({ ...share({ coordinator: lotte }), by: milan, recordedBy: ewa, via: 'spoken' });
    expect(preferred(story)).toBeNull();
    story.story.given({ type: 'set', entity: ewa, field: 'part', value: 'network' });
    hers.hear(...story.story.written.slice(before));
    hers.given(share({ coordinator: lotte }));
    expect(preferred(story)).toBeNull();
  });
});

describe('a preparation says something', () => {
  it('with a word, a face, a person or a drawing', () => {
    expect(saysSomething(words())).toBe(false);
    for (const some of [{ wish: 'Rust' }, { mood: 'good' as const }, { wantsThere: ['person.a.b' as EntityId] }, { drawing: 'x' }])
      expect(saysSomething(words(some))).toBe(true);
  });
});

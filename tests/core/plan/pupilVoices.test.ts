import { describe, expect, it } from 'vitest';
import { lookAtPlan } from '../../../src/core/plan/planLook.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor } from '../../support/documentStory.ts';
import { createPlanStory, givenFamily, refused } from '../../support/planStory.ts';

const set = (entity: EntityId, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;
const roles = { ingrid: 'lead', ewa: 'caregiver', milan: 'youngPerson' } as const;
const WORDS = 'Ik wil eerst weten of juf dan boos wordt';

/** A plan with a goal, on the devices of Ingrid, of Milan whom it is about, and of his mother. */
function begin() {
  const story = createPlanStory({ roles });
  const family = givenFamily(story);
  story.given(set(family.ewa, 'member', 'ewa'), set(family.milan, 'member', 'milan'));
  const goal = story.made({ type: 'add', kind: 'goal', fields: { statement: 'Rustig de klas in', state: 'active' } });
  const [his, hers] = [createPlanStory({ device: 'milan-phone', roles }), createPlanStory({ device: 'ewa-phone', roles })];
  for (const other of [his, hers]) other.hear(...story.written);
  return { story, his, hers, goal, ...family };
}
const own = (goal: EntityId, by: EntityId, text = WORDS) => ({ type: 'sayOfGoal', goal, by, text, recordedBy: null, via: 'own' }) as const;
const answer = (pupilVoice: EntityId, text: string) => ({ type: 'answerPupil', pupilVoice, text }) as const;

describe("a child's words about a goal", () => {
  it('are said on their own device and wait until the team says what it did with them', () => {
    const { story, his, goal, milan, ingrid } = begin();
    const said = his.made(own(goal, milan, ` ${WORDS} `));
    story.hear(...his.written);
    expect(story.view().pupilVoices).toMatchObject([
      { id: said, goal, by: milan, via: 'own', recordedBy: null, text: WORDS, isOpen: true, replies: [] },
    ]);
    story.on('2026-03-05');
    expect(story.view().alarms).toContainEqual({ type: 'PupilVoicesOpen', count: 1, days: 3 });
    expect(story.when(answer(said, ' '))).toEqual(refused('RemarkMissing'));
    story.given(answer(said, 'Juf wacht bij de deur '));
    his.hear(...story.written);
    expect(his.view().pupilVoices).toMatchObject([{ isOpen: false, replies: [{ text: 'Juf wacht bij de deur', by: ingrid }] }]);
    expect(his.view().alarms.map(({ type }) => type)).not.toContain('PupilVoicesOpen');
  });

  it('are also a face or a drawing without words, but not nothing at all', () => {
    const { his, goal, milan } = begin();
    expect(his.when({ ...own(goal, milan, ' '), mood: null, drawing: '' })).toEqual(refused('RemarkMissing'));
    his.given({ ...own(goal, milan, ''), mood: 'notGood' }, { ...own(goal, milan, ''), drawing: '0AAAA' });
    expect(his.view().pupilVoices).toMatchObject([
      { text: '', mood: 'notGood', drawing: '', isOpen: true },
      { text: '', mood: null, drawing: '0AAAA', isOpen: true },
    ]);
  });

  it('that somebody wrote down say so, and are answered also by who wrote them down', () => {
    const { story, hers, goal, milan, ewa, ingrid } = begin();
    expect(hers.when(own(goal, milan))).toEqual(refused('OwnAnswerOnlyByThemselves'));
    hers.given({ ...own(goal, milan), recordedBy: ewa, via: 'spoken' });
    story.hear(...hers.written);
    const paper = story.made({ ...own(goal, milan), recordedBy: ingrid, via: 'paper' });
    story.given(answer(paper, 'We vragen het aan juf'));
    expect(story.view().pupilVoices).toMatchObject([
      { via: 'spoken', recordedBy: ewa, isOpen: true },
      { via: 'paper', recordedBy: ingrid, isOpen: false },
    ]);
  });

  it("never look like the child's own when another device claims so", () => {
    const { story, goal, milan, ewa } = begin();
    const phone = createStory('ewa-phone', rulesFor(roles), story.state());
    const claim = { goal, by: milan, text: 'Alles is goed', via: 'own' };
    story.hear(
      phone.write(...Object.entries(claim).map(([field, value]) => ['set', 'pupilVoice.ewa.1' as EntityId, field, value, []] as const)),
    );
    expect(story.view().pupilVoices).toMatchObject([{ by: milan, via: 'spoken', recordedBy: ewa }]);
  });

  it('stay as they were said: nobody rewrites them or takes them away, and another time is beside them', () => {
    const { story, his, goal, milan } = begin();
    const said = his.made(own(goal, milan));
    story.hear(...his.written);
    expect(story.when(set(said, 'text', 'Leuk'))).toEqual(refused('UseOwnCommand', { field: 'text' }));
    expect(story.when({ type: 'remove', entity: said })).toEqual(refused('RemovalNotAllowed'));
    his.given(own(goal, milan, 'Nu vind ik het wel goed'));
    expect(his.view().pupilVoices.map(({ text }) => text)).toEqual([WORDS, 'Nu vind ik het wel goed']);
  });

  it('are of a child, about a goal of the plan, and in words', () => {
    const { story, his, goal, milan, ingrid } = begin();
    const recorded = { recordedBy: ingrid, via: 'spoken' } as const;
    expect(his.when(own(goal, milan, ' '))).toEqual(refused('RemarkMissing'));
    expect(story.when({ ...own('goal.x.1' as EntityId, milan), ...recorded })).toEqual(refused('UnknownEntity'));
    expect(story.when(own(goal, ingrid))).toEqual(refused('UnknownEntity'));
    story.given({ ...own(goal, milan), ...recorded }, { type: 'remove', entity: goal });
    expect(story.view().pupilVoices).toEqual([]);
  });

  it('are answered by who is in the plan, and only by professionals', () => {
    const { story, his, hers, goal, milan, ingrid } = begin();
    const said = his.made(own(goal, milan));
    for (const other of [story, hers]) other.hear(...his.written);
    expect(story.when(answer('pupilVoice.x.1' as EntityId, 'Ja'))).toEqual(refused('UnknownEntity'));
    hers.when(answer(said, 'Wij doen niets'));
    expect(hers.view().pupilVoices).toMatchObject([{ isOpen: true, replies: [] }]);
    story.given(answer(said, 'Ja'), set(ingrid, 'member', ''));
    expect(story.view().pupilVoices[0]!.replies[0]!.by).toBe(ingrid);
    expect(story.when(answer(said, 'Ja'))).toEqual(refused('NotInPlan'));
  });

  it('keep a goal that was reached in the first look until they are answered', () => {
    const { story, his, goal, milan } = begin();
    const said = his.made(own(goal, milan));
    story.hear(...his.written);
    story.given(set(goal, 'state', 'reached'));
    const past = () => lookAtPlan(story.state(), story.view()).past;
    expect([goal, said].some((id) => past().has(id))).toBe(false);
    story.given(answer(said, 'Gelukt'));
    const [reply] = story.view().pupilVoices[0]!.replies;
    expect([goal, said, reply!.id].every((id) => past().has(id))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { removeOperations } from '../../../src/core/document/edit.ts';
import { isComing } from '../../../src/core/plan/meetings.ts';
import { answerRequestBefore } from '../../../src/core/plan/remarks.ts';
import { preparationId } from '../../../src/core/plan/preparationId.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { writeEnvelope } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily, type PlanStory, refused } from '../../support/planStory.ts';

const set = (entity: EntityId, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;
const roles = { ingrid: 'lead', ewa: 'caregiver' } as const;

/** A family with a meeting to come; the device is that of Ingrid, and the one of Ewa hears all that was written. */
function begin() {
  const story = createPlanStory({ roles });
  const family = givenFamily(story);
  story.given(set(family.ewa, 'member', 'ewa'));
  const meeting = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-20') } });
  const hers = createPlanStory({ device: 'ewa-phone', roles });
  hers.hear(...story.written);
  return { story, hers, meeting, ...family };
}
const own = (by: EntityId, meeting: EntityId) => ({ type: 'beginPreparation', meeting, by, recordedBy: null, via: 'own' }) as const;
const mine = (story: PlanStory, by: EntityId, meeting: EntityId) => preparationId(story.context().me, by, meeting);

describe('a preparation', () => {
  it('is made with the first word and reaches everybody in the circle', () => {
    const { story, hers, ewa, lotte, meeting } = begin();
    const entity = mine(hers, ewa, meeting);
    hers.given(own(ewa, meeting), set(entity, 'goesWell', 'Hij bouwt'), set(entity, 'wantsThere', [lotte]), set(entity, 'ready', true));
    story.hear(...hers.written);
    expect(story.view().preparations).toMatchObject([
      { id: entity, by: ewa, via: 'own', recordedBy: null, conference: meeting, evaluation: null, goesWell: 'Hij bouwt', ready: true },
    ]);
    expect(story.view().preparations[0]!.wantsThere).toEqual([lotte]);
  });

  it('is one, whatever device of the same person begins it, and can be begun again after it was taken back', () => {
    const { story, hers, ewa, meeting } = begin();
    const entity = mine(hers, ewa, meeting);
    const tablet = createPlanStory({ device: 'ewa-tablet', roles });
    hers.given(own(ewa, meeting), set(entity, 'worries', 'De ochtend'));
    tablet.hear(...story.written);
    tablet.given(own(ewa, meeting), set(entity, 'wish', 'Rust'));
    hers.hear(...tablet.written);
    expect(hers.view().preparations).toMatchObject([{ worries: 'De ochtend', wish: 'Rust' }]);
    expect(hers.when({ type: 'remove', entity })).toEqual(refused('RemovalNotAllowed'));
    hers.hear(writeEnvelope(hers.state(), 'ewa-phone', valueOf(removeOperations(hers.state(), entity))));
    expect(hers.view().preparations).toEqual([]);
    hers.given(own(ewa, meeting));
    expect(hers.view().preparations).toMatchObject([{ by: ewa, wish: 'Rust', editedAfterDeletion: false }]);
  });

  it('of a child that a parent writes down with them says so', () => {
    const { story, hers, ewa, milan, meeting } = begin();
    const entity = mine(hers, milan, meeting);
    expect(hers.when(own(milan, meeting))).toEqual(refused('OwnAnswerOnlyByThemselves'));
    hers.given({ ...own(milan, meeting), recordedBy: ewa, via: 'spoken' }, set(entity, 'mood', 'between'));
    story.hear(...hers.written);
    expect(story.view().preparations).toMatchObject([{ by: milan, recordedBy: ewa, via: 'spoken', mood: 'between' }]);
  });

  it("is written by nobody else, and a claim to be another's own is shown as written down by who wrote it", () => {
    const { story, hers, ewa, ingrid, meeting } = begin();
    const entity = mine(hers, ewa, meeting);
    hers.given(own(ewa, meeting), set(entity, 'goesWell', 'Hij bouwt'));
    story.hear(...hers.written);
    story.given(set(entity, 'goesWell', 'Iets anders'));
    expect(story.view().preparations[0]!.goesWell).toBe('Hij bouwt');
    expect(hers.when({ ...own(ewa, meeting), recordedBy: ingrid })).toEqual(refused('OwnAnswerOnlyByThemselves'));
    expect(story.when(set(entity, 'by', ingrid))).toEqual(refused('UseOwnCommand', { field: 'by' }));
    expect(story.when({ type: 'add', kind: 'preparation', fields: { by: ewa } })).toEqual(
      refused('UseOwnCommand', { field: 'preparation' }),
    );
  });

  it('is of a meeting of this case: a conference or an evaluation, until that is over', () => {
    const { story, ingrid, meeting } = begin();
    expect(story.when(own(ingrid, 'conference.ingrid.none' as EntityId))).toEqual(refused('UnknownEntity'));
    const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-05-01') } });
    story.given(own(ingrid, meeting), own(ingrid, evaluation));
    const [first, second] = story.view().preparations;
    expect([first!.conference, first!.evaluation, second!.conference, second!.evaluation]).toEqual([meeting, null, null, evaluation]);
    expect([first!, second!].map((one) => isComing(story.view(), one))).toEqual([true, true]);
    story.given({ type: 'cancelConference', conference: meeting, reason: 'Ziek' });
    expect([first!, second!].map((one) => isComing(story.view(), one))).toEqual([false, true]);
  });
});

describe('a question', () => {
  it('is asked by the family at any time, and open until somebody else answers it', () => {
    const { story, hers, ewa, ingrid } = begin();
    const question = hers.made({ type: 'remark', kind: 'question', about: null, text: ' Mag oma mee? ' });
    hers.given({ type: 'answerRemark', remark: question, text: 'Dat vroeg ik' });
    story.hear(...hers.written);
    expect(story.view().remarks).toMatchObject([{ kind: 'question', text: 'Mag oma mee?', by: ewa, isOpen: true }]);
    story.given({ type: 'answerRemark', remark: question, text: 'Ja, graag' });
    hers.hear(...story.written);
    expect(hers.view().remarks[0]).toMatchObject({ isOpen: false, replies: [{ by: ewa }, { text: 'Ja, graag', by: ingrid }] });
  });

  it('needs words, of who asks and of who answers', () => {
    const { hers } = begin();
    expect(hers.when({ type: 'remark', kind: 'question', about: null, text: '  ' })).toEqual(refused('RemarkMissing'));
    const question = hers.made({ type: 'remark', kind: 'question', about: null, text: 'Mag oma mee?' });
    expect(hers.when({ type: 'answerRemark', remark: question, text: ' ' })).toEqual(refused('RemarkMissing'));
    expect(hers.when({ type: 'answerRemark', remark: 'remark.ewa.none' as EntityId, text: 'Ja' })).toEqual(refused('UnknownEntity'));
  });

  it('is of somebody who stands in the plan', () => {
    const { story, hers } = begin();
    const question = hers.made({ type: 'remark', kind: 'question', about: null, text: 'Mag oma mee?' });
    const strange = createPlanStory({ device: 'bea-phone', roles: { ...roles, bea: 'caregiver' } });
    strange.hear(...story.written, ...hers.written);
    expect(strange.when({ type: 'remark', kind: 'question', about: null, text: 'Wie ben ik?' })).toEqual(refused('NotInPlan'));
    expect(strange.when({ type: 'answerRemark', remark: question, text: 'Ik' })).toEqual(refused('NotInPlan'));
  });

  it('stands under the name of whose device wrote it; of a member who is in the plan no more under the name it had', () => {
    const { story, hers, ewa, ingrid } = begin();
    hers.given({ type: 'remark', kind: 'question', about: null, text: 'Mag oma mee?' });
    story.hear(...hers.written);
    story.given(set(ewa, 'member', 'ewa-again'));
    expect(story.view().remarks).toMatchObject([{ by: ewa }]);
    story.given(set(ingrid, 'member', 'ewa'));
    expect(story.view().remarks).toMatchObject([{ by: ingrid }]);
  });
});

describe('what is not right', () => {
  it('may be said of anything in the plan, without a word', () => {
    const { story, hers } = begin();
    const concern = story.made({ type: 'add', kind: 'concern', fields: { text: 'Hij is druk', domain: 'school' } });
    hers.hear(...story.written);
    hers.given({ type: 'remark', kind: 'notRight', about: concern, text: '' });
    story.hear(...hers.written);
    expect(story.view().remarks).toMatchObject([{ kind: 'notRight', about: concern, text: '', isOpen: true }]);
    expect(hers.when({ type: 'remark', kind: 'notRight', about: 'goal.ewa.none' as EntityId, text: '' })).toEqual(refused('UnknownEntity'));
  });

  it("stays as it was said: nobody takes away another's", () => {
    const { story, hers } = begin();
    const remark = hers.made({ type: 'remark', kind: 'question', about: null, text: 'Mag oma mee?' });
    story.hear(...hers.written);
    expect(story.when({ type: 'remove', entity: remark })).toEqual(refused('RemovalNotAllowed'));
    expect(story.when(set(remark, 'text', 'Iets anders'))).toEqual(refused('UseOwnCommand', { field: 'text' }));
  });
});

describe('a request to correct or erase', () => {
  it('stays open until another says what was done or why not, and is to be answered within a month', () => {
    const { story, hers, ewa } = begin();
    const id = hers.made({ type: 'request', asks: 'erase', about: null, text: ' Mijn oude nummer ' });
    story.hear(...hers.written);
    const asked = () => story.view().remarks.find((remark) => remark.id === id)!;
    expect(asked()).toMatchObject({ kind: 'notRight', asks: 'erase', text: 'Mijn oude nummer', by: ewa, isOpen: true });
    expect(answerRequestBefore(Date.parse('2026-01-31T10:00:00Z'))).toBe('2026-02-28');
    hers.given({ type: 'answerRemark', remark: id, text: 'Laat maar', outcome: 'done' });
    story.hear(...hers.written);
    story.given({ type: 'answerRemark', remark: id, text: 'Wij zoeken het uit' });
    expect(asked().isOpen).toBe(true);
    expect(story.view().alarms).toContainEqual(expect.objectContaining({ type: 'RemarksOpen', count: 1 }));
    story.given({ type: 'answerRemark', remark: id, text: 'Het staat in de wet', outcome: 'refused' });
    expect(asked()).toMatchObject({ isOpen: false });
    expect(asked().replies.at(-1)).toMatchObject({ outcome: 'refused', text: 'Het staat in de wet' });
  });

  it('needs words or something to point at, and that has to exist', () => {
    const { hers, milan } = begin();
    expect(hers.when({ type: 'request', asks: 'correct', about: null, text: ' ' })).toEqual(refused('RemarkMissing'));
    const nothing = 'goal.ewa.none' as EntityId;
    expect(hers.when({ type: 'request', asks: 'correct', about: nothing, text: 'Dit' })).toEqual(refused('UnknownEntity'));
    hers.given({ type: 'request', asks: 'erase', about: milan, text: '' });
    expect(hers.view().remarks).toMatchObject([{ asks: 'erase', about: milan, text: '', isOpen: true }]);
  });
});

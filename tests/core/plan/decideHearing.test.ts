import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor } from '../../support/documentStory.ts';
import { createPlanStory, day, refused } from '../../support/planStory.ts';
import { createHearingStory, set } from './hearingStory.ts';

const WORDS = 'Ik wil naast Sem zitten, zei hij op de gang';

describe('writing down that a child was heard', () => {
  it('takes words: what it said and how, or how it was offered', () => {
    const { story, records, at, conference, milan, ingrid } = createHearingStory();
    expect(story.when(records('heard', ' '))).toEqual(refused('HearingWordsMissing'));
    expect(story.when(records('heard', ' ', { answer: 'We regelen het' }))).toEqual(refused('HearingWordsMissing'));
    expect(story.when(records('declined', ''))).toEqual(refused('HearingWordsMissing'));
    const declined = story.made(records('declined', ' Twee keer gevraagd '));
    expect(at()).toMatchObject({ outcome: 'declined', isOpen: false, record: { id: declined, how: 'Twee keer gevraagd' } });
    const heard = story.made(records('heard', WORDS));
    expect(at()).toMatchObject({ outcome: 'heard', own: [], record: { id: heard } });
    expect(story.view().hearings.at(-1)).toMatchObject({
      child: milan,
      moment: 'drafting',
      conference,
      evaluation: null,
      spokeFor: null,
      on: '2026-03-02',
      by: ingrid,
    });
  });

  it('of one that could not takes who spoke for it, and never itself', () => {
    const { story, records, at, milan, ewa } = createHearingStory();
    const tried = (spokeFor: EntityId | null, spokeForToo = '') => records('couldNot', 'Met plaatjes', { spokeFor, spokeForToo });
    expect(story.when(records('couldNot', '', { spokeFor: ewa }))).toEqual(refused('HearingWordsMissing'));
    expect(story.when(tried(null, ' '))).toEqual(refused('SpokeForMissing'));
    expect(story.when(tried(milan))).toEqual(refused('SpokeForMissing'));
    expect(story.when(tried('person.x.1' as EntityId))).toEqual(refused('UnknownEntity'));
    story.given(tried(ewa));
    expect(at()).toMatchObject({ outcome: 'couldNot', record: { spokeFor: ewa } });
    story.on('2026-03-03');
    story.given(tried(null, 'De logopedist'));
    expect(at()).toMatchObject({ outcome: 'couldNot', record: { spokeFor: null, spokeForToo: 'De logopedist' } });
    story.on('2026-03-04');
    story.given(records('declined', 'Gevraagd', { spokeFor: ewa, spokeForToo: 'Opa' }));
    expect(at().record).toMatchObject({ outcome: 'declined', spokeFor: null, spokeForToo: '' });
  });

  it('is of a child of the plan at a meeting of the plan, not after today, by who is in it', () => {
    const { story, records, ewa, ingrid } = createHearingStory();
    expect(story.when(records('heard', WORDS, { child: ewa }))).toEqual(refused('UnknownEntity'));
    expect(story.when(records('heard', WORDS, { meeting: 'conference.x.1' as EntityId }))).toEqual(refused('UnknownEntity'));
    expect(story.when(records('heard', WORDS, { on: day('2026-03-03') }))).toEqual(refused('ValueInvalid', { field: 'on' }));
    story.given(records('heard', WORDS), set(ingrid, 'member', ''));
    expect(story.view().hearings[0]!.by).toBe(ingrid);
    expect(story.when(records('heard', WORDS))).toEqual(refused('NotInPlan'));
  });

  it('is done by professionals, and stays as it was written', () => {
    const { story, records, at } = createHearingStory();
    const hers = createPlanStory({ device: 'ewa-phone', roles: { ingrid: 'lead', ewa: 'caregiver' } });
    hers.hear(...story.written);
    hers.given(records('heard', WORDS));
    story.hear(...hers.written);
    expect(at().record).toBeNull();
    const row = story.made(records('heard', WORDS));
    expect(story.when(set(row, 'how', 'Niets'))).toEqual(refused('UseOwnCommand', { field: 'how' }));
    expect(story.when({ type: 'remove', entity: row })).toEqual(refused('RemovalNotAllowed'));
    expect(story.when({ type: 'add', kind: 'hearing', fields: { outcome: 'heard' } })).toEqual(
      refused('UseOwnCommand', { field: 'hearing' }),
    );
  });

  it('without words counts for nothing, whatever device wrote it', () => {
    const { story, at, conference, milan } = createHearingStory();
    const tick = (outcome: string, fields: Readonly<Record<string, unknown>> = {}) => {
      const desk = createStory('ingrid-desk', rulesFor({ ingrid: 'lead' }), story.state());
      const row = `hearing.ingrid.${outcome}` as EntityId;
      story.hear(
        desk.write(
          ...Object.entries({ child: milan, outcome, conference, ...fields }).map(
            ([field, value]) => ['set', row, field, value, []] as const,
          ),
        ),
      );
    };
    tick('heard');
    tick('declined', { how: ' ' });
    tick('couldNot', { how: 'Geprobeerd', spokeForToo: ' ' });
    expect(at()).toMatchObject({ outcome: null, record: null, isOpen: true });
    tick('couldNot', { spokeForToo: 'Opa' });
    expect(at()).toMatchObject({ outcome: 'couldNot' });
  });
});

describe("the team's answer back", () => {
  it('stands beside what was written down, and a child that spoke itself stays heard', () => {
    const { story, own, records, at, goal, milan, ingrid } = createHearingStory();
    story.given(records('heard', WORDS, { answer: 'Dat mag vanaf maandag' }));
    expect(at()).toMatchObject({ isAnswered: true, answers: [{ text: 'Dat mag vanaf maandag', by: ingrid }] });
    own({ type: 'sayOfGoal', goal, by: milan, text: 'Mag dat?', recordedBy: null, via: 'own' });
    story.given(records('declined', 'Gevraagd'));
    expect(at()).toMatchObject({ outcome: 'heard', own: [{ words: ['Mag dat?'] }] });
  });

  it('is enough to what the child said itself', () => {
    const { story, own, records, at, milan } = createHearingStory();
    own({ type: 'answerPlan', by: milan, reply: 'agreed', view: '', recordedBy: null, via: 'own', conference: null });
    expect(at()).toMatchObject({ outcome: 'heard', isAnswered: false, answers: [] });
    expect(story.when(records('heard', '', { answer: ' ' }))).toEqual(refused('HearingWordsMissing'));
    story.given(records('heard', '', { answer: 'Fijn' }));
    expect(at()).toMatchObject({ record: null, isAnswered: true, answers: [{ text: 'Fijn' }] });
  });

  it('is also the answer to each thing that it said of a goal', () => {
    const { story, own, at, goal, milan } = createHearingStory();
    const says = (text: string) => own({ type: 'sayOfGoal', goal, by: milan, text, recordedBy: null, via: 'own' });
    says('Ik ben bang');
    says('Voor de trap');
    const [first, second] = story.view().pupilVoices;
    story.given({ type: 'answerPupil', pupilVoice: first!.id, text: 'Juf loopt mee' });
    expect(at()).toMatchObject({ isAnswered: false, answers: [{ text: 'Juf loopt mee' }] });
    story.given({ type: 'answerPupil', pupilVoice: second!.id, text: 'Ook daar' });
    expect(at()).toMatchObject({ isAnswered: true });
  });
});

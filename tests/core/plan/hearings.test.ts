import { describe, expect, it, test } from 'vitest';
import { findClocks } from '../../../src/core/clocks/findClocks.ts';
import { readCandidates } from '../../../src/core/document/state.ts';
import { findHearings, hearingRight, hearingsAt } from '../../../src/core/plan/hearings.ts';
import { lookAtPlan, type PlanFacts } from '../../../src/core/plan/planLook.ts';
import { viewCase } from '../../../src/core/plan/viewCase.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { writeEnvelope } from '../../support/documentStory.ts';
import { day } from '../../support/planStory.ts';
import { createHearingStory, set } from './hearingStory.ts';

const WORDS = 'Ik wil naast Sem zitten';

describe('a child is heard by its own words', () => {
  const prepare = (meeting: EntityId, by: EntityId) => ({ type: 'beginPreparation', meeting, by, recordedBy: null, via: 'own' }) as const;

  it('in what it prepared on its own device: words, a face, or that it is ready', () => {
    const { own, his, at, conference, milan } = createHearingStory();
    own(prepare(conference, milan));
    expect(at()).toMatchObject({ outcome: null, own: [], isOpen: true });
    const { id } = his.view().preparations[0]!;
    own(set(id, 'mood', 'notGood'));
    expect(at()).toMatchObject({
      outcome: 'heard',
      isOpen: false,
      own: [{ id, from: 'preparation', words: [], mood: 'notGood', via: 'own' }],
    });
    own(set(id, 'mood', null), set(id, 'ready', true));
    expect(at().outcome).toBe('heard');
    own(set(id, 'worries', ' De trap '), set(id, 'wish', WORDS));
    expect(at().own).toMatchObject([{ words: ['De trap', WORDS] }]);
  });

  it('in what somebody prepared with it, by words or a drawing: a face alone is a tick', () => {
    const { story, at, conference, milan, ingrid } = createHearingStory();
    story.given({ ...prepare(conference, milan), recordedBy: ingrid, via: 'paper' });
    const { id } = story.view().preparations[0]!;
    story.given(set(id, 'mood', 'good'), set(id, 'ready', true));
    expect(at().outcome).toBeNull();
    story.given(set(id, 'drawing', 'M1,1'));
    expect(at()).toMatchObject({ outcome: 'heard', own: [{ via: 'paper', recordedBy: ingrid, words: [], drawing: 'M1,1' }] });
  });

  it('in what it says must be said at the conference, also once that was dealt with', () => {
    const { story, at, plan, conference, milan, zosia, ingrid } = createHearingStory();
    const point = (text: string, saidBy: EntityId, meeting: EntityId | null) =>
      story.made({ type: 'add', kind: 'point', fields: { text, kind: 'mustSay', saidBy, ...(meeting && { conference: meeting }) } });
    const evaluation = plan('evaluation', '2026-05-04');
    for (const meeting of [conference, evaluation]) story.given({ ...prepare(meeting, milan), recordedBy: ingrid, via: 'spoken' });
    point('Van Zosia', zosia, conference);
    point('Van geen gesprek', milan, null);
    expect(at().outcome).toBeNull();
    story.given(set(point(WORDS, milan, conference), 'handled', true));
    expect(at()).toMatchObject({ outcome: 'heard', own: [{ from: 'preparation', words: [WORDS], recordedBy: ingrid }] });
    expect(at(evaluation).own).toEqual([]);
  });

  it('in what it says of a goal, for the first meeting that ends after it', () => {
    const { story, own, at, plan, hold, finish, goal, conference, milan } = createHearingStory();
    const says = (text: string) => own({ type: 'sayOfGoal', goal, by: milan, text, recordedBy: null, via: 'own' });
    const stale = plan('conference', '2026-02-01');
    story.given({ type: 'startConference', conference });
    says(WORDS);
    expect([at().own, at(stale).own]).toMatchObject([[{ from: 'pupilVoice', words: [WORDS], via: 'own' }], []]);
    story.given({ type: 'cancelConference', conference: stale, reason: 'Ziek' });
    hold(conference, '2026-05-04');
    story.on('2026-05-04');
    const evaluation = story.view().evaluations[0]!.id;
    expect([at().outcome, at(evaluation).outcome]).toEqual(['heard', null]);
    says('Het gaat goed');
    finish(evaluation);
    expect(at(evaluation).own).toMatchObject([{ words: ['Het gaat goed'] }]);
    expect(at().own).toHaveLength(1);
  });

  it('in the face it gave a goal on its own device, or what it drew of it; a face that somebody ticked for it is none', () => {
    const { story, own, at, goal, milan, ingrid } = createHearingStory();
    const says = { type: 'sayOfGoal', goal, by: milan, text: '' } as const;
    story.given({ ...says, mood: 'good', recordedBy: ingrid, via: 'spoken' });
    expect(at().own).toEqual([]);
    own({ ...says, mood: 'notGood', recordedBy: null, via: 'own' });
    story.given({ ...says, drawing: 'M1,1', recordedBy: ingrid, via: 'paper' });
    expect(at().own).toMatchObject([
      { from: 'pupilVoice', words: [], mood: 'notGood', drawing: '' },
      { words: [], mood: null, drawing: 'M1,1' },
    ]);
  });

  it('in its answer to the plan; one that somebody ticked for it is none', () => {
    const { story, own, at, hold, plan, conference, milan, ingrid } = createHearingStory();
    const answer = { type: 'answerPlan', by: milan, reply: 'agreed', view: '', conference: null } as const;
    const ticked = { ...answer, recordedBy: ingrid, via: 'spoken', conference } as const;
    story.given(ticked);
    expect(at().outcome).toBeNull();
    story.given({ ...ticked, view: 'Goed plan' });
    expect(at().own).toMatchObject([{ from: 'answer', words: ['Goed plan'], recordedBy: ingrid }]);
    hold(conference, '2026-05-04');
    story.on('2026-03-09');
    const later = plan('conference', '2026-03-16');
    own({ ...answer, recordedBy: null, via: 'own' });
    expect([at().own.length, at(later).own.length]).toEqual([2, 0]);
  });

  it('at no known time, as another version wrote it, in the first meeting that ended', () => {
    const { story, own, hold, goal, conference, milan } = createHearingStory();
    const said = { by: milan, recordedBy: null, via: 'own' } as const;
    own({ type: 'sayOfGoal', ...said, goal, text: WORDS }, { type: 'answerPlan', ...said, reply: 'agreed', view: '', conference: null });
    hold(conference, '2026-05-04');
    const undated = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, at: null }));
    const { pupilVoices, allAnswers } = story.view();
    const view = { ...story.view(), pupilVoices: undated(pupilVoices), allAnswers: undated(allAnswers) };
    expect(findHearings(view, milan)[0]!.own.map(({ from }) => from)).toEqual(['pupilVoice', 'answer']);
  });

  it('in its answer to a first plan that is still being made', () => {
    const { own, at, milan } = createHearingStory();
    own({ type: 'answerPlan', by: milan, reply: 'notAgreed', view: WORDS, recordedBy: null, via: 'own', conference: null });
    expect(at().own).toMatchObject([{ from: 'answer', via: 'own' }]);
  });

  it('in no conference when it answers a plan that none made', () => {
    const { story, own, at, conference, plan, milan } = createHearingStory();
    story.given({ type: 'cancelConference', conference, reason: 'Ziek' });
    const evaluation = plan('evaluation', '2026-03-02');
    own({ type: 'answerPlan', by: milan, reply: 'agreed', view: '', recordedBy: null, via: 'own', conference: null });
    expect(at(evaluation).own).toEqual([]);
  });

  it('in how an evaluation was for it and what it says of a goal there; marks and faces only from its own device', () => {
    const { story, own, at, plan, goal, milan, ingrid } = createHearingStory();
    const evaluation = plan('evaluation', '2026-03-02');
    const recorded = { evaluation, by: milan, recordedBy: ingrid, via: 'spoken' } as const;
    story.given({ type: 'setExperience', ...recorded, grade: 8 }, { type: 'setAttainment', ...recorded, goal, level: 0 });
    expect(at(evaluation).outcome).toBeNull();
    story.given({ type: 'setAttainment', ...recorded, goal, remark: 'Ik durf nu' });
    expect(at(evaluation).own).toMatchObject([{ from: 'attainment', words: ['Ik durf nu'] }]);
    own({ type: 'giveExperience', evaluation, grade: 4 });
    own(prepare(evaluation, milan));
    expect(at(evaluation).own.map(({ from }) => from)).not.toContain('preparation');
    expect(at(evaluation).own.find(({ from }) => from === 'experience')).toMatchObject({ words: [], via: 'own' });
    expect(at().own).toEqual([]);
  });
});

describe('what is asked', () => {
  it('is drafting at the first conference, adjusting at later ones that change the plan, and every evaluation', () => {
    const { story, at, hold, plan, conference } = createHearingStory();
    expect(at()).toMatchObject({ moment: 'drafting', stage: 'coming', isOpen: true });
    hold(conference, '2026-05-04');
    expect(at()).toMatchObject({ moment: 'drafting', stage: 'over', isOpen: true });
    const same = plan('conference', '2026-03-16');
    expect(at(same)).toMatchObject({ moment: 'adjusting', stage: 'coming', isOpen: true });
    hold(same, '2026-05-04');
    expect(at(same)).toMatchObject({ moment: 'adjusting', stage: 'over', isChange: false, isOpen: false });
    const changing = plan('conference', '2026-03-20');
    story.given({ type: 'startConference', conference: changing });
    expect(at(changing)).toMatchObject({ stage: 'running', isOpen: true });
    story.given({ type: 'add', kind: 'agreement', fields: { text: 'Elke dag appen' } });
    hold(changing, '2026-05-04');
    expect(at(changing)).toMatchObject({ isChange: true, isOpen: true });
    const evaluation = story.view().evaluations[0]!.id;
    story.given({ type: 'startEvaluation', evaluation });
    expect(at(evaluation)).toMatchObject({ moment: 'evaluating', stage: 'running', isOpen: true });
  });

  test.each([
    ['2025-07-31', false],
    ['2025-08-01', true],
  ])('of a conference on %s since the law holds: %s', (today, isOpen) => {
    const { at, hold, conference, unheard } = createHearingStory(today);
    hold(conference, '2025-12-01');
    expect(at().isOpen).toBe(isOpen);
    expect(unheard()).toHaveLength(isOpen ? 1 : 0);
  });

  it('of no conference that was moved or called off, and of nothing without a day', () => {
    const { story, at, conference, plan } = createHearingStory();
    const evaluation = plan('evaluation', '2026-05-04');
    story.given({ type: 'moveConference', conference, to: day('2026-03-09'), at: '', reason: 'Ziek' });
    const moved = story.view().conferences.find(({ movedFrom }) => movedFrom === conference)!.id;
    expect([at(), at(moved)?.stage, at(evaluation)?.stage]).toEqual([undefined, 'coming', 'coming']);
    // As undo leaves it.
    for (const id of [moved, evaluation]) {
      const seen = readCandidates(story.state(), id, 'day').map((candidate) => candidate.id);
      story.hear(writeEnvelope(story.state(), 'ingrid-laptop', [['set', id, 'day', null, seen]]));
    }
    expect([at(moved), at(evaluation)]).toEqual([undefined, undefined]);
    expect(hearingsAt(story.view(), conference)).toEqual([]);
  });

  it('is an alarm from the beginning of the meeting, about the last of each', () => {
    const { story, hold, finish, plan, records, unheard, conference, milan } = createHearingStory();
    expect(unheard()).toEqual([]);
    story.given({ type: 'startConference', conference });
    expect(unheard()).toEqual([{ meeting: conference, people: [milan] }]);
    hold(conference, '2026-05-04');
    const evaluation = story.view().evaluations[0]!.id;
    finish(evaluation);
    expect(unheard().map(({ meeting }) => meeting)).toEqual([conference, evaluation]);
    const next = plan('conference', '2026-03-10');
    story.given({ type: 'add', kind: 'agreement', fields: { text: 'Appen' } });
    hold(next, '2026-06-01');
    expect(unheard().map(({ meeting }) => meeting)).toEqual([next, evaluation]);
    story.given(records('heard', WORDS, { meeting: next }), records('declined', 'Twee keer gevraagd', { meeting: evaluation }));
    expect(unheard()).toEqual([]);
  });

  it('comes ahead as a clock: the first meeting at which it is still to be heard', () => {
    const { story, plan, records, conference, milan } = createHearingStory();
    const evaluation = plan('evaluation', '2026-05-04');
    const clocks = () => findClocks(story.view(), day('2026-03-01')).filter(({ rule }) => rule === 'hearing');
    expect(clocks()).toMatchObject([{ on: '2026-03-02', person: milan, ...hearingRight }]);
    story.given(records('heard', WORDS, { meeting: conference }));
    expect(clocks()).toMatchObject([{ on: '2026-05-04' }]);
    story.given(records('heard', WORDS, { meeting: evaluation }));
    expect(clocks()).toEqual([]);
  });

  it('is in the first look, with what was written down of meetings that the page shows', () => {
    const { story, hold, plan, records, unheard, conference } = createHearingStory();
    const held = [conference, ...['2026-03-03', '2026-03-04', '2026-03-05'].map((on) => plan('conference', on))];
    for (const id of held) {
      story.given({ type: 'add', kind: 'agreement', fields: { text: id } });
      hold(id, '2026-05-04');
    }
    const rows = held.slice(0, 2).map((meeting) => story.made(records('heard', WORDS, { meeting })));
    const evaluated = story.made(records('heard', WORDS, { meeting: story.view().evaluations[0]!.id }));
    const { past, facts } = lookAtPlan(story.state(), story.view());
    expect([...rows, evaluated].map((id) => past.has(id))).toEqual([true, false, false]);
    expect((JSON.parse(facts) as PlanFacts).unheard).toEqual([{ meeting: held[3], children: unheard()[0]!.people }]);
    const { me, today, now } = story.context();
    const alarmsIn = (known: string) => viewCase({ ...story.state(), facts: known }, { me, today, now }).alarms.map(({ type }) => type);
    expect(alarmsIn(facts)).toContain('ChildrenNotHeard');
    const earlier = JSON.stringify({ ...(JSON.parse(facts) as PlanFacts), unheard: undefined });
    expect(alarmsIn(earlier)).not.toContain('ChildrenNotHeard');
  });
});

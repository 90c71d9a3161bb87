import { describe, expect, it } from 'vitest';
import { lookToState, stateToLook } from '../../../src/core/document/firstLook.ts';
import type { DocumentState } from '../../../src/core/document/state.ts';
import { lookAtPlan } from '../../../src/core/plan/planLook.ts';
import { viewCase } from '../../../src/core/plan/viewCase.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily, type PlanStory } from '../../support/planStory.ts';

/** The view of the case's page before the rest was read: asking for more is an error. */
function look(story: PlanStory) {
  const state = lookToState(stateToLook(story.state(), lookAtPlan(story.state(), story.view())), () => {
    throw new Error('asked for more than the look');
  }) as DocumentState;
  const { me, today, now } = story.context();
  return viewCase(state, { me: me satisfies MemberId, today, now });
}

function tellYears() {
  const story = createPlanStory();
  const family = givenFamily(story);
  const action = (what: string) => story.made({ type: 'add', kind: 'action', fields: { what, who: [family.ewa], due: day('2026-02-20') } });
  const report = (about: EntityId, status: 'busy' | 'done' | 'notDone', newDate: CivilDate | null = null) =>
    story.given({
      type: 'reportAction',
      action: about,
      by: family.ewa,
      via: 'spoken',
      recordedBy: family.ingrid,
      status,
      reason: status === 'notDone' ? 'Ziek' : '',
      newDate,
    });
  const goals = ['Rust', 'Lezen', 'Slapen'].map((statement) => story.made({ type: 'add', kind: 'goal', fields: { statement } }));
  story.given({ type: 'set', entity: goals[1]!, field: 'state', value: 'reached' });
  story.given({ type: 'set', entity: goals[2]!, field: 'state', value: 'dropped' });
  const [open, done, moved, given] = ['A', 'B', 'C', 'D'].map(action) as [EntityId, EntityId, EntityId, EntityId];
  report(done, 'busy');
  report(done, 'done');
  report(moved, 'notDone', day('2026-03-20'));
  report(moved, 'busy');
  report(moved, 'busy');
  report(given, 'notDone');
  story.given({ type: 'add', kind: 'point', fields: { text: 'later', kind: 'parked' } });
  return { story, family, goals, open, done, moved, given };
}

describe('the first look at a case', () => {
  it('has what is going on, as the whole case says it', () => {
    const { story, goals, open, moved, given } = tellYears();
    const [early, whole] = [look(story), story.view()];
    expect(early.goals).toEqual(whole.goals.filter(({ id }) => id === goals[0]));
    expect(early.actions.map(({ id }) => id)).toEqual([open, moved, given]);
    const facts = ({ status, dueNow, overdueDays, what, who }: (typeof whole.actions)[number]) => ({
      status,
      dueNow,
      overdueDays,
      what,
      who,
    });
    expect(early.actions.map(facts)).toEqual(whole.actions.filter(({ id }) => [open, moved, given].includes(id)).map(facts));
    expect(early.actions[1]!.reports.map(({ status }) => status)).toEqual(['notDone', 'busy']);
    expect(early.people).toEqual(whole.people);
    expect(early.family).toEqual(whole.family);
  });

  it('says the same of everything as the whole case where that depends on the past', () => {
    const { story } = tellYears();
    story.on('2026-04-02');
    const [early, whole] = [look(story), story.view()];
    for (const part of ['alarms', 'version', 'answers', 'conflicts', 'removed', 'coordinator', 'roles', 'conferences'] as const)
      expect(early[part]).toEqual(whole[part]);
    expect(whole.alarms).toContainEqual(expect.objectContaining({ type: 'NoCoordinator' }));
  });

  it('keeps a goal that was given up while its alarm stands', () => {
    const { story, goals, family } = tellYears();
    for (const on of ['2026-03-01', '2026-03-02']) {
      const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day(on) } });
      story.given({ type: 'startEvaluation', evaluation });
      const said = { evaluation, goal: goals[2]!, notStarted: false, remark: '', by: family.ewa, recordedBy: family.ingrid };
      story.given({ type: 'setAttainment', ...said, level: -2, via: 'spoken' });
      story.given({ type: 'set', entity: evaluation, field: 'decision', value: 'close' }, { type: 'finishEvaluation', evaluation });
    }
    expect(story.view().alarms).toContainEqual({ type: 'ScaleUpProposed', goal: goals[2] });
    expect(look(story).alarms).toEqual(story.view().alarms);
    expect(look(story).goals.map(({ id }) => id)).toEqual([goals[0], goals[2]]);
  });

  it('has the last conferences that are over, and counts what stands side by side also in what it leaves out', () => {
    const { story, goals, family } = tellYears();
    const days = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02', '2026-02-09'];
    const meetings = days.map((on, index) => {
      const fields = { day: day(on), present: [family.ewa], nextEvaluation: day('2026-06-01') };
      const conference = story.made({ type: 'add', kind: 'conference', fields });
      if (index === 1) story.given({ type: 'startConference', conference }, { type: 'endConference', conference });
      else if (index < 5) story.given({ type: 'cancelConference', conference, reason: 'Ziek' });
      return conference;
    });
    const set = { type: 'set', entity: goals[1]!, field: 'statement', basis: [] } as const;
    story.given({ ...set, value: 'Lezen thuis' }, { ...set, value: 'Lezen op school' });
    const [early, whole] = [look(story), story.view()];
    expect(early.conferences.map(({ id }) => id)).toEqual(meetings.slice(1));
    expect(whole.conferences).toHaveLength(6);
    expect(whole.alarms).toContainEqual({ type: 'Conflicts', count: 1 });
    expect(early.alarms).toEqual(whole.alarms);
    expect(early.goals.map(({ id }) => id)).toEqual([goals[0]]);
  });

  it('has the questions that wait and the last answered ones, and what was prepared for a meeting that comes', () => {
    const { story, family } = tellYears();
    const ask = (text: string, answer = '') => {
      const remark = story.made({ type: 'remark', kind: 'question', about: null, text });
      story.given({ type: 'answerRemark', remark, text: answer || 'Nog even' });
      return remark;
    };
    // Who asks and who answers is one person here: so each stays open.
    const asked = ['A', 'B', 'C', 'D', 'E'].map((text) => ask(text));
    const teller = createPlanStory({ device: 'karim-tablet', roles: { ingrid: 'lead', karim: 'professional' } });
    teller.hear(...story.written);
    const karim = teller.made({ type: 'add', kind: 'person', fields: { name: 'Karim', part: 'professional', member: 'karim' } });
    expect(karim).not.toBe('');
    for (const remark of asked.slice(1)) teller.given({ type: 'answerRemark', remark, text: 'Ja' });
    const meetings = ['2026-03-10', '2026-03-20'].map((on) => teller.made({ type: 'add', kind: 'conference', fields: { day: day(on) } }));
    for (const meeting of meetings) teller.given({ type: 'beginPreparation', meeting, by: karim, recordedBy: null, via: 'own' });
    teller.given({ type: 'cancelConference', conference: meetings[0]!, reason: 'Ziek' });
    const [early, whole] = [look(teller), teller.view()];
    expect(whole.remarks).toHaveLength(5);
    expect(early.remarks.map(({ text, isOpen }) => [text, isOpen])).toEqual([
      ['A', true],
      ['C', false],
      ['D', false],
      ['E', false],
    ]);
    expect(early.remarks[1]!.replies.map(({ text }) => text)).toEqual(['Nog even', 'Ja']);
    expect(early.preparations).toEqual(whole.preparations.filter(({ conference }) => conference === meetings[1]));
    expect(early.alarms).toEqual(whole.alarms);
    expect(family.ingrid).not.toBe(karim);
  });

  it('leaves what was said at meetings for later', () => {
    const { story } = tellYears();
    expect(() => look(story).points).toThrow('asked for more');
  });
});

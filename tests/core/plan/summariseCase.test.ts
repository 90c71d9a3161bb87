import { describe, expect, it } from 'vitest';
import { summariseCase } from '../../../src/core/plan/summariseCase.ts';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily, type PlanStory } from '../../support/planStory.ts';

const summarise = (story: PlanStory) =>
  summariseCase('case' as CaseId, story.view(), story.context().today, { mayMeet: true, stops: [], retention: null });
const family = 'family' as EntityId;

describe('a case in the list', () => {
  it('of an empty plan is at intake, with nobody and nothing', () => {
    expect(summarise(createPlanStory())).toMatchObject({
      phase: 'intake',
      children: [],
      coordinator: null,
      cover: null,
      nextConference: null,
      nextConferenceAt: '',
      nextEvaluation: null,
      goals: 0,
      myActions: [],
      searchText: '',
    });
  });

  it('says whether it is about whoever holds the device', () => {
    const story = createPlanStory();
    expect(summarise(story).amFamily).toBe(false);
    const { ingrid, ewa, milan } = givenFamily(story);
    expect(summarise(story).amFamily).toBe(false);
    story.given({ type: 'set', entity: ingrid, field: 'member', value: '' });
    story.given({ type: 'set', entity: ewa, field: 'member', value: story.context().me });
    expect(summarise(story)).toMatchObject({ amFamily: true, amChild: false });
    story.given({ type: 'set', entity: ewa, field: 'member', value: '' });
    story.given({ type: 'set', entity: milan, field: 'member', value: story.context().me });
    expect(summarise(story)).toMatchObject({ amFamily: true, amChild: true });
  });

  it('names the family, its children with their ages, who guards the plan and who stands in', () => {
    const story = createPlanStory();
    const { ingrid, lotte, ewa } = givenFamily(story);
    story.given({ type: 'add', kind: 'person', fields: { name: 'Baby', part: 'child' } });
    story.given({ type: 'set', entity: family, field: 'name', value: 'Zomaar' });
    story.given({ type: 'set', entity: family, field: 'phase', value: 'carryingOut' });
    story.given({ type: 'set', entity: family, field: 'preferredCoordinator', value: ewa });
    const turn = story.made({ type: 'proposeCoordinator', person: ingrid, proposedBy: null });
    story.given({ type: 'acceptCoordinator', turn, via: 'own', recordedBy: null, cover: lotte, reachability: '' });
    const summary = summarise(story);
    expect(summary).toMatchObject({
      name: 'Zomaar',
      phase: 'carryingOut',
      coordinator: 'Ingrid',
      cover: 'Juf Lotte',
      preferredCoordinator: 'Ewa',
    });
    expect(summary.children.map(({ name, age }) => [name, age])).toEqual([
      ['Milan', 9],
      ['Zosia', 6],
      ['Baby', null],
    ]);
    expect(summary.searchText).toContain('zomaar milan');
  });

  it('counts goals and actions, and lists mine', () => {
    const story = createPlanStory();
    const { ingrid, ewa } = givenFamily(story);
    story.given(
      { type: 'add', kind: 'goal', fields: { statement: 'Op tijd', state: 'active' } },
      { type: 'add', kind: 'goal', fields: { statement: 'Niet meer', state: 'dropped' } },
      { type: 'add', kind: 'action', fields: { what: 'Bellen', who: [ingrid], due: day('2026-03-01') } },
    );
    const done = story.made({ type: 'add', kind: 'action', fields: { what: 'Pictokaart', who: [ewa] } });
    const report = { status: 'done', reason: '', newDate: null, by: ewa, recordedBy: ingrid, via: 'paper' } as const;
    story.given({ type: 'reportAction', action: done, ...report });
    expect(summarise(story)).toMatchObject({
      goals: 1,
      actionsTotal: 2,
      actionsKept: 1,
      actionsOverdue: 1,
      myActions: [{ what: 'Bellen', due: '2026-03-01', status: 'open' }],
    });
  });

  it('knows the next conference and evaluation, and which conference is open', () => {
    const story = createPlanStory();
    const { ewa, lotte } = givenFamily(story);
    const conference = (on: string, fields: object = {}) =>
      story.made({ type: 'add', kind: 'conference', fields: { day: day(on), ...fields } });
    const past = conference('2026-03-01', { invited: [ewa], present: [ewa, lotte] });
    const cancelled = conference('2026-03-03');
    conference('2026-03-04', { at: '15:30' });
    story.given({ type: 'add', kind: 'evaluation', fields: { day: day('2026-05-04') } });
    story.given({ type: 'startConference', conference: past }, { type: 'cancelConference', conference: cancelled, reason: 'Ziek' });
    const summary = summarise(story);
    expect(summary).toMatchObject({ nextConference: '2026-03-04', nextConferenceAt: '15:30', nextEvaluation: '2026-05-04' });
    expect(summary.conferences.map(({ isOpen, people }) => [isOpen, people])).toEqual([
      [true, 2],
      [false, 0],
      [false, 0],
    ]);
    expect(summary.evaluations).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { lookAtPlan } from '../../../src/core/plan/planLook.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, givenFamily, refused } from '../../support/planStory.ts';

const set = (entity: EntityId, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;
const roles = { ingrid: 'lead', ewa: 'caregiver' } as const;
const nobody = 'familyGoal.x.1' as EntityId;
const WORDS = 'Dat we samen kunnen eten zonder ruzie';

/** Ewa wrote a goal of the family's own on her phone, and Ingrid's device heard of it. */
function begin() {
  const story = createPlanStory({ roles });
  const family = givenFamily(story);
  story.given(set(family.ewa, 'member', 'ewa'));
  const hers = createPlanStory({ device: 'ewa-phone', roles });
  hers.hear(...story.written);
  const goal = hers.made({ type: 'add', kind: 'familyGoal', fields: { text: WORDS, by: family.ewa } });
  story.hear(...hers.written);
  return { story, hers, goal, ...family };
}
const adopt = (familyGoal: EntityId) => ({ type: 'adoptFamilyGoal', familyGoal }) as const;
const decline = (familyGoal: EntityId, reason: string) => ({ type: 'declineFamilyGoal', familyGoal, reason }) as const;

describe("a goal of the family's own plan", () => {
  it('waits, by whoever wrote it, with strengths, concerns and helpers beside it', () => {
    const { story, hers, goal, ewa, ingrid } = begin();
    hers.given(
      { type: 'add', kind: 'strength', fields: { text: 'Oma kookt', domain: 'home', saidBy: ewa } },
      { type: 'add', kind: 'concern', fields: { text: 'Ruzie aan tafel', domain: 'home', saidBy: ewa } },
      { type: 'add', kind: 'person', fields: { name: 'Tante Ola', part: 'network', relation: 'Haalt Milan op' } },
      { type: 'add', kind: 'familyGoal', fields: { text: 'Rust', by: ingrid } },
    );
    story.hear(...hers.written);
    expect(story.view()).toMatchObject({ strengths: [{ author: 'ewa' }], concerns: [{ author: 'ewa' }], goals: [] });
    expect(story.view().network.map(({ name }) => name)).toContain('Tante Ola');
    expect(story.view().familyGoals).toMatchObject([
      { id: goal, text: WORDS, by: ewa, goal: null, declined: null, adoptions: [] },
      { text: 'Rust', by: ewa },
    ]);
  });

  it('is adopted by reference: the words stay the family’s, and only theirs to change', () => {
    const { story, hers, goal, ewa, ingrid } = begin();
    story.given(adopt(goal));
    const [adopted] = story.view().goals;
    expect(adopted).toMatchObject({ statement: WORDS, wordsOf: ewa, kind: 'family', state: 'active' });
    expect(story.view().familyGoals).toMatchObject([{ goal: adopted!.id, declined: null, adoptions: [{ by: ingrid }] }]);
    expect(story.when(set(adopted!.id, 'statement', 'Gezinsklimaat verbeteren'))).toEqual(refused('UseOwnCommand', { field: 'statement' }));
    expect(story.when(adopt(goal))).toEqual(refused('AlreadyAccepted'));
    expect(story.when(decline(goal, 'Toch niet'))).toEqual(refused('AlreadyAccepted'));
    story.given(set(adopted!.id, 'level0', 'Drie avonden'), set(goal, 'text', 'Geverfd door Ingrid'));
    expect(story.view().goals[0]!.statement).toBe(WORDS);
    hers.hear(...story.written);
    hers.given(set(goal, 'text', `${WORDS}, elke dag`));
    story.hear(...hers.written);
    expect(story.view().goals).toMatchObject([{ statement: `${WORDS}, elke dag`, level0: 'Drie avonden' }]);
  });

  it('waits again when its goal is taken out of the plan, and the plan keeps the words when the family takes its own away', () => {
    const { story, hers, goal } = begin();
    story.given(adopt(goal));
    const { id } = story.view().goals[0]!;
    story.given({ type: 'remove', entity: id });
    expect(story.view().familyGoals).toMatchObject([{ goal: null, declined: null }]);
    story.given({ type: 'restore', entity: id });
    expect(story.view().takenBack).toEqual([]);
    hers.hear(...story.written);
    hers.given({ type: 'remove', entity: goal });
    story.hear(...hers.written);
    expect(story.view()).toMatchObject({ familyGoals: [], goals: [{ statement: WORDS }], takenBack: [{ id }] });
  });

  it('that the team does not adopt says why, and can be adopted later', () => {
    const { story, hers, goal, ingrid } = begin();
    expect(story.when(decline(goal, ' '))).toEqual(refused('ReasonMissing'));
    story.given(decline(goal, 'Eerst slapen '));
    hers.hear(...story.written);
    expect(hers.view()).toMatchObject({ goals: [], familyGoals: [{ goal: null, declined: { reason: 'Eerst slapen', by: ingrid } }] });
    const { id } = hers.view().familyGoals[0]!.declined!;
    expect(story.when({ type: 'remove', entity: id })).toEqual(refused('RemovalNotAllowed'));
    story.given(set(ingrid, 'member', ''));
    expect(story.view().familyGoals[0]!.declined!.by).toBe(ingrid);
    story.given(set(ingrid, 'member', 'ingrid'), adopt(goal));
    expect(story.view().familyGoals).toMatchObject([{ goal: story.view().goals[0]!.id, declined: null }]);
  });

  it('is an alarm for as long as it was neither adopted nor declined', () => {
    const { story, hers, goal, ewa } = begin();
    const other = hers.made({ type: 'add', kind: 'familyGoal', fields: { text: 'Rust', by: ewa } });
    story.hear(...hers.written);
    const waiting = () => story.view().alarms.filter(({ type }) => type === 'FamilyGoalsOpen');
    expect(waiting()).toEqual([{ type: 'FamilyGoalsOpen', count: 2 }]);
    story.given(adopt(goal));
    expect(waiting()).toEqual([{ type: 'FamilyGoalsOpen', count: 1 }]);
    story.given(decline(other, 'Eerst slapen'));
    expect(waiting()).toEqual([]);
    story.given({ type: 'remove', entity: story.view().goals[0]!.id });
    expect(waiting()).toEqual([{ type: 'FamilyGoalsOpen', count: 1 }]);
  });

  it('that two adopt apart from each other stands twice, in the family’s words, until one is taken out', () => {
    const { story, hers, goal, ewa } = begin();
    const other = createPlanStory({ device: 'ingrid-tablet', roles });
    other.hear(...story.written, ...hers.written);
    story.given(adopt(goal));
    other.given(adopt(goal));
    story.hear(...other.written);
    hers.hear(...story.written);
    hers.given(set(goal, 'text', 'Samen eten'));
    story.hear(...hers.written);
    const twice = () => story.view().alarms.filter(({ type }) => type === 'FamilyGoalTwice');
    const [one, another] = story.view().goals;
    expect(story.view().goals).toMatchObject(Array(2).fill({ statement: 'Samen eten', wordsOf: ewa }));
    for (const { id } of [one!, another!])
      expect(story.when(set(id, 'statement', 'Eten'))).toEqual(refused('UseOwnCommand', { field: 'statement' }));
    expect(twice()).toEqual([{ type: 'FamilyGoalTwice', familyGoal: goal }]);
    for (const [gone, stays] of [
      [one!, another!],
      [another!, one!],
    ] as const) {
      story.given({ type: 'remove', entity: gone.id });
      expect([twice(), story.view().familyGoals[0]!.goal]).toEqual([[], stays.id]);
      story.given({ type: 'restore', entity: gone.id });
    }
  });

  it('is in the plan when one adopts and another declines apart from each other', () => {
    const { story, hers, goal } = begin();
    const other = createPlanStory({ device: 'ingrid-tablet', roles });
    other.hear(...story.written, ...hers.written);
    story.given(adopt(goal));
    other.on('2026-12-01');
    other.given(decline(goal, 'Eerst slapen'));
    story.hear(...other.written);
    expect(story.view().familyGoals).toMatchObject([{ goal: story.view().goals[0]!.id, declined: null }]);
  });

  it('is decided about only by who is in the plan, and by professionals', () => {
    const { story, hers, goal, ingrid } = begin();
    expect(story.when(adopt(nobody))).toEqual(refused('UnknownEntity'));
    expect(story.when(decline(nobody, 'Nee'))).toEqual(refused('UnknownEntity'));
    hers.when(decline(goal, 'Nee'));
    expect(hers.view().familyGoals).toMatchObject([{ declined: null }]);
    story.given(set(ingrid, 'member', ''));
    expect(story.when(adopt(goal))).toEqual(refused('NotInPlan'));
    expect(story.when(decline(goal, 'Nee'))).toEqual(refused('NotInPlan'));
  });

  it('is left out of a first look together with the goal that it became', () => {
    const { story, goal } = begin();
    const past = () => lookAtPlan(story.state(), story.view()).past;
    story.given(adopt(goal));
    expect(past().has(goal)).toBe(false);
    story.given(set(story.view().goals[0]!.id, 'state', 'reached'));
    const { adoptions } = story.view().familyGoals[0]!;
    expect([goal, adoptions[0]!.id].every((id) => past().has(id))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../src/core/plan/planSchema.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily } from '../../support/planStory.ts';

const roles = { ingrid: 'lead', karim: 'professional' } as const;

describe('the view of a case', () => {
  it('of an empty plan is empty, and complete', () => {
    const view = createPlanStory().view();
    expect(view.family).toMatchObject({ name: '', phase: null, existingPlan: null, analysis: '' });
    expect(
      Object.values(view)
        .filter((list) => Array.isArray(list))
        .flat(),
    ).toEqual([]);
    expect(view).toMatchObject({ people: [], goals: [], me: null, coordinator: null, alarms: [], conflicts: [], removed: [], answers: [] });
  });

  it('puts people in their part, and knows who holds the device', () => {
    const story = createPlanStory();
    const { milan, zosia, ewa, bart, lotte, ingrid } = givenFamily(story);
    story.given({ type: 'add', kind: 'person', fields: { name: 'Oma', part: 'network', relation: 'oma' } });
    const { children, caregivers, network, professionals, me, people } = story.view();
    const ids = (list: typeof people) => list.map(({ id }) => id);
    expect([ids(children), ids(caregivers), network.length, ids(professionals)]).toEqual([[milan, zosia], [ewa, bart], 1, [lotte, ingrid]]);
    expect(me?.id).toBe(ingrid);
    expect(people).toHaveLength(7);
  });

  it('lists conferences and evaluations by day', () => {
    const story = createPlanStory();
    for (const on of ['2026-05-01', '2026-03-01', '2026-04-01', '2026-04-01']) {
      story.given({ type: 'add', kind: 'conference', fields: { day: day(on) } });
      story.given({ type: 'add', kind: 'evaluation', fields: { day: day(on) } });
    }
    const sorted = ['2026-03-01', '2026-04-01', '2026-04-01', '2026-05-01'];
    expect(story.view().conferences.map((one) => one.day)).toEqual(sorted);
    expect(story.view().evaluations.map((one) => one.day)).toEqual(sorted);
  });

  it('puts what this version cannot read as a day first', () => {
    const story = createPlanStory({ roles });
    const [first, second, third] = ['2026-03-01', '2026-05-01', '2026-04-01'].map((on) =>
      story.made({ type: 'add', kind: 'conference', fields: { day: day(on) } }),
    ) as [EntityId, EntityId, EntityId];
    const newer = createStory('karim-tablet', rulesFor(roles), story.state());
    for (const strange of [second, third]) story.hear(newer.write(['set', strange, 'day', 'next week', newer.ids(strange, 'day')]));
    expect(story.view().conferences.map(({ id }) => id)).toEqual([second, third, first]);
  });

  it('names every cell in which two wrote, of every kind', () => {
    const [here, there] = [createPlanStory({ roles }), createPlanStory({ roles, device: 'karim-tablet' })];
    const { ewa } = givenFamily(here);
    there.hear(...here.written);
    for (const [story, value] of [
      [here, 'A'],
      [there, 'B'],
    ] as const) {
      story.given({ type: 'set', entity: 'family' as EntityId, field: 'name', value });
      story.given({ type: 'set', entity: ewa, field: 'phone', value });
    }
    here.hear(...there.written);
    expect(here.view().conflicts.map(({ kind, field, candidates }) => [kind, field, candidates.length])).toEqual([
      ['family', 'name', 2],
      ['person', 'phone', 2],
    ]);
  });

  it('keeps what one took away while another was writing in it', () => {
    const [here, there] = [createPlanStory({ roles }), createPlanStory({ roles, device: 'karim-tablet' })];
    const goal = here.made({ type: 'add', kind: 'goal', fields: { statement: 'Op tijd' } });
    there.hear(...here.written);
    here.given({ type: 'remove', entity: goal });
    there.given({ type: 'set', entity: goal, field: 'level0', value: 'Elke dag' });
    here.hear(...there.written);
    expect(here.view().goals).toMatchObject([{ id: goal, editedAfterDeletion: true }]);
    expect(here.view().removed).toEqual([]);
  });

  it('lists what was taken away, newest first, by words that people recognise', () => {
    const story = createPlanStory();
    const { ewa } = givenFamily(story);
    const action = story.made({ type: 'add', kind: 'action', fields: { what: 'Bellen' } });
    const conference = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09') } });
    for (const entity of [action, ewa, conference]) story.given({ type: 'remove', entity });
    expect(story.view().removed.map(({ kind, label }) => [kind, label])).toEqual([
      ['conference', ''],
      ['person', 'Ewa'],
      ['action', 'Bellen'],
    ]);
  });

  it('leaves out what an author may not write', () => {
    const readers = { ingrid: 'lead', bart: 'reader' } as const;
    const story = createPlanStory({ roles: readers });
    const bart = createStory('bart-phone', rulesFor(readers), story.state());
    story.hear(bart.write(['set', 'goal.bart.1' as EntityId, 'statement', 'Van wie alleen leest', []]));
    expect(story.view().goals).toEqual([]);
  });
});

describe('SPEC 12b: an answer that another device claims to be someone’s own', () => {
  it('is shown as written down by whoever wrote it, and is not put before what the person said', () => {
    const story = createPlanStory({ roles });
    const { ewa, ingrid } = givenFamily(story);
    const karim = story.made({ type: 'add', kind: 'person', fields: { name: 'Karim', part: 'professional', member: 'karim' } });
    story.given({ type: 'answerPlan', by: ingrid, reply: 'agreed', view: '', recordedBy: null, via: 'own', conference: null });
    const tablet = createStory('karim-tablet', rulesFor(roles), story.state());
    const claim = (id: string, by: EntityId) => {
      const fields = { by, version: story.view().version, reply: 'notAgreed', via: 'own' };
      return tablet.write(...Object.entries(fields).map(([field, value]) => ['set', id as EntityId, field, value, []] as const));
    };
    story.hear(claim('answer.karim.1', ingrid), claim('answer.karim.2', ewa), claim('answer.karim.3', karim));
    const answers = new Map(story.view().answers.map(({ by, reply, via, recordedBy }) => [by, { reply, via, recordedBy }]));
    expect(answers.get(ingrid)).toEqual({ reply: 'agreed', via: 'own', recordedBy: null });
    expect(answers.get(ewa)).toEqual({ reply: 'notAgreed', via: 'spoken', recordedBy: karim });
    expect(answers.get(karim)).toEqual({ reply: 'notAgreed', via: 'own', recordedBy: null });
    expect(story.view().allAnswers).toHaveLength(4);
  });

  it('of nobody counts for nobody, and a writer whom the plan does not name stays unnamed', () => {
    const story = createPlanStory({ roles });
    const { ewa } = givenFamily(story);
    const tablet = createStory('karim-tablet', rulesFor(roles), story.state());
    story.hear(
      tablet.write(['set', 'answer.karim.1' as EntityId, 'via', 'own', []]),
      tablet.write(['set', 'answer.karim.2' as EntityId, 'by', ewa, []], ['set', 'answer.karim.2' as EntityId, 'via', 'own', []]),
    );
    expect(story.view().answers).toMatchObject([{ by: ewa, via: 'spoken', recordedBy: null, current: false }]);
  });
});

it('every kind of the plan has a place in the view', () => {
  const shown = new Set(Object.keys(createPlanStory().view()));
  const plural: Readonly<Record<string, string>> = {
    family: 'family',
    person: 'people',
    authority: 'authorities',
    kept: 'kept',
    report: 'actions',
    remarkReply: 'remarks',
    adoption: 'familyGoals',
    pupilVoiceReply: 'pupilVoices',
    companionReply: 'companions',
  };
  const missing = Object.keys(planSchema).filter((kind) => !shown.has(plural[kind] ?? `${kind}s`));
  expect(missing.filter((kind) => kind !== 'earlierHelp')).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { goalsAbout, helpingWith, ownWords } from '../../../src/core/plan/childsPlan.ts';
import type { CaseView, PupilVoice, Remark } from '../../../src/core/plan/caseView.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily } from '../../support/planStory.ts';

const TODAY = day('2026-03-02');

/** The family with a goal of Milan, one of all, one of Zosia and one of the mother. */
function begin() {
  const story = createPlanStory();
  const family = givenFamily(story);
  const goal = (statement: string, fields: { about?: readonly EntityId[]; wholeFamily?: boolean; state?: 'active' | 'dropped' }) =>
    story.made({ type: 'add', kind: 'goal', fields: { statement, state: 'active', ...fields } });
  const goals = {
    his: goal('Rustig de klas in', { about: [family.milan] }),
    all: goal('Rustige ochtend', { wholeFamily: true }),
    open: goal('Meer samen', {}),
    hers: goal('Zelf fietsen', { about: [family.zosia] }),
    mothers: goal('Schulden regelen', { about: [family.ewa] }),
    dropped: goal('Eerder naar bed', { about: [family.milan], state: 'dropped' }),
  };
  return { story, goals, ...family };
}

describe('what of the plan is about a child', () => {
  it('are its own goals, those of all and those that name nobody', () => {
    const { story, goals, milan } = begin();
    expect(goalsAbout(story.view(), milan).map(({ id }) => id)).toEqual([goals.his, goals.all, goals.open]);
  });

  it('are those who help, with what they still do for those goals: the coordinator first, then its own people', () => {
    const { story, goals, milan, zosia, ewa, bart, lotte, ingrid } = begin();
    const action = (what: string, who: readonly EntityId[], forGoals: readonly EntityId[]) =>
      story.made({ type: 'add', kind: 'action', fields: { what, who, goals: forGoals } });
    const meets = action('Wacht bij de deur', [lotte, ewa], [goals.his]);
    const done = action('Plek inrichten', [lotte], [goals.his]);
    action('Naar de bank', [ewa], [goals.mothers]);
    action('Iets anders', [ewa], []);
    story.given({
      type: 'reportAction',
      action: done,
      by: lotte,
      recordedBy: ingrid,
      via: 'spoken',
      status: 'done',
      reason: '',
      newDate: null,
    });
    const oma = story.made({ type: 'add', kind: 'person', fields: { name: 'Oma', part: 'network' } });
    const gone = story.made({ type: 'add', kind: 'person', fields: { name: 'Kim', part: 'professional', until: day('2026-03-01') } });
    const helps = () => helpingWith(story.view(), milan, TODAY).map(({ person, does }) => [person.id, does.map(({ id }) => id)]);
    expect(helps()).toEqual([
      [ewa, [meets]],
      [bart, []],
      [lotte, [meets]],
      [oma, []],
      [ingrid, []],
    ]);
    story.given({ type: 'set', entity: gone, field: 'until', value: TODAY });
    story.given({ type: 'proposeCoordinator', person: ingrid, proposedBy: ewa });
    const [turn] = story.view().coordinatorTurns;
    story.given({ type: 'acceptCoordinator', turn: turn!.id, via: 'own', recordedBy: null, cover: null, reachability: '' });
    expect(helps().map(([id]) => id)).toEqual([ingrid, ewa, bart, lotte, oma, gone]);
    expect(helpingWith(story.view(), zosia, TODAY).flatMap(({ does }) => does)).toEqual([]);
  });

  it('are its own words, what was answered first and the newest first', () => {
    const me = 'person.milan' as EntityId;
    const said = (id: string, at: number | null, isOpen: boolean, by: string = me) => ({ id, at, isOpen, by });
    const view = {
      pupilVoices: [said('goal.open', 5, true), said('goal.answered', 2, false), said('goal.other', 9, true, 'person.zosia')],
      remarks: [said('remark.undated', null, true), said('remark.answered', 3, false), said('remark.undatedToo', null, true)],
    } as unknown as { readonly pupilVoices: readonly PupilVoice[]; readonly remarks: readonly Remark[] } & CaseView;
    expect(ownWords(view, me).map(({ id, saidOf }) => `${saidOf}: ${id}`)).toEqual([
      'anything: remark.answered',
      'goal: goal.answered',
      'goal: goal.open',
      'anything: remark.undated',
      'anything: remark.undatedToo',
    ]);
  });
});

import type { CommandOf } from '../../../src/core/plan/decidePlan.ts';
import { findHearings } from '../../../src/core/plan/hearings.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily } from '../../support/planStory.ts';

export const set = (entity: EntityId, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;

/** A plan about Milan, with a conference on its first day, on Ingrid's device and on Milan's own. */
export function createHearingStory(today = '2026-03-02') {
  const roles = { ingrid: 'lead', ewa: 'caregiver', milan: 'youngPerson' } as const;
  const story = createPlanStory({ roles, today });
  const people = givenFamily(story);
  const { milan, zosia, ewa } = people;
  story.given({ type: 'remove', entity: zosia }, set(milan, 'member', 'milan'), set(ewa, 'member', 'ewa'));
  const goal = story.made({ type: 'add', kind: 'goal', fields: { statement: 'Rustig de klas in' } });
  const plan = (kind: 'conference' | 'evaluation', on: string) => story.made({ type: 'add', kind, fields: { day: day(on) } });
  const conference = plan('conference', today);
  const his = createPlanStory({ device: 'milan-phone', roles, today });
  his.hear(...story.written);
  /** What Milan does on his own device; then both know the same. */
  const own = (...commands: readonly PlanCommand[]) => {
    his.hear(...story.written);
    his.on(story.context().today);
    his.given(...commands);
    story.hear(...his.written);
  };
  const hold = (meeting: EntityId, next: string) => {
    story.given({ type: 'startConference', conference: meeting });
    story.given(set(meeting, 'present', [ewa]), set(meeting, 'nextEvaluation', day(next)), { type: 'endConference', conference: meeting });
  };
  const finish = (evaluation: EntityId) =>
    story.given({ type: 'startEvaluation', evaluation }, set(evaluation, 'decision', 'close'), { type: 'finishEvaluation', evaluation });
  const records = (
    outcome: CommandOf<'recordHearing'>['outcome'],
    how: string,
    differently: Partial<CommandOf<'recordHearing'>> = {},
  ): CommandOf<'recordHearing'> => ({
    type: 'recordHearing',
    child: milan,
    meeting: conference,
    outcome,
    how,
    spokeFor: null,
    spokeForToo: '',
    on: story.context().today,
    answer: '',
    ...differently,
  });
  const at = (meeting: EntityId = conference) => findHearings(story.view(), milan).find(({ id }) => id === meeting)!;
  const unheard = () =>
    story.view().alarms.flatMap((alarm) => (alarm.type === 'ChildrenNotHeard' ? [{ meeting: alarm.meeting, people: alarm.people }] : []));
  return { story, his, own, goal, conference, plan, hold, finish, records, at, unheard, ...people };
}

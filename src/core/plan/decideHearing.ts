import { kindOf } from '../document/entityId.ts';
import { err } from '../shared/result.ts';
import { addEntity, type Decider } from './decidePlan.ts';
import { hearingsAt } from './hearings.ts';

export const recordHearing: Decider<'recordHearing'> = (command, { state, view, context }) => {
  const { child, meeting, outcome, on } = command;
  const heard = hearingsAt(view, meeting).find((one) => one.child === child);
  if (!heard) return err({ type: 'UnknownEntity' });
  if (!view.me) return err({ type: 'NotInPlan' });
  const [how, answer] = [command.how.trim(), command.answer.trim()];
  // To what the child said itself an answer is enough; anything else takes words, so that it is never only a tick.
  const isAnswer = outcome === 'heard' && heard.outcome === 'heard' && answer !== '';
  if (how === '' && !isAnswer) return err({ type: 'HearingWordsMissing' });
  const spoke = outcome === 'couldNot' ? { spokeFor: command.spokeFor, spokeForToo: command.spokeForToo.trim() } : NOBODY;
  const isSpokenFor = spoke.spokeFor !== null || spoke.spokeForToo !== '';
  if (outcome === 'couldNot' && (!isSpokenFor || spoke.spokeFor === child)) return err({ type: 'SpokeForMissing' });
  if (spoke.spokeFor !== null && !view.people.some(({ id }) => id === spoke.spokeFor)) return err({ type: 'UnknownEntity' });
  if (on > context.today) return err({ type: 'ValueInvalid', field: 'on' });
  return addEntity(state, context.newId('hearing'), {
    child,
    moment: heard.moment,
    outcome,
    how,
    ...spoke,
    [kindOf(meeting)]: meeting,
    on,
    answer,
    by: view.me.id,
    at: context.now,
  });
};

const NOBODY = { spokeFor: null, spokeForToo: '' };

import { err } from '../shared/result.ts';
import { addEntity, type Decider, join, lastOrder } from './decidePlan.ts';

export const adoptFamilyGoal: Decider<'adoptFamilyGoal'> = ({ familyGoal: id }, { state, view, context }) => {
  const familyGoal = view.familyGoals.find((one) => one.id === id);
  if (!familyGoal) return err({ type: 'UnknownEntity' });
  if (familyGoal.goal !== null) return err({ type: 'AlreadyAccepted' });
  if (!view.me) return err({ type: 'NotInPlan' });
  const goal = context.newId('goal');
  // The words are in it as well, for when the family takes its own away.
  const { text: statement, by: wordsOf } = familyGoal;
  return join(
    addEntity(state, goal, { statement, wordsOf, kind: 'family', state: 'active', order: lastOrder(state, 'goal') }),
    addEntity(state, context.newId('adoption'), { familyGoal: id, goal, by: view.me.id, at: context.now }),
  );
};

export const declineFamilyGoal: Decider<'declineFamilyGoal'> = ({ familyGoal: id, reason }, { state, view, context }) => {
  const familyGoal = view.familyGoals.find((one) => one.id === id);
  if (!familyGoal) return err({ type: 'UnknownEntity' });
  if (familyGoal.goal !== null) return err({ type: 'AlreadyAccepted' });
  if (reason.trim() === '') return err({ type: 'ReasonMissing' });
  if (!view.me) return err({ type: 'NotInPlan' });
  return addEntity(state, context.newId('adoption'), { familyGoal: id, reason: reason.trim(), by: view.me.id, at: context.now });
};

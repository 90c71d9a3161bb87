import { err } from '../shared/result.ts';
import { addEntity, type Decider } from './decidePlan.ts';
import { refuseVoice } from './decideRoles.ts';

export const sayOfGoal: Decider<'sayOfGoal'> = (
  { goal, by, text, mood = null, drawing = '', recordedBy, via },
  { state, view, context },
) => {
  const words = text.trim();
  if (words + drawing === '' && mood === null) return err({ type: 'RemarkMissing' });
  const isKnown = view.goals.some(({ id }) => id === goal) && view.children.some(({ id }) => id === by);
  const refused = isKnown ? refuseVoice(view, by, via, recordedBy) : ({ type: 'UnknownEntity' } as const);
  if (refused) return err(refused);
  return addEntity(state, context.newId('pupilVoice'), { goal, by, recordedBy, via, text: words, mood, drawing, at: context.now });
};

export const answerPupil: Decider<'answerPupil'> = ({ pupilVoice, text }, { state, view, context }) => {
  const words = text.trim();
  if (words === '') return err({ type: 'RemarkMissing' });
  if (!view.pupilVoices.some(({ id }) => id === pupilVoice)) return err({ type: 'UnknownEntity' });
  if (!view.me) return err({ type: 'NotInPlan' });
  return addEntity(state, context.newId('pupilVoiceReply'), { pupilVoice, text: words, by: view.me.id, at: context.now });
};

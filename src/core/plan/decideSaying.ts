import { exists } from '../document/edit.ts';
import { kindOf } from '../document/entityId.ts';
import { isDeleted } from '../document/state.ts';
import { err } from '../shared/result.ts';
import { addEntity, type Decider, join, restore, setFields } from './decidePlan.ts';
import { refuseVoice } from './decideRoles.ts';
import { preparationId } from './preparationId.ts';
import { planSchema } from './planSchema.ts';

export const beginPreparation: Decider<'beginPreparation'> = ({ meeting, by, recordedBy, via }, situation) => {
  const { state, view, context } = situation;
  const isPlanned = [...view.conferences, ...view.evaluations].some(({ id }) => id === meeting);
  const refused = isPlanned ? refuseVoice(view, by, via, recordedBy) : ({ type: 'UnknownEntity' } as const);
  if (refused) return err(refused);
  const entity = preparationId(context.me, by, meeting);
  const begun = setFields(state, entity, { by, recordedBy, via, [kindOf(meeting)]: meeting });
  return isDeleted(state, entity) ? join(restore({ type: 'restore', entity }, situation), begun) : begun;
};

export const remark: Decider<'remark'> = ({ kind, about, text }, { state, view, context }) => {
  const words = text.trim();
  if (kind === 'question' && words === '') return err({ type: 'RemarkMissing' });
  if (about !== null && !exists(state, planSchema, about)) return err({ type: 'UnknownEntity' });
  if (!view.me) return err({ type: 'NotInPlan' });
  return addEntity(state, context.newId('remark'), { kind, about, text: words, by: view.me.id, at: context.now });
};

/** An app that does not know requests yet shows it as something that is not right. */
export const request: Decider<'request'> = ({ asks, about, text }, situation) => {
  if (about === null && text.trim() === '') return err({ type: 'RemarkMissing' });
  const said = remark({ type: 'remark', kind: 'notRight', about, text }, situation);
  return said.ok ? join(said, setFields(situation.state, said.value.added[0]!, { asks })) : said;
};

export const answerRemark: Decider<'answerRemark'> = ({ remark: id, text, outcome }, { state, view, context }) => {
  if (text.trim() === '') return err({ type: 'RemarkMissing' });
  if (!view.remarks.some((asked) => asked.id === id)) return err({ type: 'UnknownEntity' });
  if (!view.me) return err({ type: 'NotInPlan' });
  return addEntity(state, context.newId('remarkReply'), { remark: id, text: text.trim(), by: view.me.id, at: context.now, outcome });
};

import { kindOf } from '../document/entityId.ts';
import { err } from '../shared/result.ts';
import { isForAWhile, longerFor, mayPropose } from './companions.ts';
import { addEntity, type Decider, join, setFields } from './decidePlan.ts';

export const proposeCompanion: Decider<'proposeCompanion'> = ({ type: _, meeting, ...asked }, { state, view, context }) => {
  const { me } = view;
  if (!me) return err({ type: 'NotInPlan' });
  if (!mayPropose(me, context.today)) return err({ type: 'ValueInvalid', field: 'by' });
  if (!isForAWhile(asked.until, context.today)) return err({ type: 'ValueInvalid', field: 'until' });
  const isPlanned = [...view.conferences, ...view.evaluations].some(({ id }) => id === meeting);
  if (meeting !== null && !isPlanned) return err({ type: 'UnknownEntity' });
  const fields = { ...asked, name: asked.name.trim(), why: asked.why.trim(), phone: asked.phone.trim(), by: me.id, at: context.now };
  return addEntity(state, context.newId('companion'), { ...fields, ...(meeting && { [kindOf(meeting)]: meeting }) });
};

/** Also after a yes: then whoever was let in is no longer wanted, the leads hear that, and nothing is asked for longer. */
export const withdrawCompanion: Decider<'withdrawCompanion'> = ({ companion: id }, { state, view, context }) => {
  const companion = view.companions.find((one) => one.id === id);
  if (!companion) return err({ type: 'UnknownEntity' });
  if (companion.author !== context.me) return err({ type: 'OwnAnswerOnlyByThemselves' });
  if (companion.state !== 'waiting' && companion.state !== 'confirmed') return err({ type: 'NotWaiting' });
  return join(...[companion, ...longerFor(view, companion)].map((one) => setFields(state, one.id, { withdrawnAt: context.now })));
};

export const confirmCompanion: Decider<'confirmCompanion'> = (
  { companion: id, person, name, relation, until },
  { state, view, context },
) => {
  const companion = view.companions.find((one) => one.id === id);
  if (!companion) return err({ type: 'UnknownEntity' });
  if (companion.state !== 'waiting' && companion.state !== 'declined') return err({ type: 'NotWaiting' });
  if (!view.me) return err({ type: 'NotInPlan' });
  if (!isForAWhile(until, context.today)) return err({ type: 'ValueInvalid', field: 'until' });
  const known = companion.who ?? person;
  if (known !== null && !view.people.some((one) => one.id === known)) return err({ type: 'UnknownEntity' });
  const who = known ?? context.newId('person');
  const { phone, why } = companion;
  return join(
    known === null
      ? addEntity(state, who, { name: name.trim(), part: 'network', relation, phone, helpsWith: why, until })
      : setFields(state, who, { until }),
    addEntity(state, context.newId('companionReply'), { companion: id, person: who, until, by: view.me.id, at: context.now }),
  );
};

export const declineCompanion: Decider<'declineCompanion'> = ({ companion: id, reason }, { state, view, context }) => {
  const companion = view.companions.find((one) => one.id === id);
  if (!companion) return err({ type: 'UnknownEntity' });
  if (companion.state !== 'waiting') return err({ type: 'NotWaiting' });
  if (reason.trim() === '') return err({ type: 'ReasonMissing' });
  if (!view.me) return err({ type: 'NotInPlan' });
  return addEntity(state, context.newId('companionReply'), { companion: id, reason: reason.trim(), by: view.me.id, at: context.now });
};

export const prolongCompanion: Decider<'prolongCompanion'> = ({ companion: id, until, agreedBy, via }, { state, view, context }) => {
  const companion = view.companions.find((one) => one.id === id);
  if (!companion?.who) return err({ type: 'UnknownEntity' });
  if (companion.state !== 'confirmed') return err({ type: 'NotWaiting' });
  if (!view.me) return err({ type: 'NotInPlan' });
  if (!isForAWhile(until, context.today)) return err({ type: 'ValueInvalid', field: 'until' });
  if (!view.people.some((one) => one.id === agreedBy && mayPropose(one, context.today))) return err({ type: 'NotACaregiverOfThisCase' });
  return join(
    setFields(state, companion.who, { until }),
    addEntity(state, context.newId('companionReply'), {
      companion: id,
      person: companion.who,
      until,
      agreedBy,
      via,
      by: view.me.id,
      at: context.now,
    }),
  );
};

import { addEntity, type Decider, join, lastOrder, setFields } from '../plan/decidePlan.ts';
import { removeOperations } from '../document/edit.ts';
import { err, ok } from '../shared/result.ts';
import type { EntityId } from '../shared/ids.ts';
import type { Conference } from '../plan/caseView.ts';
import { isOver } from '../plan/meetings.ts';
import { planEvaluation } from '../plan/nextEvaluation.ts';

const FAMILY = 'family' as EntityId;

export const startConference: Decider<'startConference'> = ({ conference: id }, { state, view, context }) => {
  const conference = view.conferences.find((candidate) => candidate.id === id);
  if (!conference) return err({ type: 'UnknownEntity' });
  if (isOver(conference)) return err({ type: 'ConferenceNotOpen' });
  if (conference.startedAt !== null) return ok({ operations: [], added: [] });
  return join(setFields(state, id, { state: 'planned', startedAt: context.now }), setFields(state, FAMILY, { phase: 'conference' }));
};

export const moveConference: Decider<'moveConference'> = ({ conference: id, to, at, place, reason }, { state, view, context }) => {
  const conference = view.conferences.find((candidate) => candidate.id === id);
  if (!conference) return err({ type: 'UnknownEntity' });
  if (isOver(conference)) return err({ type: 'ConferenceNotOpen' });
  if (reason.trim() === '') return err({ type: 'ReasonMissing' });
  const { chair, invited, minutes } = conference;
  // The moved one stays, with its reason: how often a conference moved is something the family may see.
  return join(
    setFields(state, id, { state: 'moved', stateReason: reason, ...stopped(conference, context.now) }),
    addEntity(state, context.newId('conference'), {
      day: to,
      at,
      place: place ?? conference.place,
      chair,
      invited,
      minutes,
      state: 'planned',
      movedFrom: id,
    }),
  );
};

export const cancelConference: Decider<'cancelConference'> = ({ conference: id, reason }, { state, view, context }) => {
  const conference = view.conferences.find((candidate) => candidate.id === id);
  if (!conference) return err({ type: 'UnknownEntity' });
  if (isOver(conference)) return err({ type: 'ConferenceNotOpen' });
  if (reason.trim() === '') return err({ type: 'ReasonMissing' });
  return setFields(state, id, { state: 'cancelled', stateReason: reason, ...stopped(conference, context.now) });
};

export const endConference: Decider<'endConference'> = ({ conference: id }, { state, view, context }) => {
  const conference = view.conferences.find((candidate) => candidate.id === id);
  if (!conference) return err({ type: 'UnknownEntity' });
  if (conference.startedAt === null || isOver(conference)) return err({ type: 'ConferenceNotOpen' });
  const family = [...view.children, ...view.caregivers].map((person) => person.id);
  const isFamilyHere = [...conference.present, ...conference.callsIn].some((person) => family.includes(person));
  // Not about but with: a conference without the family needs a reason that everyone sees.
  if (!isFamilyHere && conference.familyAbsentReason.trim() === '') return err({ type: 'FamilyAbsentReasonMissing' });
  if (conference.nextEvaluation === null) return err({ type: 'EvaluationDateMissing' });
  if (conference.nextEvaluation <= (conference.day ?? context.today)) return err({ type: 'EvaluationDateNotAfterConference' });
  return join(
    setFields(state, id, { state: 'held', endedAt: context.now, planVersion: view.version }),
    setFields(state, FAMILY, { phase: 'carryingOut' }),
    planEvaluation(state, view, id, conference.nextEvaluation),
  );
};

const stopped = ({ startedAt }: Conference, now: number) => (startedAt === null ? {} : { endedAt: now });

export const turnInto: Decider<'turnInto'> = ({ source, text, into, domain, saidBy, conference }, { state, context }) => {
  if (text.trim() === '') return err({ type: 'FieldMissing', field: 'text' });
  const kind = into === 'parked' ? 'point' : into;
  const fields = {
    strength: { text, domain: domain ?? 'home', saidBy, conference },
    concern: { text, domain: domain ?? 'home', saidBy, conference },
    goal: { statement: text, domain, wordsOf: saidBy },
    action: { what: text, domain, conference },
    parked: { text, kind: 'parked', saidBy, conference },
  }[into];
  const added = addEntity(state, context.newId(kind), { ...fields, order: lastOrder(state, kind) });
  if (source === null) return added;
  const removed = removeOperations(state, source);
  return removed.ok ? join(added, ok({ operations: removed.value, added: [] })) : removed;
};

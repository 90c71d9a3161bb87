import { removeOperations } from '../document/edit.ts';
import { authorOf, kindOf } from '../document/entityId.ts';
import { isDeleted } from '../document/state.ts';
import type { EntityId } from '../shared/ids.ts';
import { err, ok } from '../shared/result.ts';
import {
  type CommandOf,
  type Decided,
  type Decider,
  join,
  keyBetween,
  lastOrder,
  onlyOperations,
  restore,
  setFields,
  type Situation,
} from './decidePlan.ts';
import { beginPreparation } from './decideSaying.ts';
import { conferenceOf, mustSayOf } from './mustSayOf.ts';
import { wordsOf } from './prepared.ts';
import { preparationId } from './preparationId.ts';

type Share = CommandOf<'sharePreparation'>;

const FAMILY = 'family' as EntityId;
const nothing: Decided = ok({ operations: [], added: [] });

/** All that stands on the form, in one save: what was shared before and is gone from the form goes from the plan too. */
export const sharePreparation: Decider<'sharePreparation'> = (command, situation) => {
  const { meeting, by, recordedBy, via, said, points } = command;
  const { state, context } = situation;
  const begun = beginPreparation({ type: 'beginPreparation', meeting, by, recordedBy, via }, situation);
  if (!begun.ok) return begun;
  if (!points.every(({ id }) => kindOf(id) === 'point' && authorOf(id) === context.me)) return err({ type: 'UnknownEntity' });
  return join(
    begun,
    setFields(state, preparationId(context.me, by, meeting), { ...wordsOf(said), ready: true }),
    sharePoints(command, situation),
    wishOfFamily(command, situation),
  );
};

/** A point has the id that it had in the draft, so sharing again writes in the same one. What was dealt with at the table stays so. */
function sharePoints({ meeting, by, points }: Share, situation: Situation): Decided {
  const { state, view, context } = situation;
  const gone = mustSayOf(view, context.me, by, meeting).filter(({ id }) => !points.some((point) => point.id === id));
  const handled = view.points.filter((point) => point.handled);
  let order = lastOrder(state, 'point');
  const written = points.flatMap(({ id, text }) => {
    if (handled.some((point) => point.id === id)) return [];
    const isThere = view.points.some((point) => point.id === id);
    const fields = { kind: 'mustSay', saidBy: by, conference: conferenceOf(meeting), text, ...(isThere ? {} : { order }) };
    if (!isThere) order = keyBetween(order, null);
    return [isDeleted(state, id) ? restore({ type: 'restore', entity: id }, situation) : nothing, setFields(state, id, fields)];
  });
  return join(...gone.map(({ id }) => onlyOperations(removeOperations(state, id))), ...written);
}

/** Whom one parent prefers is what the family prefers, as long as nobody of them said otherwise. */
function wishOfFamily({ meeting, by, via, said }: Share, { state, view, context }: Situation): Decided {
  if (via !== 'own' || view.me?.part === 'network') return nothing;
  const entity = preparationId(context.me, by, meeting);
  const before = view.preparations.find(({ id }) => id === entity)?.coordinator ?? null;
  const { preferredCoordinator } = view.family;
  const isTheirs = preferredCoordinator === null || preferredCoordinator === before;
  return isTheirs ? setFields(state, FAMILY, { preferredCoordinator: said.coordinator }) : nothing;
}

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/core/document/operation.ts';
import { entityIdsOf, fieldsOf, isDeleted, isEditedAfterDeletion } from '../../../src/core/document/state.ts';
import { writeNote } from '../../../src/core/document/textNote.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor, type Story } from '../../support/documentStory.ts';

const rules = rulesFor({ ib: 'lead', wijkteam: 'lead' });
const conference = 'conference.ib.1' as EntityId;
const change = (story: Story, field: string, value: string | boolean | null): Operation => [
  'set',
  conference,
  field,
  value,
  story.ids(conference, field),
];
const look = (story: Story) => [isDeleted(story.state(), conference), isEditedAfterDeletion(story.state(), conference)];

function startTogether(): [Story, Story] {
  const [ib, wijkteam] = [createStory('ib-laptop', rules), createStory('wijkteam-tablet', rules)];
  wijkteam.hear(ib.write(change(ib, 'day', '2026-05-01'), change(ib, 'place', 'school')));
  return [ib, wijkteam];
}

test('SPEC 7c: deleted with everything seen is deleted, and stays listed', () => {
  const [ib] = startTogether();
  expect(look(ib)).toEqual([false, false]);
  ib.write(change(ib, 'deleted', true));
  expect(look(ib)).toEqual([true, false]);
  expect(entityIdsOf(ib.state(), 'conference')).toEqual([conference]);
  expect(fieldsOf(ib.state(), conference)).toEqual(['day', 'deleted', 'place']);
});

test.each(['place', 'notes'])(
  'SPEC 7c: an edit of %s that the deleter had not seen survives, until someone who saw it decides',
  (field) => {
    const [ib, wijkteam] = startTogether();
    const deletion = ib.write(change(ib, 'deleted', true));
    const edit =
      field === 'notes' ? writeNote(wijkteam.state(), conference, field, '', 'van de tafel', 7) : change(wijkteam, field, 'thuis');
    ib.hear(wijkteam.write(edit));
    wijkteam.hear(deletion);
    expect(look(ib)).toEqual([true, true]);
    expect(look(wijkteam)).toEqual([true, true]);
    wijkteam.hear(ib.write(change(ib, 'deleted', true)));
    expect(look(wijkteam)).toEqual([true, false]);
  },
);

test('SPEC 7c: what one of two deleters had seen was deleted knowingly', () => {
  const [ib, wijkteam] = startTogether();
  const edit = wijkteam.write(change(wijkteam, 'place', 'thuis'));
  const unaware = ib.write(change(ib, 'deleted', true));
  const aware = wijkteam.write(change(wijkteam, 'deleted', true));
  ib.hear(edit, aware);
  wijkteam.hear(unaware);
  expect(look(ib)).toEqual([true, false]);
  expect(look(wijkteam)).toEqual([true, false]);
});

test('SPEC 7d: deleted by one and put back by another, it is there', () => {
  const [ib, wijkteam] = startTogether();
  wijkteam.hear(ib.write(change(ib, 'deleted', true)));
  const again = ib.write(change(ib, 'deleted', true));
  const back = wijkteam.write(change(wijkteam, 'deleted', null));
  ib.hear(back);
  wijkteam.hear(again);
  expect(look(ib)).toEqual([false, false]);
  expect(look(wijkteam)).toEqual([false, false]);
});

test('an entity that nobody wrote holds nothing', () => {
  const [ib] = startTogether();
  expect(fieldsOf(ib.state(), 'goal.ib.9' as EntityId)).toEqual([]);
  expect(entityIdsOf(ib.state(), 'goal')).toEqual([]);
  expect(isEditedAfterDeletion(ib.state(), 'goal.ib.9' as EntityId)).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { foldEnvelopes } from '../../../src/core/document/fold.ts';
import { lateOperations, type TakingOver } from '../../../src/core/document/lateOperations.ts';
import type { CellValue, OpenedEnvelope, Operation } from '../../../src/core/document/operation.ts';
import { emptyDocument, readCandidates, readText } from '../../../src/core/document/state.ts';
import { writeNote } from '../../../src/core/document/textNote.ts';
import type { EntityId, MemberId, OperationId } from '../../../src/core/shared/ids.ts';
import { memberOf, rulesFor, storyDocument, writeEnvelope } from '../../support/documentStory.ts';

/* SPEC 5e: `weg` is in nobody's circle any more. */

const rules = rulesFor({ ib: 'lead', wijkteam: 'professional' });
const [goal, family] = ['goal.ib.1', 'family'] as unknown as readonly [EntityId, EntityId];
const mine = 'strength.weg.7' as EntityId;
const empty = emptyDocument(storyDocument);
const fold = (...envelopes: readonly OpenedEnvelope[]) => foldEnvelopes(empty, envelopes, rules);
const set = (entity: EntityId, field: string, value: CellValue, preds: readonly OperationId[] = []): Operation => [
  'set',
  entity,
  field,
  value,
  preds,
];

const taking: TakingOver = {
  isTheirs: (device) => memberOf(device) === 'weg',
  me: 'ib' as MemberId,
  kinds: ['family', 'goal', 'strength', 'concern'],
  permits: (operation) => rules.permits('lead', operation, 'ib' as MemberId),
};

describe('late edits as operations of somebody who is in', () => {
  test('replace what their writer saw, and stay beside what was written since', () => {
    const first = writeEnvelope(empty, 'ib-laptop', [set(goal, 'domain', 'home')]);
    const seen = readCandidates(fold(first), goal, 'domain').map(({ id }) => id);
    const late = writeEnvelope(fold(first), 'weg-laptop', [set(goal, 'domain', 'school', seen), set(goal, 'domain', 'leisure')]);
    expect(lateOperations(fold(first, late), taking)).toEqual([set(goal, 'domain', 'leisure', seen)]);
    const since = writeEnvelope(fold(first), 'ib-laptop', [set(goal, 'domain', 'health', seen)]);
    expect(lateOperations(fold(first, late, since), taking)).toEqual([set(goal, 'domain', 'leisure')]);
  });

  test('are not offered when the value stands there, or somebody who had them wrote another', () => {
    const late = writeEnvelope(empty, 'weg-laptop', [set(goal, 'domain', 'school')]);
    const same = writeEnvelope(empty, 'wijkteam-tablet', [set(goal, 'domain', 'school')]);
    expect(lateOperations(fold(late, same), taking)).toEqual([]);
    const knowing = writeEnvelope(fold(late), 'wijkteam-tablet', [set(goal, 'domain', 'home')]);
    expect(lateOperations(fold(late, knowing), taking)).toEqual([]);
  });

  test('add anew what was added, with what refers to it, once', () => {
    const late = writeEnvelope(empty, 'weg-laptop', [
      set(mine, 'text', 'tekent graag'),
      set(mine, 'order', 3),
      set(goal, 'about', mine),
      set(goal, `supports:${mine}`, true),
    ]);
    const renamed = 'strength.ib.7' as EntityId;
    const operations = lateOperations(fold(late), taking);
    expect(operations).toEqual([
      set(renamed, 'text', 'tekent graag'),
      set(renamed, 'order', 3),
      set(goal, 'about', renamed),
      set(goal, `supports:${renamed}`, true),
    ]);
    const taken = writeEnvelope(fold(late), 'ib-laptop', operations);
    expect(lateOperations(fold(late, taken), taking)).toEqual([]);
    // Neither by another lead.
    expect(lateOperations(fold(late, taken), { ...taking, me: 'wijkteam' as MemberId })).toEqual([]);
  });

  test('bring every update of a long note, until it is in', () => {
    const note = (before: string, after: string, state = empty) => writeNote(state, family, 'analysis', before, after, 7);
    const late = writeEnvelope(empty, 'weg-laptop', [note('', 'Rustig')]);
    const operations = lateOperations(fold(late), taking);
    expect(operations).toEqual(late.ops);
    const taken = writeEnvelope(fold(late), 'ib-laptop', operations);
    expect(readText(fold(late, taken), family, 'analysis')).toBe('Rustig');
    expect(lateOperations(fold(late, taken), taking)).toEqual([]);
  });

  test('leave out what others did, what is unknown, of another kind, or not theirs to write', () => {
    const others = writeEnvelope(empty, 'gast-laptop', [set(goal, 'domain', 'school')]);
    const late = writeEnvelope(empty, 'weg-laptop', [
      ['later', goal, 'domain'],
      set('answer.weg.1' as EntityId, 'answer', 'yes'),
      set('concern.wijkteam.1' as EntityId, 'text', 'anders gezegd'),
    ]);
    const theirs = writeEnvelope(empty, 'wijkteam-tablet', [set('concern.wijkteam.1' as EntityId, 'text', 'gezegd')]);
    expect(lateOperations(fold(others, late, theirs), taking)).toEqual([]);
  });
});

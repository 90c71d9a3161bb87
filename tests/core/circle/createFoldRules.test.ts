import { describe, expect, test } from 'vitest';
import { createFoldRules } from '../../../src/core/circle/createFoldRules.ts';
import type { Head, RosterChange } from '../../../src/core/circle/rosterEntry.ts';
import { foldEnvelopes } from '../../../src/core/document/fold.ts';
import { emptyDocument, listSetAside, readCandidates, waitingCount } from '../../../src/core/document/state.ts';
import type { DeviceId, EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { add, foldSound } from '../../support/circleStory.ts';
import { memberOf, storyDocument, writeEnvelope } from '../../support/documentStory.ts';

const ownerOf = (device: DeviceId) => (device.startsWith('unknown') ? undefined : memberOf(device));
const phone = 'moeder-phone' as DeviceId;
const tablet = 'moeder-tablet' as DeviceId;
const at = (seq: number, incarnation = 'i') => ({ incarnation, seq });
const upTo = (seq: number): readonly Head[] => [{ device: phone, incarnation: 'i', seq }];
const moeder = 'moeder' as MemberId;

const propose: RosterChange = { type: 'propose', member: moeder, reason: 'verhuisd' };

describe('who an author is', () => {
  const remove: RosterChange = { type: 'remove', member: moeder, heads: upTo(4), reason: 'verhuisd', seconded: 'wijkteam' as MemberId };
  const roster = foldSound(
    'plan',
    'ib',
    ['ib', add('moeder', 'caregiver')],
    ['ib', add('wijkteam', 'professional')],
    ['wijkteam', propose],
    ['ib', remove],
    ['ib', add('moeder', 'supporter')],
  );
  const { authorOf } = createFoldRules(roster, ownerOf);

  test('the role is the one right after the entry they wrote under', () => {
    expect(authorOf('wijkteam-tablet' as DeviceId, 1, at(0))).toBeUndefined();
    expect(authorOf('wijkteam-tablet' as DeviceId, 2, at(0))).toEqual({ member: 'wijkteam', role: 'professional' });
    expect(authorOf('unknown' as DeviceId, 2, at(0))).toBeUndefined();
  });

  test('SPEC 3b: an entry that is not here has to be waited for', () => {
    expect(authorOf(phone, 6, at(0))).toBe('notYet');
  });

  test('SPEC 5a, 5b: up to the recorded head it counts; beyond it, or in an incarnation that is not named, it does not', () => {
    expect(authorOf(phone, 1, at(4))).toEqual({ member: 'moeder', role: 'caregiver' });
    expect(authorOf(phone, 1, at(5))).toBeUndefined();
    expect(authorOf(phone, 1, at(0, 'j'))).toBeUndefined();
    expect(authorOf(tablet, 1, at(0))).toBeUndefined();
  });

  test('SPEC 5b: naming the lowering entry or a later one, the roster at that entry decides', () => {
    expect(authorOf(phone, 4, at(5))).toBeUndefined();
    expect(authorOf(phone, 5, at(5))).toEqual({ member: 'moeder', role: 'supporter' });
  });

  test("SPEC 5a: retiring a device leaves the member's other devices alone", () => {
    const retired = foldSound(
      'plan',
      'ib',
      ['ib', add('moeder', 'caregiver')],
      ['moeder', { type: 'rotate', epoch: 1, revoked: [phone], heads: upTo(2) }],
    );
    const rules = createFoldRules(retired, ownerOf);
    expect(rules.authorOf(phone, 1, at(2))).toMatchObject({ member: 'moeder' });
    expect(rules.authorOf(phone, 1, at(3))).toBeUndefined();
    expect(rules.authorOf(tablet, 1, at(9))).toMatchObject({ member: 'moeder' });
    expect(rules.authorOf('ib-laptop' as DeviceId, 1, at(9))).toMatchObject({ member: 'ib' });
  });
});

test('SPEC 5e: after a removal the same log, folded again, leaves out what lies beyond the cut-off', () => {
  const goal = 'goal.moeder.1' as EntityId;
  const before = foldSound('plan', 'ib', ['ib', add('moeder', 'caregiver')], ['ib', add('wijkteam', 'professional')]);
  const after = foldSound(
    'plan',
    'ib',
    ['ib', add('moeder', 'caregiver')],
    ['ib', add('wijkteam', 'professional')],
    ['wijkteam', propose],
    [
      'ib',
      {
        type: 'remove',
        member: moeder,
        heads: [{ device: phone, incarnation: 'first', seq: 0 }],
        reason: 'verhuisd',
        seconded: 'wijkteam' as MemberId,
      },
    ],
  );
  const empty = emptyDocument(storyDocument);
  const first = writeEnvelope(empty, phone, [['set', goal, 'statement', 'Rust', []]], { roster: 1 });
  const start = foldEnvelopes(empty, [first], createFoldRules(before, ownerOf));
  const late = writeEnvelope(start, phone, [['set', goal, 'order', 'a', []]], { roster: 1 });
  const log = [first, late];
  const fields = (rules: ReturnType<typeof createFoldRules>) =>
    ['statement', 'order'].map((field) => readCandidates(foldEnvelopes(empty, log, rules), goal, field).length);
  expect(fields(createFoldRules(before, ownerOf))).toEqual([1, 1]);
  expect(fields(createFoldRules(after, ownerOf))).toEqual([1, 0]);
  expect(listSetAside(foldEnvelopes(empty, log, createFoldRules(after, ownerOf)))).toMatchObject([{ because: 'notMember' }]);
  expect(waitingCount(foldEnvelopes(empty, [{ ...first, roster: 9 }], createFoldRules(after, ownerOf)))).toBe(1);
});

import { describe, expect, test } from 'vitest';
import { findRemovals, secondFor } from '../../../src/core/circle/removals.ts';
import type { Roster } from '../../../src/core/circle/roster.ts';
import type { RosterChange } from '../../../src/core/circle/rosterEntry.ts';
import type { MemberId } from '../../../src/core/shared/ids.ts';
import { add, foldSound } from '../../support/circleStory.ts';

const id = (name: string) => name as MemberId;
const propose = (member: string): RosterChange => ({ type: 'propose', member: id(member), reason: 'verhuisd' });
const remove = (member: string, seconded: string | null = null): RosterChange => ({
  type: 'remove',
  member: id(member),
  heads: [],
  reason: 'verhuisd',
  seconded: seconded === null ? null : id(seconded),
});

const everyone = [
  ['ib', add('wijkteam', 'professional')],
  ['ib', add('tweede', 'professional')],
  ['ib', add('moeder', 'caregiver')],
] as const;
const withWijkteam = [['ib', add('wijkteam', 'professional')]] as const;
const planWith = (...changes: readonly (readonly [string, RosterChange])[]) => foldSound('plan', 'ib', ...everyone, ...changes);
const told = (plan: Roster, others: readonly Roster[] = []) =>
  findRemovals(plan, others).map(({ member, open }) => [member, ...open.map(({ kind }) => kind)]);

describe('leaving a case', () => {
  const others = [
    foldSound('part', 'ib', ...withWijkteam),
    foldSound('safety', 'ib', ...withWijkteam),
    foldSound('voice', 'moeder', ['moeder', add('wijkteam', 'professional')]),
    foldSound('team', 'ib', ...withWijkteam),
  ];

  test('goes by safety, team, parts and the plan, once a lead said so', () => {
    expect(told(planWith(), others)).toEqual([]);
    expect(told(planWith(['ib', propose('wijkteam')]), others)).toEqual([['wijkteam', 'safety', 'team', 'part', 'voice', 'plan']]);
    expect(told(planWith(['wijkteam', propose('tweede')]), others)).toEqual([]);
  });

  test('is unfinished while they are left in anything, and says who stands behind it', () => {
    const done = others.map((roster) => (roster.kind === 'safety' ? foldSound('safety', 'ib') : roster));
    const plan = planWith(['ib', propose('wijkteam')]);
    expect(findRemovals(plan, done)[0]?.proposals).toMatchObject([{ by: 'ib' }]);
    expect(told(plan, done)).toEqual([['wijkteam', 'team', 'part', 'voice', 'plan']]);
    expect(told(planWith(['ib', remove('wijkteam')]), others)).toEqual([['wijkteam', 'safety', 'team', 'part', 'voice']]);
    expect(told(planWith(['ib', remove('wijkteam')]))).toEqual([]);
  });

  test('takes two professionals for a family member, one of them a lead', () => {
    expect(told(planWith(['ib', propose('moeder')]))).toEqual([]);
    expect(told(planWith(['wijkteam', propose('moeder')], ['tweede', propose('moeder')]))).toEqual([]);
    expect(told(planWith(['wijkteam', propose('moeder')], ['ib', propose('moeder')]))).toEqual([['moeder', 'plan']]);
    expect(told(planWith(['wijkteam', propose('moeder')], ['ib', propose('moeder')], ['ib', remove('wijkteam')]))).toEqual([]);
  });

  test('leaves their own preparation to its author, and what is over alone', () => {
    const own = [
      foldSound('voice', 'moeder'),
      foldSound('part', 'ib', ['ib', add('moeder', 'caregiver')], ['ib', { type: 'destroy', reason: 'x' }]),
    ];
    expect(told(planWith(['wijkteam', propose('moeder')], ['ib', propose('moeder')], ['ib', remove('moeder', 'wijkteam')]), own)).toEqual(
      [],
    );
  });

  test('is seconded by another professional than who writes it', () => {
    const plan = planWith(['wijkteam', propose('moeder')], ['ib', propose('moeder')]);
    expect(secondFor(plan, id('moeder'), id('ib'))).toBe('wijkteam');
    expect(secondFor(plan, id('moeder'), id('wijkteam'))).toBe('ib');
    expect(secondFor(plan, id('tweede'), id('ib'))).toBeNull();
    expect(secondFor(planWith(['ib', propose('moeder')]), id('moeder'), id('ib'))).toBeNull();
  });
});

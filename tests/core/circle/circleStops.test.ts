import { expect, test } from 'vitest';
import { findStops } from '../../../src/core/circle/circleStops.ts';
import type { Roster } from '../../../src/core/circle/roster.ts';
import type { RosterChange } from '../../../src/core/circle/rosterEntry.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { MemberId } from '../../../src/core/shared/ids.ts';
import { add, foldSound } from '../../support/circleStory.ts';

const TODAY = '2026-11-28' as CivilDate;
const id = (name: string) => name as MemberId;
const propose = (member: string): RosterChange => ({ type: 'propose', member: id(member), reason: 'verhuisd' });
const told = (plan: Roster, me = 'ib') =>
  findStops(plan, id(me), TODAY).map(({ type, member, on }) => [type, ...(member ? [member] : []), ...(on ? [on] : [])]);

const two = [
  ['ib', add('wijkteam', 'lead')],
  ['ib', add('moeder', 'caregiver')],
] as const;

test('one professional, one lead: both are said, the gravest first', () => {
  expect(told(foldSound('plan', 'ib'))).toEqual([['NoContinuity'], ['OneLead', 'ib']]);
  expect(told(foldSound('plan', 'ib', ['ib', add('leraar', 'professional')]))).toEqual([['OneLead', 'ib']]);
  expect(told(foldSound('plan', 'ib', ...two))).toEqual([]);
});

test('who should have left, once the day is over', () => {
  const until = (day: string) => ({ ...add('deskundige', 'expert'), until: day as CivilDate }) as RosterChange;
  expect(told(foldSound('plan', 'ib', ...two, ['ib', until('2026-11-28')]))).toEqual([]);
  expect(told(foldSound('plan', 'ib', ...two, ['ib', until('2026-11-27')]))).toEqual([['EndPast', 'deskundige', '2026-11-27']]);
});

test('a family member of whom one professional said that they should go; and that it is decided once a second did', () => {
  const waits = foldSound('plan', 'ib', ...two, ['ib', propose('moeder')]);
  expect(told(waits)).toEqual([['RemovalWaits', 'moeder']]);
  expect(told(foldSound('plan', 'ib', ...two, ['ib', propose('moeder')], ['wijkteam', propose('moeder')]))).toEqual([
    ['Leaving', 'moeder'],
  ]);
  // Not to whoever it is about.
  expect(told(waits, 'moeder')).toEqual([]);
});

test('a colleague on their way out, and whose lost keys go: by the name that the plan has', () => {
  expect(told(foldSound('plan', 'ib', ...two, ['ib', propose('wijkteam')]))).toEqual([['Leaving', 'wijkteam']]);
  const back = { ...add('moeder2', 'caregiver'), succeeds: id('moeder') } as RosterChange;
  expect(told(foldSound('plan', 'ib', ...two, ['ib', back], ['ib', propose('moeder')]))).toEqual([['RemovalWaits', 'moeder2']]);
});

test('nothing but that, while the case is being destroyed; nothing of a circle that is over or left', () => {
  const ending: RosterChange = { type: 'end', reason: 'verzegeld' };
  expect(told(foldSound('plan', 'ib', ['ib', ending]))).toEqual([['Ending', 'ib']]);
  expect(told(foldSound('plan', 'ib', ['ib', { type: 'destroy', reason: 'verzegeld' }]))).toEqual([]);
  expect(told(foldSound('plan', 'ib'), 'iemand anders')).toEqual([]);
});

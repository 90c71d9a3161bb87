import { describe, expect, it } from 'vitest';
import {
  compareWithExport,
  fullName,
  groupNameOf,
  isSameChild,
  type KnownChild,
  type Pupil,
  type SchoolExport,
} from '../../../src/core/plan/schoolExport.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';

const day = (text: string) => text as CivilDate;
const pupil = (key: string, group: string | null, birthDate: CivilDate | null = day('2015-03-02')): Pupil => ({
  key,
  firstName: 'Sam',
  prefix: '',
  lastName: 'Zomaar',
  birthDate,
  year: '5',
  group,
  combinedGroups: [],
});
const school = (...pupils: readonly Pupil[]): SchoolExport => ({
  brin: '99XX',
  location: '',
  schoolYear: '2026-2027',
  groups: [
    { key: 'g5', name: 'Groep 5', year: '5', combined: false },
    { key: 'g6', name: 'Groep 6', year: '6', combined: false },
    { key: 'x', name: '', year: '', combined: false },
    { key: 's1', name: 'Plusklas', year: '', combined: true },
  ],
  pupils,
  teachers: [],
});
const child = (edexmlKey: string, known: Partial<KnownChild> = {}): KnownChild => ({
  edexmlKey,
  brin: '99XX',
  birthDate: day('2015-03-02'),
  schoolGroup: 'Groep 5',
  ...known,
});

describe('a school export', () => {
  it('names people and their groups', () => {
    expect(fullName({ firstName: 'Sam', prefix: 'van der', lastName: 'Zomaar' })).toBe('Sam van der Zomaar');
    expect(fullName({ firstName: 'Sam', prefix: '', lastName: 'Zomaar' })).toBe('Sam Zomaar');
    expect(['g6', 's1', 'x', 'gone', null].map((group) => groupNameOf(school(), pupil('l1', group)))).toEqual([
      'Groep 6',
      '5',
      '5',
      '5',
      '5',
    ]);
  });
});

describe('a later export', () => {
  it('tells who moved to another group, who left, and who stayed', () => {
    const [moved, left, unchanged] = [child('l1'), child('l2'), child('l3')];
    const compared = compareWithExport([moved, left, unchanged], school(pupil('l1', 'g6'), pupil('l3', 'g5')));
    expect(compared).toEqual({ moved: [{ child: moved, group: 'Groep 6' }], left: [left], unchanged: [unchanged] });
  });

  it('says nothing of children of another school or entered by hand', () => {
    const others = [child('l1', { brin: '88YY' }), child(''), child('', { brin: '' })];
    expect(compareWithExport(others, school(pupil('l1', 'g6')))).toEqual({ moved: [], left: [], unchanged: [] });
  });

  it('does not take a key that was given out again for the same child', () => {
    const known = child('l1');
    expect(compareWithExport([known], school(pupil('l1', 'g5', day('2016-01-01')))).left).toEqual([known]);
    expect(compareWithExport([known], school(pupil('l1', 'g5', null))).unchanged).toEqual([known]);
    expect(compareWithExport([child('l1', { birthDate: null })], school(pupil('l1', 'g5'))).unchanged).toHaveLength(1);
  });
});

describe('a pupil of the export', () => {
  const known = (differently: Partial<KnownChild> = {}, brin = '99XX') => isSameChild(child('l1', differently), pupil('l1', 'g5'), brin);

  it('is a child we know by key, school and birth date, as far as that is known', () => {
    expect([known(), known({ birthDate: null })]).toEqual([true, true]);
  });

  it('is somebody else with another key, of another school, or born on another day', () => {
    const others = [{ edexmlKey: 'l2' }, { edexmlKey: '' }, { brin: '88YY' }, { birthDate: day('2016-01-01') }];
    expect(others.map((differently) => known(differently))).toEqual([false, false, false, false]);
    expect(known({}, '88YY')).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { foldRoster } from '../../../src/core/circle/foldRoster.ts';
import { roleAt } from '../../../src/core/circle/roster.ts';
import type { Head, RosterChange, RosterHash } from '../../../src/core/circle/rosterEntry.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { CaseId, DeviceId, DocumentId, EnvelopeHash, MemberId } from '../../../src/core/shared/ids.ts';
import { add, foldSound, writeRoster } from '../../support/circleStory.ts';

const id = (name: string) => name as MemberId;
const heads: readonly Head[] = [{ device: 'moeder-phone' as DeviceId, incarnation: 'i', seq: 4 }];
const remove = (member: string, seconded: string | null = null, reason = 'verhuisd'): RosterChange => ({
  type: 'remove',
  member: id(member),
  heads,
  reason,
  seconded: seconded === null ? null : id(seconded),
});
const propose = (member: string, reason = 'verhuisd'): RosterChange => ({ type: 'propose', member: id(member), reason });
const role = (member: string, to: 'lead' | 'reader' | 'professional' | 'auditor', at: readonly Head[] | null = heads): RosterChange => ({
  type: 'role',
  member: id(member),
  role: to,
  heads: at,
});
const refusals = (...story: Parameters<typeof foldSound>) => foldSound(...story).refused.map(({ because }) => because);

describe('a circle', () => {
  test('its founder is the first lead', () => {
    const roster = foldSound('plan', 'ib');
    expect(roster).toMatchObject({ n: 0, hash: 'r0', kind: 'plan', caseId: 'case', epoch: 0, destroyed: false, refused: [] });
    expect([...roster.members]).toEqual([['ib', { role: 'lead', since: 0, until: null, succeeds: null }]]);
  });

  test('a lead adds members and changes roles; every role is known by entry', () => {
    const roster = foldSound(
      'plan',
      'ib',
      ['ib', add('wijkteam', 'professional')],
      ['ib', role('wijkteam', 'lead', null)],
      ['wijkteam', add('moeder', 'caregiver')],
    );
    expect(roster.refused).toEqual([]);
    expect([0, 1, 2, 3].map((n) => roleAt(roster, id('wijkteam'), n))).toEqual([null, 'professional', 'lead', 'lead']);
    expect(roleAt(roster, id('nobody'), 3)).toBeNull();
    expect(roster.members.get(id('moeder'))?.role).toBe('caregiver');
    expect(roster.cutOffs).toEqual([]);
  });

  test('an expert comes until a date; only a removal ends it', () => {
    const until = '2026-06-01' as CivilDate;
    const roster = foldSound(
      'plan',
      'ib',
      ['ib', { type: 'add', member: id('psycholoog'), role: 'expert', succeeds: null, until }],
      ['ib', remove('psycholoog')],
    );
    expect(roster.members.has(id('psycholoog'))).toBe(false);
    expect([1, 2].map((n) => roleAt(roster, id('psycholoog'), n))).toEqual(['expert', null]);
  });

  test('who lost every device comes back as a new member who succeeds the old', () => {
    const comeBack = (succeeds: string): RosterChange => ({
      type: 'add',
      member: id('moeder2'),
      role: 'caregiver',
      succeeds: id(succeeds),
      until: null,
    });
    expect(
      foldSound('plan', 'ib', ['ib', add('moeder', 'caregiver')], ['ib', comeBack('moeder')]).members.get(id('moeder2'))?.succeeds,
    ).toBe('moeder');
    expect(refusals('plan', 'ib', ['ib', comeBack('nobody')])).toEqual(['NotAMember']);
  });

  test('invitations, erasures, key changes and the end are kept', () => {
    const erased = [{ envelope: 'h' as EnvelopeHash, operations: [] }];
    const roster = foldSound(
      'plan',
      'ib',
      ['ib', { type: 'invite', invitation: 'x', role: 'caregiver', expires: 9 }],
      ['ib', { type: 'redact', erased, cells: [] }],
      ['ib', { type: 'rotate', epoch: 1, revoked: [], heads: [] }],
      ['ib', { type: 'destroy', reason: 'bewaartermijn' }],
      ['ib', add('moeder', 'caregiver')],
    );
    expect(roster).toMatchObject({ erased, epoch: 1, destroyed: true, cutOffs: [], refused: [{ n: 5, because: 'Destroyed' }] });
    expect(roster.invitations.get('x')).toEqual({ role: 'caregiver', expires: 9 });
  });

  test('SPEC 5a: a lowered role, a removal and a retired device record their heads; a removal brings a new key', () => {
    const roster = foldSound(
      'plan',
      'ib',
      ['ib', add('wijkteam', 'professional')],
      ['wijkteam', { type: 'rotate', epoch: 1, revoked: ['wijkteam-tablet' as DeviceId], heads }],
      ['ib', role('wijkteam', 'reader')],
      ['ib', remove('wijkteam')],
    );
    expect(roster.refused).toEqual([]);
    expect(roster.epoch).toBe(2);
    expect(roster.cutOffs).toEqual([
      { n: 2, member: 'wijkteam', devices: ['wijkteam-tablet'], heads },
      { n: 3, member: 'wijkteam', devices: null, heads },
      { n: 4, member: 'wijkteam', devices: null, heads },
    ]);
  });
});

describe('SPEC 5f: an entry that was not theirs to write is kept without effect', () => {
  test.each<[string, Parameters<typeof foldSound>]>([
    ['NotALead', ['plan', 'ib', ['ib', add('moeder', 'caregiver')], ['moeder', add('vader', 'caregiver')]]],
    ['NotAMember', ['plan', 'ib', ['vreemde', add('vader', 'caregiver')]]],
    ['NotAMember', ['plan', 'ib', ['ib', role('vreemde', 'lead')]]],
    ['NotAMember', ['plan', 'ib', ['ib', remove('vreemde')]]],
    ['AlreadyAMember', ['plan', 'ib', ['ib', add('ib', 'professional')]]],
    ['SecondGenesis', ['plan', 'ib', ['ib', { type: 'genesis', kind: 'team', caseId: 'case' as CaseId }]]],
    ['EpochNotNext', ['plan', 'ib', ['ib', { type: 'rotate', epoch: 2, revoked: [], heads: [] }]]],
    ['RoleMayNotHoldThis', ['safety', 'ib', ['ib', add('moeder', 'caregiver')]]],
    ['RoleMayNotHoldThis', ['team', 'ib', ['ib', { type: 'invite', invitation: 'x', role: 'caregiver', expires: 9 }]]],
    ['RoleMayNotHoldThis', ['safety', 'ib', ['ib', role('ib', 'reader')]]],
  ])('%s (%#)', (because, story) => {
    const roster = foldSound(...story);
    expect(roster.refused.map((refused) => refused.because)).toEqual([because]);
    expect(roster.n).toBe(story.length - 2);
  });

  test('SPEC 5a: lowering a role without heads', () => {
    expect(refusals('plan', 'ib', ['ib', add('wijkteam', 'professional')], ['ib', role('wijkteam', 'reader', null)])).toEqual([
      'HeadsMissing',
    ]);
    expect(refusals('plan', 'ib', ['ib', add('gast', 'reader')], ['ib', role('gast', 'professional', null)])).toEqual([]);
    expect(refusals('plan', 'ib', ['ib', add('gast', 'auditor')], ['ib', role('gast', 'auditor', null)])).toEqual([]);
  });

  test('SPEC 5g: the last lead stays', () => {
    expect(refusals('plan', 'ib', ['ib', role('ib', 'reader')], ['ib', remove('ib')])).toEqual(['LastLead', 'LastLead']);
    expect(refusals('plan', 'ib', ['ib', add('tweede', 'lead')], ['ib', role('ib', 'reader')])).toEqual([]);
  });

  test('SPEC 5g: a family member goes only by two professionals and for a reason', () => {
    const start = [
      'plan',
      'ib',
      ['ib', add('wijkteam', 'professional')],
      ['ib', add('moeder', 'caregiver')],
      ['ib', add('oma', 'supporter')],
    ] as const;
    const both = [...start, ['ib', propose('moeder')], ['wijkteam', propose('moeder')]] as const;
    expect(refusals(...both, ['ib', remove('moeder', 'wijkteam', ' ')])).toEqual(['ReasonMissing']);
    expect(['ib', 'oma', 'vreemde', null].flatMap((second) => refusals(...both, ['ib', remove('moeder', second)]))).toEqual(
      Array(4).fill('SecondProfessionalMissing'),
    );
    // Named, but they never said so themselves; or only about somebody else.
    expect(refusals(...start, ['ib', remove('moeder', 'wijkteam')])).toEqual(['SecondProfessionalMissing']);
    expect(refusals(...start, ['wijkteam', propose('oma')], ['ib', remove('moeder', 'wijkteam')])).toEqual(['SecondProfessionalMissing']);
    // Said so, and may not say so any more.
    expect(refusals(...both, ['ib', role('wijkteam', 'reader')], ['ib', remove('moeder', 'wijkteam')])).toEqual([
      'SecondProfessionalMissing',
    ]);
    expect(refusals(...both, ['ib', remove('moeder', 'wijkteam')])).toEqual([]);
    expect(refusals(...start, ['ib', add('tweede', 'lead')], ['tweede', propose('oma')], ['ib', remove('oma', 'tweede')])).toEqual([]);
  });

  test('SPEC 5g: a professional stands behind a removal, with a reason, until it is carried out', () => {
    const start = ['plan', 'ib', ['ib', add('wijkteam', 'professional')], ['ib', add('moeder', 'caregiver')]] as const;
    const roster = foldSound(...start, ['wijkteam', propose('moeder')], ['wijkteam', propose('moeder', 'veiligheid')]);
    expect(roster.proposals.get(id('moeder'))).toEqual([{ n: 4, by: 'wijkteam', reason: 'veiligheid' }]);
    expect(foldSound(...start, ['wijkteam', propose('moeder')], ['ib', remove('moeder', 'wijkteam')]).proposals.size).toBe(0);
    expect(refusals(...start, ['moeder', propose('wijkteam')])).toEqual(['NotALead']);
    expect(refusals(...start, ['wijkteam', propose('vreemde')])).toEqual(['NotAMember']);
    expect(refusals(...start, ['wijkteam', propose('moeder', ' ')])).toEqual(['ReasonMissing']);
  });

  test('an auditor may be in any circle, because they are given no content', () => {
    expect(refusals('safety', 'ib', ['ib', add('toezicht', 'auditor')])).toEqual([]);
  });
});

describe('SPEC 5f: a roster that is not one chain is no roster', () => {
  const entries = writeRoster('plan', 'ib', ['ib', add('moeder', 'caregiver')], ['ib', add('vader', 'caregiver')]);

  test('nothing at all', () => {
    expect(foldRoster([])).toEqual({ ok: false, error: { type: 'RosterEmpty' } });
  });

  test.each([
    ['no beginning', entries.slice(1), 1],
    ['a beginning that follows something', [{ ...entries[0]!, previous: 'r9' as RosterHash }], 0],
    ['a beginning with another number', [{ ...entries[0]!, n: 3 }], 3],
    ['a gap', [entries[0]!, entries[2]!], 2],
    ['a wrong link', [entries[0]!, { ...entries[1]!, previous: 'r9' as RosterHash }], 1],
    ['another document', [entries[0]!, { ...entries[1]!, doc: 'other' as DocumentId }], 1],
    ['the same entry twice', [...entries, entries[2]!], 2],
  ])('%s', (_, broken, n) => {
    expect(foldRoster(broken)).toEqual({ ok: false, error: { type: 'RosterBroken', n } });
  });
});

import { describe, expect, test } from 'vitest';
import { createFoldRules } from '../../../src/core/circle/createFoldRules.ts';
import { decideOrganisation, type OrganisationCommand } from '../../../src/core/organisation/decideOrganisation.ts';
import { viewOrganisation } from '../../../src/core/organisation/viewOrganisation.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { DeviceId, MemberId } from '../../../src/core/shared/ids.ts';
import { add, foldSound } from '../../support/circleStory.ts';
import { createStory, memberOf, writeEnvelope } from '../../support/documentStory.ts';

const roster = foldSound(
  'organisation',
  'anouk',
  ['anouk', add('bram', 'professional')],
  ['anouk', add('carla', 'professional')],
  ['anouk', { type: 'remove', member: 'carla' as MemberId, heads: [], reason: 'andere baan', seconded: null }],
);
const rules = createFoldRules(roster, (device: DeviceId) => memberOf(device));
const day = '2026-03-02' as CivilDate;
const describeMember = (member: string, fields: Partial<Extract<OrganisationCommand, { type: 'describe' }>>): OrganisationCommand => ({
  type: 'describe',
  member: member as MemberId,
  ...fields,
});

function createOrganisation() {
  const story = createStory('anouk-laptop', rules);
  const write = (device: string, command: OrganisationCommand) => {
    const decided = decideOrganisation(command, story.state());
    if (!decided.ok) throw new Error(decided.error.type);
    story.hear(writeEnvelope(story.state(), device, decided.value, { roster: roster.n }));
  };
  return { state: story.state, write, view: () => viewOrganisation(story.state(), roster) };
}

describe('an organisation', () => {
  test('has a name, and its people by name with who left last', () => {
    const { write, view } = createOrganisation();
    write('anouk-laptop', { type: 'rename', name: 'Basisschool De Regenboog' });
    write('anouk-laptop', describeMember('anouk', { name: 'Anouk Visser', discipline: 'internalCoordinator' }));
    write('anouk-laptop', describeMember('bram', { name: 'Aart Bos' }));
    write('anouk-laptop', describeMember('carla', { name: 'Aaf Prins', left: '2026-05-01' as CivilDate }));
    expect(view()).toMatchObject({
      name: 'Basisschool De Regenboog',
      people: [
        { member: 'bram', name: 'Aart Bos', discipline: '', administrator: false, present: true, since: 1, left: null },
        { member: 'anouk', name: 'Anouk Visser', discipline: 'internalCoordinator', administrator: true, since: 0 },
        { member: 'carla', name: 'Aaf Prins', administrator: false, present: false, since: 3, left: '2026-05-01' },
      ],
    });
  });

  test('lists whoever nobody described yet, in one order everywhere', () => {
    const { view } = createOrganisation();
    expect(view()).toMatchObject({ name: '', people: [{ member: 'anouk' }, { member: 'bram' }, { member: 'carla' }] });
    const others = foldSound('organisation', 'zoe', ['zoe', add('anouk', 'professional')]);
    expect(viewOrganisation(createOrganisation().state(), others).people.map(({ member }) => member)).toEqual(['anouk', 'zoe']);
  });

  test('each writes their own row; of another only an administrator does', () => {
    const { write, view } = createOrganisation();
    write('bram-laptop', describeMember('bram', { name: 'Bram de Wit' }));
    write('bram-laptop', describeMember('anouk', { name: 'Niet Anouk' }));
    write('bram-laptop', { type: 'rename', name: 'Van Bram' });
    expect(view()).toMatchObject({ name: '', people: [{ name: '' }, { name: 'Bram de Wit' }, {}] });
  });

  test('has a period for closed cases, of the usual ones or of its own, chosen by an administrator', () => {
    const { state, write, view } = createOrganisation();
    expect(view().retention).toBeNull();
    write('bram-laptop', { type: 'retain', ground: 'school', years: null });
    expect(view().retention).toBeNull();
    write('anouk-laptop', { type: 'retain', ground: 'own', years: 7 });
    expect(view().retention).toEqual({ ground: 'own', years: 7 });
    write('anouk-laptop', { type: 'retain', ground: 'absence', years: 7 });
    expect(view().retention).toEqual({ ground: 'absence', years: null });
    expect(decideOrganisation({ type: 'retain', ground: 'own', years: null }, state())).toMatchObject({ error: { type: 'PeriodMissing' } });
    expect(decideOrganisation({ type: 'retain', ground: 'own', years: 0 }, state()).ok).toBe(false);
  });

  test('says who helps families, in numbers and addresses that lead somewhere, written by an administrator', () => {
    const { state, write, view } = createOrganisation();
    const point = { kind: 'parentSupport', name: 'Steunpunt Noord', phone: '010 123 45 67', mail: '', checkedOn: day } as const;
    write('bram-laptop', { type: 'setHelpers', helpers: [point] });
    expect(view().helpers).toEqual([]);
    write('anouk-laptop', { type: 'setHelpers', helpers: [point] });
    expect(view().helpers).toEqual([point]);
    expect(decideOrganisation({ type: 'setHelpers', helpers: [point] }, state())).toEqual({ ok: true, value: [] });
    expect(decideOrganisation({ type: 'setHelpers', helpers: [{ ...point, phone: 'bel maar' }] }, state())).toEqual({
      ok: false,
      error: { type: 'HelperInvalid', kind: 'parentSupport', field: 'phone' },
    });
    expect(decideOrganisation({ type: 'setHelpers', helpers: [{ ...point, name: 'x'.repeat(81) }] }, state())).toMatchObject({
      error: { type: 'TextTooLong', max: 80 },
    });
  });

  test('a name may not be taken away, and nothing may be too long', () => {
    const { state } = createOrganisation();
    expect(decideOrganisation({ type: 'rename', name: ' ' }, state())).toEqual({ ok: false, error: { type: 'NameMissing' } });
    expect(decideOrganisation(describeMember('bram', { name: '' }), state())).toMatchObject({ error: { type: 'NameMissing' } });
    expect(decideOrganisation({ type: 'rename', name: 'x'.repeat(121) }, state())).toMatchObject({
      error: { type: 'TextTooLong', max: 120 },
    });
    expect(decideOrganisation(describeMember('bram', {}), state())).toEqual({ ok: true, value: [] });
  });
});

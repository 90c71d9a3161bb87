import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCircle } from '../../../src/application/documents/circle.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createTestDevice } from '../../support/createTestApplication.ts';
import { must, planOf, type Teller } from '../../support/exchangeStory.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';
import {
  addPerson,
  circleOf,
  createNeighbourhood,
  invitationIs,
  inviteTo,
  isGreen,
  joinIs,
  letIntoCase,
  makeCase,
  memberOf,
  type Neighbourhood,
  when,
} from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';

const question = (value: string) => ({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value }) as const;

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

const questionOf = async (teller: Teller, caseId: Parameters<Teller['open']>[0]) =>
  (await teller.open(caseId)).view.get().family.questionSchool;

/** A second device of the same person, linked by the first. */
async function linkTablet(laptop: Teller, how: 'inPerson' | 'atDistance' = 'inPerson'): Promise<Teller> {
  const tablet = await street.start('Nieuw toestel');
  const invitation = must(await laptop.device.devices.link(how));
  await tablet.device.circle.join(invitation.link);
  const waiting = await joinIs(tablet, 'waiting');
  const { state } = await invitationIs(laptop, invitation.id, 'asked');
  if (how === 'atDistance') expect(state).toMatchObject({ digits: (waiting as { digits: string }).digits });
  must(await laptop.device.circle.acceptGuest(invitation.id));
  await joinIs(tablet, 'in');
  return tablet;
}

describe('a second device', () => {
  it('becomes the same person, gets every document, and writes as them', async () => {
    const laptop = await street.founder('Anouk Visser');
    const caseId = await makeCase(laptop);
    const tablet = await linkTablet(laptop, 'atDistance');
    expect(memberOf(tablet)).toBe(memberOf(laptop));
    expect(tablet.device.device.get()).toMatchObject({ type: 'unlocked', profile: { name: 'Anouk Visser' } });
    await until(() => tablet.device.caseload.get().cases.length === 1);
    const [here, there] = [await laptop.open(caseId), await tablet.open(caseId)];
    must(await there.change(question('van de tablet')));
    await until(() => here.view.get().family.questionSchool === 'van de tablet');
    const { own } = laptop.device.devices;
    const listed = await when(own, (devices) => devices.length === 2);
    expect(listed).toMatchObject([
      { thisOne: true, kind: 'device', revoked: false },
      { thisOne: false, id: tablet.session().keys.id },
    ]);
  });

  it('has to be empty: work of somebody else is not mixed with it', async () => {
    const [laptop, other] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    await makeCase(other);
    const invitation = must(await laptop.device.devices.link('inPerson'));
    await other.device.circle.join(invitation.link);
    expect(await joinIs(other, 'deviceInUse')).toEqual({ type: 'deviceInUse' });
  });

  it('lost and revoked: every document gets a new key; it hands over what it still held, and then holds nothing', async () => {
    const laptop = await street.founder('Anouk Visser');
    const caseId = await makeCase(laptop);
    const tablet = await linkTablet(laptop);
    await until(() => tablet.device.caseload.get().cases.length === 1);
    must(await (await tablet.open(caseId)).change(question('van de tablet')));
    await until(async () => (await questionOf(laptop, caseId)) === 'van de tablet');
    await until(() => isGreen(tablet));
    const lost = tablet.session().keys.id;
    const onTablet = await tablet.open(caseId);
    tablet.network.connected = false;
    must(await onTablet.change(question('in de trein geschreven')));
    expect(await laptop.device.devices.revoke(laptop.session().keys.id)).toMatchObject({ error: { type: 'UnknownDevice' } });
    must(await laptop.device.devices.revoke(lost));
    const plan = planOf(laptop, caseId);
    for (const { doc } of laptop.session().documents.values()) {
      const roster = (await readCircle(laptop.context.ports.database, laptop.session(), doc))!.roster;
      expect(roster).toMatchObject({ epoch: 1, refused: [] });
      expect(roster.cutOffs).toMatchObject([{ member: memberOf(laptop), devices: [lost] }]);
    }
    expect((await circleOf(laptop, caseId)).view.get().jobs).toEqual([]);
    must(await (await laptop.open(caseId)).change(question('zonder de tablet')));
    await until(() => isGreen(laptop));
    tablet.network.connected = true;
    await tablet.device.retryExchange();
    await until(() => tablet.device.exchange.get().type === 'revoked' && tablet.session().documents.size === 0);
    expect(tablet.device.caseload.get().cases).toEqual([]);
    expect(tablet.device.exchange.get().left).toContainEqual(expect.objectContaining({ kind: 'plan', because: 'revoked', lost: 0 }));
    for (const table of ['document', 'roster', 'envelope', 'outbox'] as const)
      expect((await tablet.context.ports.database.list(table, '')).length, table).toBe(0);
    expect(await onTablet.change(question('daarna nog'))).toEqual({ ok: false, error: { type: 'DeviceRevoked' } });
    // Beyond the cut-off: kept apart for a lead, and not in the plan.
    const view = await when((await circleOf(laptop, caseId)).view, ({ late }) => late.length > 0);
    expect(view.late).toMatchObject([{ member: memberOf(laptop), doc: plan, count: 1 }]);
    expect(await questionOf(laptop, caseId)).toBe('zonder de tablet');
    expect(laptop.device.devices.own.get().find(({ id }) => id === lost) ?? { revoked: true }).toMatchObject({ revoked: true });
  });
});

describe('every device lost', () => {
  it('the code on paper alone brings everything back on an empty device', async () => {
    const laptop = await street.founder('Anouk Visser');
    const caseId = await makeCase(laptop);
    must(await (await laptop.open(caseId)).change(question('niet verloren')));
    const code = must(await laptop.device.makeRecoveryCode());
    await laptop.device.retryExchange();
    await until(() => isGreen(laptop));
    const fresh = createTestDevice({ random: createSeededRandom(4242) });
    const helper = await startEmpty(fresh);
    const input = {
      name: 'Anouk Visser',
      discipline: 'internalCoordinator',
      organisation: 'De Regenboog',
      passphrase: 'nieuwe woorden hier',
    };
    expect(await helper.device.devices.recover('1234', input)).toMatchObject({ error: { type: 'WrongRecoveryCode' } });
    await until(async () => (await helper.device.devices.recover(code, input)).ok);
    expect(memberOf(helper)).toBe(memberOf(laptop));
    await until(() => helper.device.caseload.get().cases.length === 1);
    expect(await questionOf(helper, caseId)).toBe('niet verloren');
    expect(helper.device.storage.get().recoveryCode).toBe('verified');
    expect(await helper.device.devices.recover(code, input)).toMatchObject({ error: { type: 'DeviceNotEmpty' } });
  });

  it('the code too: a lead lets them in again as who they were, and the lost keys go out', async () => {
    const [anouk, bram, again] = [
      await street.founder('Anouk Visser'),
      await street.start('Bram de Groot'),
      await street.start('Bram de Groot'),
    ];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, bram, caseId, 'professional');
    const old = memberOf(bram);
    const person = await addPerson(anouk, caseId, { part: 'professional', name: 'Bram de Groot' });
    const invitation = await inviteTo(anouk, caseId, { person, role: 'professional', succeeds: old });
    await again.device.circle.join(invitation.link);
    await invitationIs(anouk, invitation.id, 'asked');
    must(await anouk.device.circle.acceptGuest(invitation.id));
    await until(() => again.device.caseload.get().cases.length === 1);
    const { roster } = (await readCircle(anouk.context.ports.database, anouk.session(), planOf(anouk, caseId)))!;
    expect(roster.members.get(memberOf(again))).toMatchObject({ role: 'professional', succeeds: old });
    expect(roster.members.has(old)).toBe(false);
    const circle = must(await anouk.device.circle.open(caseId));
    expect(circle.view.get().people.map(({ name, replaced }) => [name, replaced])).toEqual([
      ['Anouk Visser', false],
      ['Bram de Groot', false],
    ]);
    circle.close();
  });

  it('a family member likewise; their lost keys wait for the second professional, under their own name', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    const [mother, again] = [await street.start('Kasia'), await street.start('Kasia')];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, bram, caseId, 'professional');
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    const old = memberOf(mother);
    const circle = must(await anouk.device.circle.open(caseId));
    await until(() => circle.view.get().people.some(({ member }) => member === old));
    const { person } = circle.view.get().people.find(({ member }) => member === old)!;
    // The role of the moment counts, whatever the invitation said.
    const invitation = await inviteTo(anouk, caseId, { person, role: 'reader', succeeds: old });
    await again.device.circle.join(invitation.link);
    await invitationIs(anouk, invitation.id, 'asked');
    must(await anouk.device.circle.acceptGuest(invitation.id));
    await until(() => circle.view.get().proposals.length === 1);
    const { people, proposals } = circle.view.get();
    expect(proposals[0]).toMatchObject({ member: old, by: [memberOf(anouk)] });
    expect(people.filter(({ name }) => name === 'Kasia').map(({ member, role, replaced }) => [member === old, role, replaced])).toEqual(
      expect.arrayContaining([
        [true, 'caregiver', true],
        [false, 'caregiver', false],
      ]),
    );
    expect(people.every(({ person: known }) => known !== null)).toBe(true);
    circle.close();
  });

  it('who was taken out meanwhile does not come back so', async () => {
    const [anouk, bram, again] = [
      await street.founder('Anouk Visser'),
      await street.start('Bram de Groot'),
      await street.start('Bram de Groot'),
    ];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, bram, caseId, 'professional');
    const old = memberOf(bram);
    const invitation = await inviteTo(anouk, caseId, { person: null, role: 'professional', succeeds: old });
    await again.device.circle.join(invitation.link);
    await invitationIs(anouk, invitation.id, 'asked');
    must(await anouk.device.circle.removeMember(caseId, old, 'hulp klaar'));
    expect(await anouk.device.circle.acceptGuest(invitation.id)).toMatchObject({ error: { type: 'NotAMember' } });
    const input = { how: 'inPerson', role: 'professional', documents: [], person: null, until: null, sharing: null } as const;
    expect(await anouk.device.circle.invite(caseId, { ...input, succeeds: old })).toMatchObject({ error: { type: 'NotAMember' } });
  });
});

/** A device on which nobody has worked yet. */
const startEmpty = (stored: Teller['stored']) => street.start('', { stored, empty: true });

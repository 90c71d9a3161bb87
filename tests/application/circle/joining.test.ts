import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { must, planOf } from '../../support/exchangeStory.ts';
import {
  addPerson,
  bringColleague,
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

describe('an organisation', () => {
  it('is founded with the link of the first start, once, and has its founder as administrator', async () => {
    const anouk = await street.founder('Anouk Visser');
    await until(() => isGreen(anouk));
    const opened = must(await anouk.device.organisation.open());
    expect(opened.view.get()).toMatchObject({
      name: 'Basisschool De Regenboog',
      amAdministrator: true,
      people: [{ name: 'Anouk Visser', administrator: true, me: true, devices: null }],
      alarms: [{ type: 'OneAdministrator' }],
    });
    must(await opened.refresh());
    expect(opened.view.get().people[0]?.devices).toMatchObject([{ id: anouk.session().keys.id, blocked: false }]);
    const bram = await street.start('Bram');
    expect(await bram.device.organisation.found('#setup=onzin', 'X')).toMatchObject({ error: { type: 'InvitationOver' } });
    expect(await bram.device.organisation.found(`#setup=${'A'.repeat(43)}`, 'X')).toMatchObject({ error: { type: 'InvitationOver' } });
    expect(await bram.device.organisation.found(`#setup=${'A'.repeat(43)}`, ' ')).toMatchObject({ error: { type: 'NameMissing' } });
  });

  it('lets a colleague in, who is added to a case without a link; both see the same plan', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    await bringColleague(anouk, bram);
    const caseId = await makeCase(anouk);
    const circle = await circleOf(anouk, caseId);
    await when(circle.view, ({ colleagues }) => colleagues.some(({ name }) => name === 'Bram de Groot'));
    const member = memberOf(bram);
    must(await anouk.device.circle.addColleague(caseId, { member, role: 'professional', person: null, documents: [], until: null }));
    await until(() => bram.device.caseload.get().cases.length === 1);
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    must(await his.change(question('van Bram')));
    await until(() => hers.view.get().family.questionSchool === 'van Bram');
    must(await hers.change(question('van Anouk')));
    await until(() => his.view.get().family.questionSchool === 'van Anouk');
    const seen = await when(
      (await circleOf(bram, caseId)).view,
      ({ people }) => people.length === 2 && people.every(({ person }) => person !== null),
    );
    expect(seen).toMatchObject({
      myRole: 'professional',
      mayChange: false,
      people: [
        { name: 'Anouk Visser', role: 'lead', devices: 1, sharing: 'notNeeded' },
        { name: 'Bram de Groot', role: 'professional', me: true, organisation: 'Basisschool De Regenboog', sharing: 'notNeeded' },
      ],
      alarms: [{ type: 'OneLead', member: memberOf(anouk) }],
    });
  });

  it('gives families its numbers: whoever coordinates takes them along into the plan, which is all that a family reads', async () => {
    const [anouk, moeder] = [await street.founder('Anouk Visser'), await street.start('Moeder de Wit')];
    const caseId = await makeCase(anouk);
    const open = await anouk.open(caseId);
    const confidant = { kind: 'confidant', name: 'Jos', phone: '06-12345678', mail: '' } as const;
    expect(await moeder.device.organisation.setHelpers([confidant])).toMatchObject({ error: { type: 'NoOrganisation' } });
    expect(await anouk.device.organisation.setHelpers([{ ...confidant, mail: 'geen adres' }])).toMatchObject({
      error: { type: 'HelperInvalid', kind: 'confidant', field: 'mail' },
    });
    must(await anouk.device.organisation.setHelpers([confidant, { kind: 'complaint', name: '', phone: '', mail: '' }]));
    const { view } = must(await anouk.device.organisation.open());
    const checkedOn = anouk.context.ports.clock.today();
    expect(view.get().helpers).toEqual([{ ...confidant, checkedOn }]);
    expect(open.view.get().helpers).toEqual([]);
    await anouk.open(caseId);
    await when(open.view, ({ helpers }) => helpers.length === 1);
    expect(open.undoable.get()).toBeNull();
    await letIntoCase(anouk, moeder, caseId, 'caregiver');
    const hers = await moeder.open(caseId);
    await until(() => hers.view.get().helpers.length === 1);
    expect(hers.view.get().helpers).toMatchObject([{ id: 'helper.confidant', name: 'Jos', phone: '06-12345678', checkedOn }]);
  });

  it('stops a device at once, and tells the leads of its circles', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    await bringColleague(anouk, bram);
    const caseId = await makeCase(anouk);
    const member = memberOf(bram);
    must(await anouk.device.circle.addColleague(caseId, { member, role: 'professional', person: null, documents: [], until: null }));
    await until(() => bram.device.caseload.get().cases.length === 1);
    expect(await bram.device.organisation.blockDevice(anouk.session().keys.id, true)).toMatchObject({
      error: { type: 'NotAnAdministrator' },
    });
    must(await anouk.device.organisation.blockDevice(bram.session().keys.id, true));
    await until(() => bram.device.exchange.get().type === 'blocked');
    const { view } = await circleOf(anouk, caseId);
    await when(view, ({ alarms }) => alarms.some((alarm) => alarm.type === 'DeviceBlocked' && alarm.member === member));
    must(await anouk.device.organisation.blockDevice(bram.session().keys.id, false));
    await bram.device.retryExchange();
    await until(() => isGreen(bram));
  });

  it('lets an administrator correct how a colleague is called, and everyone themselves only', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Grot')];
    await bringColleague(anouk, bram);
    must(await anouk.device.organisation.changePerson(memberOf(bram), { name: 'Bram de Groot' }));
    expect(await anouk.device.organisation.changePerson(memberOf(bram), { name: ' ' })).toMatchObject({ error: { type: 'NameMissing' } });
    expect(await bram.device.organisation.changePerson(memberOf(anouk), { name: 'X' })).toMatchObject({
      error: { type: 'NotAnAdministrator' },
    });
    must(await bram.device.organisation.changePerson(memberOf(bram), { discipline: 'districtTeam' }));
    for (const teller of [anouk, bram]) {
      const { view } = must(await teller.device.organisation.open());
      await when(view, ({ people }) => people.some(({ name, discipline }) => name === 'Bram de Groot' && discipline === 'districtTeam'));
    }
  });

  it('lets somebody go, and keeps an administrator', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    await bringColleague(anouk, bram);
    expect(await anouk.device.organisation.removeColleague(memberOf(anouk))).toMatchObject({ error: { type: 'LastAdministrator' } });
    expect(await bram.device.organisation.removeColleague(memberOf(anouk))).toMatchObject({ error: { type: 'NotAnAdministrator' } });
    must(await anouk.device.organisation.makeAdministrator(memberOf(bram), true));
    must(await anouk.device.organisation.makeAdministrator(memberOf(bram), false));
    must(await anouk.device.organisation.removeColleague(memberOf(bram)));
    const { view } = must(await anouk.device.organisation.open());
    const people = await when(view, (seen) => seen.people.some(({ left }) => left !== null));
    expect(people.people.map(({ name, left }) => [name, left !== null])).toEqual([
      ['Anouk Visser', false],
      ['Bram de Groot', true],
    ]);
  });
});

describe('an invitation into a case', () => {
  it('in person: the guest comes in after the host confirmed, and reads what was there', async () => {
    const [anouk, moeder] = [await street.founder('Anouk Visser'), await street.start('Moeder de Wit')];
    const caseId = await makeCase(anouk);
    const open = await anouk.open(caseId);
    must(await open.change(question('Hoe houden we hem erbij?')));
    const person = await addPerson(anouk, caseId, { part: 'caregiver', name: 'Moeder' });
    const invitation = await inviteTo(anouk, caseId, { person, role: 'caregiver' });
    expect(invitation).toMatchObject({ how: 'inPerson', state: { type: 'waiting' }, role: 'caregiver', person });
    expect(invitation.expiresAt - invitation.madeAt).toBe(10 * 60_000);
    await moeder.device.circle.join(`https://knooppunt.example/${invitation.link}`);
    const waiting = await joinIs(moeder, 'waiting');
    expect(waiting).toMatchObject({ digits: null, inviter: { name: 'Anouk Visser', organisation: 'Basisschool De Regenboog' } });
    expect((await invitationIs(anouk, invitation.id, 'asked')).state).toMatchObject({ name: 'Moeder de Wit', digits: null });
    expect(moeder.device.caseload.get().cases).toEqual([]);
    must(await anouk.device.circle.acceptGuest(invitation.id));
    expect(await joinIs(moeder, 'in')).toMatchObject({ use: 'case', caseId });
    await until(() => moeder.device.caseload.get().cases.length === 1);
    expect((await moeder.open(caseId)).view.get().family.questionSchool).toBe('Hoe houden we hem erbij?');
    await until(() => open.view.get().people.find(({ id }) => id === person)?.member === memberOf(moeder));
    expect((await invitationIs(anouk, invitation.id, 'accepted')).state).toMatchObject({ name: 'Moeder de Wit' });
  });

  it('at a distance: both see the same 24 digits, another guest would see others', async () => {
    const [anouk, moeder] = [await street.founder('Anouk Visser'), await street.start('Moeder de Wit')];
    const caseId = await makeCase(anouk);
    const person = await addPerson(anouk, caseId, { part: 'caregiver', name: 'Moeder' });
    const invitation = await inviteTo(anouk, caseId, { person, role: 'caregiver', how: 'atDistance' });
    expect(invitation.expiresAt - invitation.madeAt).toBe(24 * 3_600_000);
    await moeder.device.circle.join(invitation.link);
    const waiting = await joinIs(moeder, 'waiting');
    const { state } = await invitationIs(anouk, invitation.id, 'asked');
    const digits = state.type === 'asked' ? state.digits : null;
    expect(digits).toMatch(/^(\d{4} ){5}\d{4}$/);
    expect(waiting).toMatchObject({ digits });
    must(await anouk.device.circle.acceptGuest(invitation.id));
    await joinIs(moeder, 'in');
  });

  it('a stolen link asks and reads nothing; refused, its holder hears that; nobody else can use it', async () => {
    const [anouk, thief, moeder] = [await street.founder('Anouk Visser'), await street.start('Dief'), await street.start('Moeder de Wit')];
    const caseId = await makeCase(anouk);
    const person = await addPerson(anouk, caseId, { part: 'caregiver', name: 'Moeder' });
    const invitation = await inviteTo(anouk, caseId, { person, role: 'caregiver', how: 'atDistance' });
    await thief.device.circle.join(invitation.link);
    await joinIs(thief, 'waiting');
    await invitationIs(anouk, invitation.id, 'asked');
    await until(() => isGreen(anouk));
    // The server knows the thief's device by now, and gives it nothing all the same.
    const plan = planOf(anouk, caseId);
    const { openAccess } = await import('../../../src/application/exchange/access.ts');
    const access = must(await openAccess(thief.context));
    for (const stream of ['roster', 'log'])
      expect(await thief.context.ports.server!.read(access, `/v1/doc/${plan}/${stream}`, { offset: '-1', wait: false })).toMatchObject({
        error: { code: 'NotAMember' },
      });
    await moeder.device.circle.join(invitation.link);
    expect(await joinIs(moeder, 'used')).toEqual({ type: 'used' });
    must(await anouk.device.circle.refuseGuest(invitation.id));
    expect(await joinIs(thief, 'refused')).toEqual({ type: 'refused' });
    expect(thief.session().documents.size).toBe(0);
  });

  it('too old, ended or mangled says so', async () => {
    const [anouk, moeder] = [await street.founder('Anouk Visser'), await street.start('Moeder de Wit')];
    const caseId = await makeCase(anouk);
    const person = await addPerson(anouk, caseId, { part: 'caregiver', name: 'Moeder' });
    const ended = await inviteTo(anouk, caseId, { person, role: 'caregiver' });
    must(await anouk.device.circle.endInvitation(ended.id));
    await moeder.device.circle.join(ended.link);
    await joinIs(moeder, 'expired');
    const old = await inviteTo(anouk, caseId, { person, role: 'caregiver' });
    street.server.turnClock(11 * 60_000);
    await moeder.device.circle.join(old.link);
    await joinIs(moeder, 'expired');
    await moeder.device.circle.join(old.link.slice(0, -3));
    expect(await joinIs(moeder, 'unreadable')).toMatchObject({ problem: 'Mangled' });
    expect(await moeder.device.circle.readInvitation(old.link)).toEqual({ ok: true, value: { use: 'case' } });
    expect(await moeder.device.circle.readInvitation('#setup=abc')).toMatchObject({ error: { type: 'WrongKind' } });
  });

  it('without a signal the scan is kept, over a restart, and finishes by itself', async () => {
    const [anouk, moeder] = [await street.founder('Anouk Visser'), await street.start('Moeder de Wit')];
    const caseId = await makeCase(anouk);
    const person = await addPerson(anouk, caseId, { part: 'caregiver', name: 'Moeder' });
    const invitation = await inviteTo(anouk, caseId, { person, role: 'caregiver' });
    moeder.network.connected = false;
    await moeder.device.circle.join(invitation.link);
    await joinIs(moeder, 'kept');
    moeder.context.session = null;
    moeder.close();
    const again = await street.start('Moeder de Wit', { stored: moeder.stored });
    await joinIs(again, 'waiting');
    await invitationIs(anouk, invitation.id, 'asked');
    must(await anouk.device.circle.acceptGuest(invitation.id));
    await joinIs(again, 'in');
    await until(() => again.device.caseload.get().cases.length === 1);
  });

  it('on a device that nobody set up waits for that, and goes on by itself', async () => {
    const anouk = await street.founder('Anouk Visser');
    const caseId = await makeCase(anouk);
    const person = await addPerson(anouk, caseId, { part: 'caregiver', name: 'Moeder' });
    const invitation = await inviteTo(anouk, caseId, { person, role: 'caregiver' });
    const phone = await street.start('', { empty: true });
    await phone.device.circle.join(invitation.link);
    expect(await joinIs(phone, 'needsDevice')).toEqual({ type: 'needsDevice', use: 'case' });
    must(await phone.device.setUpDevice({ name: 'Moeder', discipline: '', organisation: '', passphrase: 'vier woorden die blijven' }));
    await joinIs(phone, 'waiting');
    // Locked: nothing of it stands on the screen; unlocked it goes on.
    await phone.device.lock('asked');
    expect(phone.device.circle.joining.get()).toEqual({ type: 'none' });
    must(await phone.device.unlock('vier woorden die blijven'));
    await joinIs(phone, 'waiting');
    await invitationIs(anouk, invitation.id, 'asked');
    must(await anouk.device.circle.acceptGuest(invitation.id));
    await joinIs(phone, 'in');
    await until(() => phone.device.caseload.get().cases.length === 1);
  });

  it('needs a lead, an end date for an expert, and roles that may hold what they get', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    const caseId = await makeCase(anouk);
    const team = must(await anouk.device.circle.addDocument(caseId, 'team', { reason: 'Wij overleggen over wie betaalt.' }));
    const person = await addPerson(anouk, caseId, { part: 'professional', name: 'Deskundige' });
    const input = { how: 'inPerson', documents: [], person, until: null, sharing: null, succeeds: null } as const;
    expect(await anouk.device.circle.invite(caseId, { ...input, role: 'expert' })).toMatchObject({ error: { type: 'EndDateMissing' } });
    expect(await anouk.device.circle.invite(caseId, { ...input, role: 'caregiver', documents: [team] })).toMatchObject({
      error: { type: 'RoleMayNotHoldThis' },
    });
    await letIntoCase(anouk, bram, caseId, 'professional', [team]);
    expect(await bram.device.circle.invite(caseId, { ...input, role: 'caregiver' })).toMatchObject({ error: { type: 'NotALead' } });
    anouk.network.connected = false;
    expect(await anouk.device.circle.invite(caseId, { ...input, role: 'caregiver' })).toMatchObject({ error: { type: 'Offline' } });
    const lonely = await street.start('Carla');
    const own = await makeCase(lonely);
    expect(await lonely.device.circle.invite(own, { ...input, role: 'caregiver' })).toMatchObject({ error: { type: 'NotConnected' } });
  });

  it('asks what is shared with another organisation; without it everyone sees that it is missing', async () => {
    const [anouk, expert] = [await street.founder('Anouk Visser'), await street.start('Deskundige')];
    const caseId = await makeCase(anouk);
    const person = await addPerson(anouk, caseId, { part: 'professional', name: 'Deskundige', organisation: 'Samenwerkingsverband' });
    const until14 = anouk.context.ports.clock.today() as never;
    const invitation = await inviteTo(anouk, caseId, { person, role: 'expert', until: until14 });
    await expert.device.circle.join(invitation.link);
    await invitationIs(anouk, invitation.id, 'asked');
    must(await anouk.device.circle.acceptGuest(invitation.id));
    await until(() => expert.device.caseload.get().cases.length === 1);
    const { view } = await circleOf(expert, caseId);
    const seen = await when(view, ({ alarms }) => alarms.some(({ type }) => type === 'SharingMissing'));
    expect(seen.alarms.map(({ type }) => type)).toEqual(['NoContinuity', 'OneLead', 'SharingMissing', 'EndNear']);
    const open = await anouk.open(caseId);
    const sharing = { what: 'verslagen', withWhom: person, purpose: 'meekijken', legalBasis: 'consent' } as const;
    must(await open.change({ type: 'add', kind: 'sharing', fields: sharing }));
    await when(view, ({ alarms }) => !alarms.some(({ type }) => type === 'SharingMissing'));
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CircleAlarm } from '../../../src/application/application.ts';
import { dayOf } from '../../../src/core/shared/dayOf.ts';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import { PASSPHRASE } from '../../support/createTestApplication.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import {
  addPerson,
  bringColleague,
  bringIn,
  circleOf,
  createNeighbourhood,
  inviteTo,
  letIntoCase,
  makeCase,
  memberOf,
  type Neighbourhood,
  when,
} from '../../support/neighbours.ts';
import { turnableClock } from '../../support/turnableClock.ts';
import { until } from '../../support/until.ts';

const DAY = 24 * 60 * 60 * 1000;

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

async function alarmsOf(teller: Teller, caseId: CaseId): Promise<readonly CircleAlarm[]> {
  const circle = await circleOf(teller, caseId);
  circle.close();
  return circle.view.get().alarms;
}

describe('somebody who takes part until a day', () => {
  it('is told as near, and as past once the clock says so; a clock that was only wrong takes it back', async () => {
    const clock = turnableClock();
    const anouk = await street.founder('Anouk Visser', clock);
    const expert = await street.start('Kees Kundig');
    const caseId = await makeCase(anouk);
    const on = dayOf(Date.now() + 10 * DAY);
    const person = await addPerson(anouk, caseId, { part: 'professional', name: 'Kees Kundig' });
    await bringIn(anouk, expert, await inviteTo(anouk, caseId, { person, role: 'expert', until: on }));
    const aboutEnd = async () => (await alarmsOf(anouk, caseId)).filter(({ type }) => type.startsWith('End'));
    expect(await aboutEnd()).toEqual([{ type: 'EndNear', member: memberOf(expert), on }]);

    clock.ahead = 11 * DAY;
    expect(await aboutEnd()).toEqual([{ type: 'EndPast', member: memberOf(expert), on }]);
    // The server knows that this clock is only turned, and the screens say so beside it.
    await anouk.device.lock('asked');
    must(await anouk.device.unlock(PASSPHRASE));
    await until(() => anouk.device.storage.get().clockSuspect === 'ahead');

    clock.ahead = 0;
    expect(await aboutEnd()).toEqual([{ type: 'EndNear', member: memberOf(expert), on }]);
  });
});

describe('sharing with another organisation that nobody recorded', () => {
  it('is seen by a caregiver in the circle, until it is recorded', async () => {
    const anouk = await street.founder('Anouk Visser');
    const [mother, bram] = [await street.start('Ewa Nowak'), await street.start('Bram de Groot')];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    const person = await addPerson(anouk, caseId, { part: 'professional', name: 'Bram de Groot', organisation: 'Wijkteam Oost' });
    await bringIn(anouk, bram, await inviteTo(anouk, caseId, { person, role: 'professional' }));

    const circle = await circleOf(mother, caseId);
    const missing = { type: 'SharingMissing', member: memberOf(bram) };
    await when(circle.view, ({ alarms }) => alarms.some(({ type }) => type === 'SharingMissing'));
    expect(circle.view.get().myRole).toBe('caregiver');
    expect(circle.view.get().alarms).toContainEqual(missing);
    const open = await anouk.open(caseId);
    const fields = { withWhom: person, what: 'Hoe het op school gaat', purpose: 'Samen helpen', legalBasis: 'consent' } as const;
    must(await open.change({ type: 'add', kind: 'sharing', fields }));
    await when(circle.view, ({ alarms }) => alarms.every(({ type }) => type !== 'SharingMissing'));

    // Taken back: no word is missing, but nothing may be shared any more with who still reads along.
    const set = (field: string, value: unknown) => ({ type: 'set', entity: open.view.get().sharings[0]!.id, field, value }) as const;
    must(await open.change(set('withdrawnOn', anouk.context.ports.clock.today())));
    await when(circle.view, ({ alarms }) => alarms.some(({ type }) => type === 'SharingWithdrawn'));
    expect(circle.view.get().people.find(({ member }) => member === memberOf(bram))!.sharing).toBe('withdrawn');
    must(await open.change({ type: 'add', kind: 'sharing', fields: { ...fields, what: 'Alleen over slapen' } }));
    await when(circle.view, ({ alarms }) => alarms.every(({ type }) => !type.startsWith('Sharing')));
    circle.close();
  });
});

describe("the circle's stops on the list of cases", () => {
  const stopsOf = (teller: Teller, caseId: CaseId) =>
    teller.device.caseload
      .get()
      .cases.find((one) => one.caseId === caseId)
      ?.circle.map(({ type, name }) => (name ? `${type} ${name}` : type));

  it('follow the circle without opening the case: on every device, in another tab, and after unlocking', async () => {
    const anouk = await street.founder('Anouk Visser');
    const [mother, bram] = [await street.start('Ewa Nowak'), await street.start('Bram de Groot')];
    const caseId = await makeCase(anouk);
    expect(stopsOf(anouk, caseId)).toEqual(['NoContinuity', 'OneLead Anouk Visser']);
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    await letIntoCase(anouk, bram, caseId, 'professional');
    await until(() => stopsOf(anouk, caseId)?.join() === 'OneLead Anouk Visser');
    const tab = await street.start('Anouk Visser', { stored: anouk.stored });
    await until(() => stopsOf(tab, caseId)?.join() === 'OneLead Anouk Visser');

    must(await anouk.device.circle.changeRole(caseId, memberOf(bram), 'lead'));
    await until(() => [anouk, bram, mother, tab].every((each) => stopsOf(each, caseId)?.length === 0));
    must(await anouk.device.circle.proposeRemoval(caseId, memberOf(mother), 'verhuisd naar een andere gemeente'));
    await until(() => [anouk, bram, tab].every((each) => stopsOf(each, caseId)?.join() === 'RemovalWaits Ewa Nowak'));
    expect(stopsOf(mother, caseId)).toEqual([]);

    // Kept, and behind the circle when the browser was killed in between.
    tab.close();
    await bram.device.lock('asked');
    const kept = await bram.stored.database.listLocal('summary/');
    must(await bram.device.unlock(PASSPHRASE));
    must(await bram.device.circle.secondRemoval(caseId, memberOf(mother)));
    await until(() => stopsOf(bram, caseId)?.length === 0);
    await bram.device.lock('asked');
    for (const { key, bytes } of kept) await bram.stored.database.putLocal(key, bytes);
    must(await bram.device.unlock(PASSPHRASE));
    await until(() => stopsOf(bram, caseId)?.length === 0);
  });
});

describe('how long a closed case is kept', () => {
  it('is what the own organisation chose, also when that changes or another document of the case does; the family hears no date', async () => {
    const anouk = await street.founder('Anouk Visser');
    const [bram, mother] = [await street.start('Bram de Groot'), await street.start('Ewa Nowak')];
    await bringColleague(anouk, bram);
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, bram, caseId, 'professional');
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    const retentionOf = (teller: Teller) => teller.device.caseload.get().cases.find((one) => one.caseId === caseId)?.retention;
    const open = await anouk.open(caseId);
    must(await open.change({ type: 'set', entity: 'family' as EntityId, field: 'phase', value: 'closure' }));
    await until(() => retentionOf(bram)?.ground === 'school');
    expect(retentionOf(bram)!.mayDestroy).toBe(false);

    expect(await bram.device.organisation.retain({ ground: 'own', years: 7 })).toMatchObject({ error: { type: 'NotAnAdministrator' } });
    must(await anouk.device.organisation.retain({ ground: 'own', years: 7 }));
    await until(() => [anouk, bram].every((each) => retentionOf(each)?.years === 7));
    expect(Number(retentionOf(bram)!.until.slice(0, 4))).toBe(new Date().getFullYear() + 7);
    await until(() => mother.device.caseload.get().cases[0]?.phase === 'closure');
    expect(retentionOf(mother)).toBeNull();
  });
});

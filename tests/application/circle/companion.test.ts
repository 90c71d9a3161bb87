import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { addDays } from '../../../src/core/shared/civilDate.ts';
import type { CaseId } from '../../../src/core/shared/ids.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import {
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

const asked = (until: CivilDate) =>
  ({
    type: 'proposeCompanion',
    what: 'interpreter',
    name: 'Farida',
    why: 'Het gaat mij te snel',
    meeting: null,
    until,
    phone: '06-12345678',
    person: null,
  }) as const;

/** A lead, a second professional and a mother share a case. */
async function begin() {
  const clock = turnableClock();
  const anouk = await street.founder('Anouk Visser', clock);
  const [bram, mother] = [await street.start('Bram de Groot'), await street.start('Ewa Nowak')];
  const caseId = await makeCase(anouk);
  await letIntoCase(anouk, bram, caseId, 'professional');
  await letIntoCase(anouk, mother, caseId, 'caregiver');
  const [lead, hers] = [await anouk.open(caseId), await mother.open(caseId)];
  await until(() => hers.view.get().me !== null);
  const today = anouk.context.ports.clock.today() as CivilDate;
  return { clock, anouk, bram, mother, caseId, lead, hers, today };
}

async function personIn(teller: Teller, caseId: CaseId, name: string) {
  const circle = await circleOf(teller, caseId);
  circle.close();
  const { people, alarms } = circle.view.get();
  const person = people.find((one) => one.name === name);
  const about = alarms.filter((alarm) => 'member' in alarm && alarm.member === person?.member).map(({ type }) => type);
  return { person, alarms: about.filter((type) => type === 'EndNear' || type === 'EndPast' || type === 'NotWanted') };
}

describe('an interpreter whom a mother wants beside her', () => {
  it('is asked for offline, confirmed by a lead, comes in for a while, stays longer by agreement, and is taken out by two', async () => {
    const { clock, anouk, bram, mother, caseId, lead, hers, today } = await begin();
    mother.network.connected = false;
    must(await hers.change(asked(addDays(today, 10))));
    expect(hers.view.get().companions).toMatchObject([{ state: 'waiting', by: hers.view.get().me!.id }]);
    expect(lead.view.get().companions).toEqual([]);
    mother.network.connected = true;
    mother.network.hope();
    await until(() => lead.view.get().alarms.some(({ type }) => type === 'CompanionsWaiting'));
    const [companion] = lead.view.get().companions;

    // Only who changes the circle answers; it makes the person, and nobody is in yet.
    const yes = { type: 'confirmCompanion', companion: companion!.id, person: null, name: 'Farida', relation: 'tolk van Ewa' } as const;
    const his = await bram.open(caseId);
    await until(() => his.view.get().companions.length === 1);
    const no = { type: 'declineCompanion', companion: companion!.id, reason: 'Te vol' } as const;
    expect(await his.change(no)).toMatchObject({ error: { type: 'NotYours' } });
    expect(his.view.get().companions[0]!.state).toBe('waiting');
    must(await lead.change({ ...yes, until: addDays(today, 10) }));
    await until(() => hers.view.get().companions[0]?.state === 'confirmed');
    const person = lead.view.get().companions[0]!.who!;
    expect((await personIn(anouk, caseId, 'Farida')).person).toBeUndefined();

    const farida = await street.start('Farida');
    await bringIn(anouk, farida, await inviteTo(anouk, caseId, { person, role: 'supporter', until: addDays(today, 10) }));
    await until(() => farida.device.caseload.get().cases.some((one) => one.caseId === caseId));
    const theirs = await farida.open(caseId);
    await until(() => theirs.view.get().me?.id === person);
    expect(theirs.view.get().me).toMatchObject({ relation: 'tolk van Ewa', until: addDays(today, 10) });
    expect(farida.device.caseload.get().cases[0]!.amFamily).toBe(true);
    // Whoever was brought brings nobody else.
    expect(await theirs.change(asked(addDays(today, 10)))).toMatchObject({ ok: false });
    expect((await personIn(anouk, caseId, 'Farida')).alarms).toEqual(['EndNear']);

    clock.ahead = 11 * DAY;
    expect(await personIn(anouk, caseId, 'Farida')).toMatchObject({
      person: { end: 'past', until: addDays(today, 10) },
      alarms: ['EndPast'],
    });
    clock.ahead = 0;
    const agreedBy = lead.view.get().companions[0]!.by!;
    must(await lead.change({ type: 'prolongCompanion', companion: companion!.id, until: addDays(today, 40), agreedBy, via: 'spoken' }));
    await until(() => theirs.view.get().me?.until === addDays(today, 40));
    clock.ahead = 11 * DAY;
    expect(await personIn(anouk, caseId, 'Farida')).toMatchObject({ person: { end: 'later', until: addDays(today, 40) }, alarms: [] });
    clock.ahead = 41 * DAY;
    expect((await personIn(anouk, caseId, 'Farida')).alarms).toEqual(['EndPast']);
    clock.ahead = 0;
    // The rule for who belongs to a family stays: two professionals stand behind it.
    const member = memberOf(farida);
    expect(await anouk.device.circle.removeMember(caseId, member, 'De tijd is voorbij')).toMatchObject({
      error: { type: 'SecondProfessionalMissing' },
    });
    must(await anouk.device.circle.proposeRemoval(caseId, member, 'De tijd is voorbij'));
    const seen = await circleOf(bram, caseId);
    await when(seen.view, ({ proposals }) => proposals.some((one) => one.member === member));
    must(await bram.device.circle.secondRemoval(caseId, member));
    const circle = await circleOf(anouk, caseId);
    await when(circle.view, ({ people }) => people.every((one) => one.member !== member));
    await until(() => farida.device.caseload.get().cases.length === 0);
    for (const each of [circle, seen]) each.close();
  });

  it('is not wanted any more: the leads hear that at once, and taking that back ends it', async () => {
    const { anouk, caseId, lead, hers, today } = await begin();
    must(await hers.change(asked(addDays(today, 100))));
    await until(() => lead.view.get().companions.length === 1);
    const { id } = lead.view.get().companions[0]!;
    must(
      await lead.change({
        type: 'confirmCompanion',
        companion: id,
        person: null,
        name: 'Farida',
        relation: '',
        until: addDays(today, 100),
      }),
    );
    const farida = await street.start('Farida');
    const person = lead.view.get().companions[0]!.who!;
    await bringIn(anouk, farida, await inviteTo(anouk, caseId, { person, role: 'supporter', until: addDays(today, 100) }));
    expect(await personIn(anouk, caseId, 'Farida')).toMatchObject({ person: { companion: { id, isWanted: true } }, alarms: [] });
    await until(() => hers.view.get().companions[0]?.state === 'confirmed');
    must(await hers.change({ type: 'withdrawCompanion', companion: id }));
    await until(() => lead.view.get().companions[0]?.state === 'withdrawn');
    expect((await personIn(anouk, caseId, 'Farida')).alarms).toEqual(['NotWanted']);
    must(await hers.undo());
    await until(() => lead.view.get().companions[0]?.state === 'confirmed');
    expect((await personIn(anouk, caseId, 'Farida')).alarms).toEqual([]);
  });
});

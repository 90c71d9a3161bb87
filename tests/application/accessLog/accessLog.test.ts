import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccessView, OpenAccessLog } from '../../../src/application/application.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
import type { CaseId, DocumentId } from '../../../src/core/shared/ids.ts';
import { joinBytes } from '../../../src/protocol/bytes.ts';
import { splitCborSequence } from '../../../src/protocol/cbor.ts';
import { must, planOf, type Teller } from '../../support/exchangeStory.ts';
import {
  bringColleague,
  circleOf,
  createNeighbourhood,
  isGreen,
  letIntoCase,
  makeCase,
  memberOf,
  type Neighbourhood,
  when,
} from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

/** As the screen of a case does. */
async function look(teller: Teller, caseId: CaseId): Promise<void> {
  (await teller.open(caseId)).close();
  await teller.device.accessLog.note(caseId, 'opened');
}
const logOf = async (teller: Teller, caseId: CaseId): Promise<OpenAccessLog> => must(await teller.device.accessLog.open(caseId));
const told = ({ lines }: AccessView) => lines.map(({ name, what, kind }) => `${name} ${what} ${kind}`);
const rowsOf = (teller: Teller, table: 'envelope' | 'outbox', doc: DocumentId) =>
  teller.context.ports.database.list(table, `${doc}~views/`);

describe('who looked at a case', () => {
  it('stands there once a day, also when it happened without a connection; the family reads it too (SPEC 22b)', async () => {
    const [anouk, mother] = [await street.founder('Anouk Visser'), await street.start('Sanne de Wit')];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    const hers = await logOf(mother, caseId);
    await when(hers.view, (view) => told(view).includes('Anouk Visser invited plan'));

    await until(() => isGreen(anouk));
    anouk.network.connected = false;
    for (const _ of [1, 2]) await look(anouk, caseId);
    await anouk.device.accessLog.note(caseId, 'printed');
    await anouk.device.accessLog.note(caseId, 'printed');
    const doc = planOf(anouk, caseId);
    expect((await rowsOf(anouk, 'outbox', doc)).length).toBe(3);
    // Beside the log, never in it: it is nothing that somebody waits for.
    expect(anouk.device.exchange.get().waiting).toBe(0);
    anouk.network.connected = true;
    anouk.network.hope();
    const seen = await when(hers.view, (view) => told(view).filter((one) => one === 'Anouk Visser printed plan').length === 2);
    expect(told(seen).filter((one) => one === 'Anouk Visser opened plan')).toHaveLength(1);
    expect(seen.lines.find(({ what }) => what === 'opened')).toMatchObject({ member: memberOf(anouk), role: 'lead', me: false });
    expect(seen.alarms).toEqual([]);
    await until(async () => (await rowsOf(anouk, 'outbox', doc)).length === 0);
    // And her own device says that it has the case.
    await look(mother, caseId);
    const his = await logOf(anouk, caseId);
    const all = await when(his.view, (view) => view.lines.filter(({ member }) => member === memberOf(mother)).length === 2);
    expect(told(all)).toEqual(expect.arrayContaining(['Sanne de Wit received plan', 'Sanne de Wit opened plan']));
    must(await his.refresh());
    expect(his.view.get().handedOut?.map(({ member }) => member)).toContain(memberOf(mother));
  });

  it('in safety never reaches the family: not a line, not a row, not a byte (SPEC 22e)', async () => {
    const [anouk, bram, mother] = [
      await street.founder('Anouk Visser'),
      await street.start('Bram de Groot'),
      await street.start('Sanne de Wit'),
    ];
    const caseId = await makeCase(anouk);
    const safety = must(await anouk.device.circle.addDocument(caseId, 'safety'));
    await letIntoCase(anouk, bram, caseId, 'professional', [safety]);
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    const theirs = await logOf(bram, caseId);
    await when(theirs.view, ({ lines }) => lines.some(({ kind, what }) => kind === 'safety' && what === 'received'));
    await look(mother, caseId);
    const hers = await logOf(mother, caseId);
    const seen = await when(hers.view, ({ lines }) => lines.some(({ me }) => me));
    expect(new Set(seen.lines.map(({ kind }) => kind))).toEqual(new Set(['plan']));
    must(await hers.refresh());
    expect(JSON.stringify(hers.view.get())).not.toContain(safety);
    for (const table of ['envelope', 'outbox', 'roster', 'document'] as const)
      expect(await mother.context.ports.database.list(table, safety)).toEqual([]);
  });

  it('is read by an auditor of the organisation, who gets no content and no key to it (SPEC 22a)', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    await bringColleague(anouk, bram);
    const caseId = await makeCase(anouk);
    await look(anouk, caseId);
    const circle = await circleOf(anouk, caseId);
    await when(circle.view, ({ colleagues }) => colleagues.length === 1);
    must(
      await anouk.device.circle.addColleague(caseId, { member: memberOf(bram), role: 'auditor', person: null, documents: [], until: null }),
    );
    await until(async () => (await bram.device.accessLog.audited()).length === 1);
    expect(await bram.device.accessLog.audited()).toMatchObject([{ caseId, documents: ['plan'] }]);
    const his = await logOf(bram, caseId);
    const seen = await when(his.view, (view) => told(view).includes('Anouk Visser opened plan'));
    expect(seen).toMatchObject({ auditing: true, alarms: [] });
    must(await his.refresh());
    // Nothing of it is a case of his: no content, no key, no line in his list.
    const doc = planOf(anouk, caseId);
    expect(await bram.context.ports.database.list('envelope', `${doc}/`)).toEqual([]);
    expect(await bram.context.ports.database.get('document', doc)).toBeUndefined();
    expect(bram.device.caseload.get().cases).toEqual([]);
    expect(await bram.device.openCase(caseId)).toMatchObject({ ok: false });
    await until(() => isGreen(bram));

    // A new key after somebody left is given to the auditor too.
    const carla = await street.start('Carla');
    await letIntoCase(anouk, carla, caseId, 'professional');
    must(await anouk.device.circle.removeMember(caseId, memberOf(carla), 'andere baan'));
    await anouk.device.accessLog.note(caseId, 'printed');
    await when(his.view, (each) => told(each).includes('Anouk Visser printed plan'));
    expect(his.view.get().alarms).toEqual([]);
  });
});

/** Takes the lines of one device out of what the server hands out, as a dishonest one could. */
function dropping(isDropped: (at: number) => boolean) {
  return (port: ServerPort): ServerPort =>
    ({
      ...new Proxy(port, {}),
      ...Object.fromEntries(
        (
          [
            'challenge',
            'openSession',
            'create',
            'append',
            'inbox',
            'sendPresence',
            'invite',
            'endInvitation',
            'readOrganisation',
            'blockDevice',
            'readFetches',
            'readOrganisationFetches',
          ] as const
        ).map((verb) => [verb, (...asked: never[]) => (port[verb] as (...given: never[]) => unknown)(...asked)]),
      ),
      read: async (access, path, from) => {
        const answer = await port.read(access, path, from);
        if (!answer.ok || !path.endsWith('/views')) return answer;
        const kept = (splitCborSequence(answer.value.bytes) ?? []).filter((_, at) => !isDropped(at));
        return { ok: true, value: { ...answer.value, bytes: joinBytes(kept) } };
      },
    }) as ServerPort;
}

describe('a line that is taken out', () => {
  it('leaves a gap that everybody sees who was not given it, in the log and with the circle (SPEC 22c)', async () => {
    const anouk = await street.founder('Anouk Visser');
    const bram = await street.start('Bram de Groot', { through: dropping((at) => at === 1) });
    const caseId = await makeCase(anouk);
    for (const what of ['opened', 'printed', 'printed'] as const) await anouk.device.accessLog.note(caseId, what);
    await until(() => isGreen(anouk));
    await letIntoCase(anouk, bram, caseId, 'professional');
    const his = await logOf(bram, caseId);
    const seen = await when(his.view, ({ alarms }) => alarms.length > 0);
    expect(seen.alarms).toMatchObject([{ type: 'LinesMissing', member: memberOf(anouk), count: 1 }]);
    const circle = await circleOf(bram, caseId);
    await when(circle.view, ({ alarms }) => alarms.some((alarm) => alarm.type === 'LinesMissing' && alarm.member === memberOf(anouk)));
    const hers = await logOf(anouk, caseId);
    expect(hers.view.get().alarms).toEqual([]);
  });

  it("and a device that took the case and never wrote a line is known by the server's own record (SPEC 22d)", async () => {
    const anouk = await street.founder('Anouk Visser');
    // Its lines never leave it.
    const silent = (port: ServerPort): ServerPort => ({
      ...dropping(() => false)(port),
      append: async (access, path, body, seq) =>
        path.endsWith('/views') ? { ok: true, value: { next: '-1' } } : await port.append(access, path, body, seq),
    });
    const bram = await street.start('Bram de Groot', { through: silent });
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, bram, caseId, 'professional');
    const hers = await logOf(anouk, caseId);
    must(await hers.refresh());
    expect(hers.view.get().handedOut?.map(({ member }) => member)).toContain(memberOf(bram));
    // Cut off in between may be the reason, for a day.
    expect(hers.view.get().alarms).toEqual([]);
    const { clock } = anouk.context.ports;
    const now = clock.now();
    Object.assign(clock, { now: () => now + 25 * 60 * 60 * 1000 });
    must(await hers.refresh());
    expect(hers.view.get().alarms).toMatchObject([{ type: 'DeviceSilent', member: memberOf(bram) }]);
    const circle = await circleOf(anouk, caseId);
    await when(circle.view, ({ alarms }) => alarms.some(({ type }) => type === 'DeviceSilent'));
  });
});

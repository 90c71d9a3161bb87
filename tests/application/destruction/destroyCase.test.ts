import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DestroyInput, LeftDocument } from '../../../src/application/application.ts';
import { readCircle } from '../../../src/application/documents/circle.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
import type { CaseId, DocumentId } from '../../../src/core/shared/ids.ts';
import { must, planOf, type Teller } from '../../support/exchangeStory.ts';
import {
  addPerson,
  bringColleague,
  circleOf,
  createNeighbourhood,
  invitationIs,
  isGreen,
  joinIs,
  letIntoCase,
  makeCase,
  memberOf,
  type Neighbourhood,
  when,
} from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';
import { bytesOfDevice, bytesOfServer, canariesOf, countIn } from './bytes.ts';

const agreement = (text: string) => ({ type: 'add', kind: 'agreement', fields: { text } }) as const;
const input: DestroyInput = {
  reference: 'RB-2016-04',
  subject: 'M. de W. (2010)',
  reason: { code: 'retention', words: '' },
  ground: 'school',
  groundWords: '',
};

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

const docsOf = ({ context }: Teller, caseId: CaseId): readonly DocumentId[] =>
  [...context.session!.documents.values()].filter((each) => each.caseId === caseId).map(({ doc }) => doc);
const isRid = (teller: Teller, caseId: CaseId) =>
  docsOf(teller, caseId).length === 0 && teller.device.caseload.get().cases.every((each) => each.caseId !== caseId);
const leftAt = ({ device }: Teller): readonly LeftDocument[] => device.exchange.get().left;
const told = async (teller: Teller) => {
  const find = () => leftAt(teller).find(({ ended }) => ended !== null);
  await until(() => find() !== undefined);
  return find()!;
};

/** Anouk leads, Bram of the district team reads plan and team, the mother reads the plan; everything of it is everywhere. */
async function together(through?: (port: ServerPort) => ServerPort) {
  const anouk = await street.start('Anouk Visser', through ? { through } : {});
  must(await anouk.device.organisation.found(`#setup=${street.server.setupSecret()}`, 'De Regenboog'));
  const [bram, kasia] = [await street.start('Bram de Groot'), await street.start('Kasia')];
  const caseId = await makeCase(anouk);
  const [safety, team] = [
    must(await anouk.device.circle.addDocument(caseId, 'safety')),
    must(await anouk.device.circle.addDocument(caseId, 'team', { reason: 'Wij overleggen over wie betaalt.' })),
  ];
  await letIntoCase(anouk, bram, caseId, 'professional', [team]);
  await letIntoCase(anouk, kasia, caseId, 'caregiver');
  const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
  must(await his.change(agreement('van Bram')));
  must(await hers.change(agreement('van Anouk')));
  await until(() => hers.view.get().agreements.length === 2 && [anouk, bram, kasia].every(isGreen));
  hers.close();
  his.close();
  return { anouk, bram, kasia, caseId, safety, team, plan: planOf(anouk, caseId), docs: docsOf(anouk, caseId) };
}

describe('destroying a case', () => {
  it('takes keys and bytes off every device and the server, for parents too, and says once what it was', async () => {
    const { anouk, bram, kasia, caseId, docs } = await together();
    const everyone = [anouk, bram, kasia];
    const canaries = (await Promise.all(everyone.map((each) => canariesOf(each, docs)))).flat();
    expect(canaries.length).toBeGreaterThan(30);
    expect(countIn(bytesOfServer(street.server.folder), canaries)).toBeGreaterThan(10);
    for (const each of everyone) expect(countIn(await bytesOfDevice(each), canaries)).toBeGreaterThan(5);

    must(await anouk.device.destruction.destroy(caseId, input));
    expect(isRid(anouk, caseId)).toBe(true);
    await until(() => everyone.every((each) => isRid(each, caseId) && isGreen(each)));
    await until(async () => (await Promise.all(everyone.map(bytesOfDevice))).every((bytes) => countIn(bytes, canaries) === 0));

    // Checkpointed and truncated at a quiet moment: what was written over may stand in the write-ahead log until then.
    await street.server.restart();
    expect(countIn(bytesOfServer(street.server.folder), canaries)).toBe(0);

    for (const each of [bram, kasia])
      expect(await told(each)).toMatchObject({
        kind: 'plan',
        because: 'destroyed',
        lost: 0,
        ended: {
          title: 'Familie de Wit',
          by: { name: 'Anouk Visser', organisation: 'De Regenboog' },
          role: 'lead',
          why: { code: 'retention', words: '' },
        },
      });
    // Whoever did it has the statement instead.
    expect(leftAt(anouk)).toEqual([]);
    await bram.device.forgetLeft();
    expect(leftAt(bram)).toEqual([]);
  });

  it('is stated: what, why, by whom, who had it, and which devices heard, without a name of the family', async () => {
    const { anouk, bram, caseId, docs } = await together();
    const facts = must(await anouk.device.destruction.describe(caseId));
    expect(facts).toMatchObject({ mayDestroy: true, shared: true, waiting: 0, isBegun: false, lastHeard: { from: memberOf(bram) } });
    expect(facts.documents.map(({ kind, mine }) => [kind, mine])).toEqual(
      expect.arrayContaining([
        ['plan', true],
        ['team', true],
        ['safety', true],
      ]),
    );
    must(await anouk.device.destruction.destroy(caseId, input));
    const [statement, ...more] = must(await anouk.device.destruction.statements());
    expect(more).toEqual([]);
    expect(statement).toMatchObject({ ...input, caseId, isHere: false, shared: true, by: { name: 'Anouk Visser' } });
    expect(statement!.documents.map(({ doc }) => doc).toSorted()).toEqual(docs.toSorted());
    for (const { evidence } of statement!.documents) expect(evidence?.hash).toMatch(/^[\w-]{43}$/);
    expect(statement!.holders.find(({ member }) => member === memberOf(bram))).toMatchObject({
      name: 'Bram de Groot',
      role: 'professional',
    });
    expect(JSON.stringify(statement)).not.toMatch(/Wit|Kasia/);
    await until(() => isRid(bram, caseId));
    must(await anouk.device.destruction.askHeard(caseId));
    const heard = must(await anouk.device.destruction.statements())[0]!.heard;
    expect(heard?.devices).toContain(bram.session().keys.id);
    must(await anouk.device.destruction.forgetStatement(caseId));
    expect(must(await anouk.device.destruction.statements())).toEqual([]);
  });
});

describe('who else hears', () => {
  it('an auditor, whose access log goes too; and a device that comes later gets nothing of it (SPEC 22f)', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    await bringColleague(anouk, bram);
    const caseId = await makeCase(anouk);
    const plan = planOf(anouk, caseId);
    const auditor = { member: memberOf(bram), role: 'auditor', person: null, documents: [], until: null } as const;
    must(await anouk.device.circle.addColleague(caseId, auditor));
    await anouk.device.accessLog.note(caseId, 'opened');
    const holdsLog = async () => (await bytesOfDevice(bram)).includes(`${plan}~views/`);
    await until(holdsLog);
    must(await anouk.device.destruction.destroy(caseId, input));
    await until(async () => !(await holdsLog()) && isGreen(bram));
    expect(leftAt(bram)).toEqual([]);

    const tablet = await street.start('Nieuw toestel');
    const { link, id } = must(await anouk.device.devices.link('inPerson'));
    await tablet.device.circle.join(link);
    await invitationIs(anouk, id, 'asked');
    must(await anouk.device.circle.acceptGuest(id));
    await joinIs(tablet, 'in');
    await until(() => isGreen(tablet));
    expect(docsOf(tablet, caseId)).toEqual([]);
    expect(leftAt(tablet)).toEqual([]);
  });
});

describe('a destruction that did not come to its end', () => {
  /** Lets so many entries through, then the line is dead: as when a browser is killed in the middle. */
  function breakable() {
    let left = Number.POSITIVE_INFINITY;
    const through = (port: ServerPort): ServerPort =>
      new Proxy(port, {
        get:
          (target, verb: keyof ServerPort) =>
          async (...asked: never[]) => {
            if (left <= 0) return { ok: false, error: { type: 'Unreachable' } };
            const answer = await (target[verb] as (...given: never[]) => Promise<unknown>)(...asked);
            if (verb === 'append' && String(asked[1]).endsWith('/roster')) left--;
            return answer;
          },
      });
    return { through, breakAfter: (entries: number) => (left = entries), mend: () => (left = Number.POSITIVE_INFINITY) };
  }

  it('between two documents is seen, and goes on after the next start; the plan goes last (SPEC 10i)', async () => {
    const line = breakable();
    const { anouk, bram, kasia, caseId, team, plan, safety } = await together(line.through);
    // The decision and the first document get through.
    line.breakAfter(2);
    must(await anouk.device.destruction.destroy(caseId, input));
    expect(must(await anouk.device.destruction.statements())).toMatchObject([{ caseId, isHere: true }]);
    const { view, close } = await circleOf(anouk, caseId);
    const { jobs } = await when(view, (seen) => seen.jobs.length === 1);
    expect(jobs).toMatchObject([{ type: 'destruction', member: memberOf(anouk), problem: 'Offline' }]);
    expect(jobs[0]!.open.map(({ kind, mine }) => [kind, mine])).toEqual([
      ['team', true],
      ['plan', true],
    ]);
    close();
    expect(docsOf(anouk, caseId).toSorted()).toEqual([team, plan].toSorted());
    // Who leads nothing of it ends nothing.
    await until(async () => (await readCircle(bram.context.ports.database, bram.session(), plan))?.roster.ending !== null);
    expect(docsOf(bram, caseId).toSorted()).toEqual([team, plan].toSorted());
    anouk.close();
    line.mend();
    const again = await street.start('Anouk Visser', { stored: anouk.stored });
    await until(() => [again, bram, kasia].every((each) => isRid(each, caseId)));
    const [statement] = must(await again.device.destruction.statements());
    expect(statement).toMatchObject({ isHere: false });
    expect(statement!.documents.find(({ doc }) => doc === safety)?.evidence).not.toBeNull();
    expect(statement!.documents.find(({ doc }) => doc === plan)?.evidence).not.toBeNull();
  });

  it('is finished by another lead when the first never comes back, also what only that lead has (SPEC 10i)', async () => {
    const line = breakable();
    const { anouk, bram, kasia, caseId, team } = await together(line.through);
    const carla = await street.start('Carla Prins');
    await letIntoCase(anouk, carla, caseId, 'lead', [team]);
    const hers = must(await carla.device.circle.addDocument(caseId, 'part'));
    await until(() => isGreen(carla) && isGreen(anouk));
    // Only the decision and what Anouk alone has get through.
    line.breakAfter(2);
    must(await anouk.device.destruction.destroy(caseId, input));
    await until(() => [carla, bram, kasia].every((each) => isRid(each, caseId)));
    expect(docsOf(carla, caseId)).not.toContain(hers);
    expect((await told(carla)).ended).toMatchObject({ title: 'Familie de Wit', by: { name: 'Anouk Visser' }, why: { code: 'retention' } });
  });

  it('leaves what only somebody else leads to their device, which was off: it hears it, and ends that too (SPEC 10j)', async () => {
    const { anouk, bram, kasia, caseId, plan } = await together();
    must(await anouk.device.circle.changeRole(caseId, memberOf(bram), 'lead'));
    await until(
      async () =>
        (await readCircle(bram.context.ports.database, bram.session(), plan))?.roster.members.get(memberOf(bram))?.role === 'lead',
    );
    const his = must(await bram.device.circle.addDocument(caseId, 'safety'));
    await until(() => isGreen(bram));
    bram.network.connected = false;
    const open = await bram.open(caseId);
    must(await open.change(agreement('in de kelder geschreven')));
    open.close();
    must(await anouk.device.destruction.destroy(caseId, input));
    await until(() => isRid(kasia, caseId));
    // Three months later.
    bram.close();
    const later = await street.start('Bram de Groot', { stored: bram.stored });
    await until(() => isRid(later, caseId));
    expect(docsOf(later, caseId)).not.toContain(his);
    expect(await told(later)).toMatchObject({ lost: 1, ended: { title: 'Familie de Wit' } });
    await until(() => isGreen(later));
  });
});

describe('who may', () => {
  it('only a lead, and only with a reason that says something; nothing is left behind when it does not happen', async () => {
    const { anouk, bram, caseId } = await together();
    expect(await bram.device.destruction.destroy(caseId, input)).toMatchObject({ error: { type: 'NotALead' } });
    expect(must(await bram.device.destruction.describe(caseId)).mayDestroy).toBe(false);
    const vague = { ...input, reason: { code: 'other', words: ' ' } } as const;
    expect(await anouk.device.destruction.destroy(caseId, vague)).toMatchObject({ error: { type: 'ReasonMissing' } });
    expect(await anouk.device.destruction.destroy(caseId, { ...input, ground: 'own' })).toMatchObject({ error: { type: 'ReasonMissing' } });
    anouk.network.connected = false;
    expect(await anouk.device.destruction.destroy(caseId, input)).toMatchObject({ error: { type: 'Offline' } });
    for (const each of [anouk, bram]) expect(must(await each.device.destruction.statements())).toEqual([]);
    anouk.network.connected = true;
    expect((await anouk.open(caseId)).view.get().agreements).toHaveLength(2);
  });

  it('on a device without a server it leaves this device alone, with a statement', async () => {
    const anouk = await street.start('Anouk Visser');
    const caseId = await makeCase(anouk);
    await addPerson(anouk, caseId, { part: 'caregiver', name: 'Kasia' });
    must(await anouk.device.destruction.destroy(caseId, input));
    expect(isRid(anouk, caseId)).toBe(true);
    expect(must(await anouk.device.destruction.statements())).toMatchObject([
      { caseId, shared: false, isHere: false, holders: [{ name: 'Anouk Visser' }] },
    ]);
  });
});

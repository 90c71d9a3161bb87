import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId, EntityId } from '../../../src/core/shared/ids.ts';
import { readCircle } from '../../../src/application/documents/circle.ts';
import { readEpochSecrets } from '../../../src/application/documents/documentRecord.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
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

const question = (value: string) => ({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value }) as const;
const strength = (text: string) => ({ type: 'add', kind: 'strength', fields: { text, domain: 'school' } }) as const;

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

const rosterOf = async (teller: Teller, doc: DocumentId) =>
  (await readCircle(teller.context.ports.database, teller.session(), doc))!.roster;

/** Lets exactly so many entries through, then the line is dead: as when a browser is killed in the middle. */
function breakAfter(entries: number) {
  let left = Number.POSITIVE_INFINITY;
  const through = (port: ServerPort): ServerPort =>
    new Proxy(port, {
      get:
        (target, verb: keyof ServerPort) =>
        async (...asked: never[]) => {
          const isEntry = verb === 'append' && String(asked[1]).endsWith('/roster');
          if (left <= 0) return { ok: false, error: { type: 'Unreachable' } };
          const answer = await (target[verb] as (...given: never[]) => Promise<unknown>)(...asked);
          if (isEntry) left--;
          return answer;
        },
    });
  return { through, begin: () => (left = entries), mend: () => (left = Number.POSITIVE_INFINITY) };
}

describe('removing a colleague', () => {
  it('gives every document a new key: they read nothing that comes after, and what they had not sent is kept as late', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    const caseId = await makeCase(anouk);
    const team = must(await anouk.device.circle.addDocument(caseId, 'team', { reason: 'Wij overleggen over wie betaalt.' }));
    await letIntoCase(anouk, bram, caseId, 'professional', [team]);
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    must(await his.change(question('van Bram')));
    await until(() => hers.view.get().family.questionSchool === 'van Bram');
    await until(() => isGreen(bram) && isGreen(anouk));
    bram.network.connected = false;
    must(await his.change(strength('in de trein geschreven')));

    expect(await anouk.device.circle.removeMember(caseId, memberOf(bram), ' ')).toMatchObject({ error: { type: 'ReasonMissing' } });
    must(await anouk.device.circle.removeMember(caseId, memberOf(bram), 'andere baan'));
    for (const doc of [team, planOf(anouk, caseId)]) {
      const roster = await rosterOf(anouk, doc);
      expect([...roster.members.keys()]).toEqual([memberOf(anouk)]);
      expect(roster.epoch).toBe(1);
      expect(roster.refused).toEqual([]);
    }
    must(await hers.change(question('geheim voor wie weg is')));
    await until(() => isGreen(anouk));

    bram.network.connected = true;
    bram.network.hope();
    const { view } = await circleOf(anouk, caseId);
    const seen = await when(view, ({ late }) => late.length > 0);
    expect(seen.late).toMatchObject([{ member: memberOf(bram), count: 1, mayTakeOver: true }]);
    expect(hers.view.get().strengths).toEqual([]);
    // Taken over by a lead in her own name, once; and taken back as any change.
    must(await hers.takeOverLate(memberOf(bram)));
    expect(hers.view.get().strengths).toMatchObject([{ text: 'in de trein geschreven', domain: 'school' }]);
    await when(view, ({ late }) => late.every(({ mayTakeOver }) => !mayTakeOver));
    must(await hers.takeOverLate(memberOf(bram)));
    expect(hers.view.get().strengths).toHaveLength(1);
    must(await hers.undo());
    expect(hers.view.get().strengths).toEqual([]);
    expect(hers.view.get().family.questionSchool).toBe('geheim voor wie weg is');
    const secrets = await readEpochSecrets(bram.context.ports.database, bram.session().vault, planOf(anouk, caseId));
    expect((secrets ?? []).map(([epoch]) => epoch)).not.toContain(1);
    expect(JSON.stringify(bram.device.caseload.get())).not.toContain('geheim');
  });

  it('stops halfway and is seen: the next start finishes it, safety before team before the plan', async () => {
    const breaking = breakAfter(2);
    const anouk = await street.start('Anouk Visser', { through: breaking.through });
    must(await anouk.device.organisation.found(`#setup=${street.server.setupSecret()}`, 'De Regenboog'));
    const bram = await street.start('Bram de Groot');
    const caseId = await makeCase(anouk);
    const [safety, team] = [
      must(await anouk.device.circle.addDocument(caseId, 'safety')),
      must(await anouk.device.circle.addDocument(caseId, 'team', { reason: 'Wij overleggen over wie betaalt.' })),
    ];
    await letIntoCase(anouk, bram, caseId, 'professional', [safety, team]);
    // The decision and the first document get through.
    breaking.begin();
    expect(await anouk.device.circle.removeMember(caseId, memberOf(bram), 'andere baan')).toMatchObject({ error: { type: 'Offline' } });
    const { view } = await circleOf(anouk, caseId);
    const unfinished = await when(view, ({ jobs }) => jobs.length === 1);
    expect(unfinished.jobs).toMatchObject([
      {
        type: 'removal',
        member: memberOf(bram),
        open: [
          { kind: 'team', mine: true },
          { kind: 'plan', mine: true },
        ],
        problem: 'Offline',
      },
    ]);
    expect(unfinished.alarms[0]).toMatchObject({ type: 'Unfinished' });
    anouk.close();
    breaking.mend();
    const again = await street.start('Anouk Visser', { stored: anouk.stored });
    const plan = planOf(again, caseId);
    await until(async () => !(await rosterOf(again, plan)).members.has(memberOf(bram)));
    for (const doc of [safety, team, plan]) expect([...(await rosterOf(again, doc)).members.keys()]).toEqual([memberOf(again)]);
    expect((await circleOf(again, caseId)).view.get().jobs).toEqual([]);
  });

  it('is finished by another lead when the first never comes back', async () => {
    const breaking = breakAfter(2);
    const anouk = await street.start('Anouk Visser', { through: breaking.through });
    must(await anouk.device.organisation.found(`#setup=${street.server.setupSecret()}`, 'De Regenboog'));
    const [carla, bram] = [await street.start('Carla Prins'), await street.start('Bram de Groot')];
    const caseId = await makeCase(anouk);
    const team = must(await anouk.device.circle.addDocument(caseId, 'team', { reason: 'Wij overleggen over wie betaalt.' }));
    await letIntoCase(anouk, carla, caseId, 'lead', [team]);
    await letIntoCase(anouk, bram, caseId, 'professional', [team]);
    const plan = planOf(anouk, caseId);
    await until(async () => (await rosterOf(carla, plan)).members.has(memberOf(bram)));
    breaking.begin();
    expect(await anouk.device.circle.removeMember(caseId, memberOf(bram), 'andere baan')).toMatchObject({ error: { type: 'Offline' } });
    await until(async () => !(await rosterOf(carla, plan)).members.has(memberOf(bram)));
    expect((await rosterOf(carla, team)).members.has(memberOf(bram))).toBe(false);
  });

  it('by two leads at the same moment succeeds for both, once', async () => {
    const [anouk, carla, bram] = [
      await street.founder('Anouk Visser'),
      await street.start('Carla Prins'),
      await street.start('Bram de Groot'),
    ];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, carla, caseId, 'lead');
    await letIntoCase(anouk, bram, caseId, 'professional');
    const plan = planOf(anouk, caseId);
    await until(async () => (await rosterOf(carla, plan)).members.has(memberOf(bram)));
    const [hers, hers2] = await Promise.all([
      anouk.device.circle.removeMember(caseId, memberOf(bram), 'andere baan'),
      carla.device.circle.removeMember(caseId, memberOf(bram), 'andere baan'),
    ]);
    // Whoever was so late that it had happened already is told that.
    for (const result of [hers, hers2]) if (!result.ok) expect(result.error.type).toBe('NotAMember');
    expect([hers.ok, hers2.ok]).toContain(true);
    await until(async () => !(await rosterOf(carla, plan)).members.has(memberOf(bram)));
    const roster = await rosterOf(anouk, plan);
    expect(roster).toMatchObject({ epoch: 1, refused: [] });
  });

  it('never the last lead, nor by who is none; a role can be changed, and takes other documents with it', async () => {
    const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
    const caseId = await makeCase(anouk);
    const team = must(await anouk.device.circle.addDocument(caseId, 'team', { reason: 'Wij overleggen over wie betaalt.' }));
    await letIntoCase(anouk, bram, caseId, 'professional', [team]);
    const { circle } = anouk.device;
    expect(await circle.removeMember(caseId, memberOf(anouk), 'klaar')).toMatchObject({ error: { type: 'LastLead' } });
    expect(await bram.device.circle.removeMember(caseId, memberOf(anouk), 'klaar')).toMatchObject({ error: { type: 'NotALead' } });
    must(await circle.changeRole(caseId, memberOf(bram), 'lead'));
    const plan = planOf(anouk, caseId);
    for (const doc of [plan, team]) await until(async () => (await rosterOf(bram, doc)).members.get(memberOf(bram))?.role === 'lead');
    must(await bram.device.circle.changeRole(caseId, memberOf(anouk), 'reader'));
    expect((await rosterOf(bram, plan)).members.get(memberOf(anouk))?.role).toBe('reader');
    expect((await rosterOf(bram, team)).members.has(memberOf(anouk))).toBe(false);
  });
});

describe('removing a family member', () => {
  it('takes two professionals and a reason, which the server cannot read', async () => {
    const [anouk, bram, vader] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot'), await street.start('Vader')];
    await bringColleague(anouk, bram);
    const caseId = await makeCase(anouk);
    const member = memberOf(bram);
    must(await anouk.device.circle.addColleague(caseId, { member, role: 'professional', person: null, documents: [], until: null }));
    await letIntoCase(anouk, vader, caseId, 'caregiver');
    const father = memberOf(vader);
    expect(await anouk.device.circle.removeMember(caseId, father, 'x')).toMatchObject({ error: { type: 'SecondProfessionalMissing' } });
    expect(await vader.device.circle.proposeRemoval(caseId, member, 'x')).toMatchObject({ error: { type: 'NotALead' } });
    await until(() => bram.device.caseload.get().cases.length === 1);
    await until(() => isGreen(bram));
    must(await bram.device.circle.proposeRemoval(caseId, father, 'contactverbod'));
    const { view } = await circleOf(anouk, caseId);
    const proposed = await when(view, ({ proposals }) => proposals.some(({ reason }) => reason !== ''));
    expect(proposed.proposals).toEqual([{ member: father, reason: 'contactverbod', by: [member], mayISecond: true }]);
    const plan = planOf(anouk, caseId);
    expect((await rosterOf(anouk, plan)).members.has(father)).toBe(true);
    expect(JSON.stringify([...(await rosterOf(anouk, plan)).proposals])).not.toContain('contactverbod');
    must(await anouk.device.circle.secondRemoval(caseId, father));
    const roster = await rosterOf(anouk, plan);
    expect(roster.members.has(father)).toBe(false);
    expect(roster.refused).toEqual([]);
    await until(async () => !(await rosterOf(bram, plan)).members.has(father));
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { ServerPort } from '../../../src/application/ports.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { CaseId, DocumentId, EntityId } from '../../../src/core/shared/ids.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import { createNeighbourhood, isGreen, letIntoCase, makeCase, memberOf, type Neighbourhood } from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';

/*
 * What a family member's device gets, with and without consultation and safety beside the plan (reliability.md, promise 8): two streets
 * in which the same happens, but for what professionals write among themselves, or the other parent for himself, in one of them.
 */

const REASON = 'Wie betaalt wat';
const streets: Neighbourhood[] = [];
afterEach(async () => {
  for (const street of streets.splice(0)) await street.end();
});

/** Every question and answer on this line, as text: what was asked for, and all that came back but the bytes themselves. */
function overhearing() {
  const heard: string[] = [];
  const through = (port: ServerPort): ServerPort =>
    new Proxy(port, {
      get:
        (target, verb: keyof ServerPort) =>
        async (...asked: never[]) => {
          const answer = await (target[verb] as (...given: never[]) => Promise<unknown>)(...asked);
          heard.push(JSON.stringify([verb, asked, answer], (_, value: unknown) => (value instanceof Uint8Array ? value.length : value)));
          return answer;
        },
    });
  return { heard, through };
}

/** How many rows of how many bytes stand in each table of a device. */
async function weigh({ context }: Teller): Promise<unknown> {
  const { database } = context.ports;
  const tables = ['document', 'roster', 'keyring', 'envelope', 'outbox'] as const;
  const rows = await Promise.all(tables.map(async (table) => (await database.list(table, '')).map(({ bytes }) => bytes.length)));
  return rows.map((sizes) => sizes.toSorted((a, b) => a - b));
}

const entry = (text: string) => ({ type: 'add', kind: 'entry', fields: { text, on: '2026-09-08' as CivilDate } }) as const;

async function tell(beside: 'nothing' | 'notes' | 'draft') {
  const street = await createNeighbourhood();
  streets.push(street);
  const [line, hisLine] = [overhearing(), overhearing()];
  const [anouk, bram, mother, father] = [
    await street.founder('Anouk Visser'),
    await street.start('Bram de Groot', { through: hisLine.through }),
    await street.start('Sanne de Wit', { through: line.through }),
    await street.start('Mark de Wit'),
  ];
  const everyone = [anouk, bram, mother, father];
  const caseId = await makeCase(anouk);
  // Of consultation she is told, in both: that stands in the plan.
  const plan = await anouk.open(caseId);
  must(await plan.change({ type: 'set', entity: 'family' as EntityId, field: 'teamReason', value: REASON }));
  await letIntoCase(anouk, bram, caseId, 'professional');
  for (const parent of [mother, father]) await letIntoCase(anouk, parent, caseId, 'caregiver');
  await until(() => everyone.every(isGreen));
  if (beside === 'notes') for (const kind of ['team', 'safety'] as const) await consult(anouk, bram, caseId, kind);
  if (beside === 'draft') await draft(father, caseId);
  must(await plan.change({ type: 'add', kind: 'agreement', fields: { text: 'Wij bellen op vrijdag' } }));
  const hers = await mother.open(caseId);
  await until(() => hers.view.get().agreements.length === 1 && [anouk, bram, mother].every(isGreen));
  await until(() => everyone.every(isGreen));
  const others = [...anouk.session().documents.values(), ...father.session().documents.values()].filter(({ kind }) =>
    OTHERS.includes(kind),
  );
  const toldOn = ({ heard }: ReturnType<typeof overhearing>) => others.filter(({ doc }) => heard.some((words) => words.includes(doc)));
  const listed = must(await bram.device.parts.list(caseId));
  return {
    others: others.map(({ kind }) => kind),
    told: toldOn(line),
    toldProfessional: toldOn(hisLine),
    requests: Math.min(line.heard.length, hisLine.heard.length),
    weight: await weigh(mother),
    weightOfProfessional: await weigh(bram),
    listed: listed.parts.get().map(({ kind }) => kind),
    documents: [...mother.session().documents.values()].map(({ kind }) => kind),
    his: [...father.session().documents.values()].map(({ kind }) => kind),
  };
}
const OTHERS: readonly string[] = ['team', 'safety', 'voice'];

/** What the other parent prepares for himself, and takes everywhere: he has it exchanged, and looks at it. */
async function draft(father: Teller, caseId: CaseId): Promise<void> {
  const voice = must(await father.device.parts.openVoice(caseId));
  const entity = `preparation.${memberOf(father)}.conference-een-hij` as EntityId;
  const fields = { by: 'person.hij.zelf' as EntityId, worries: 'Ik durf dit niet te zeggen' };
  must(await voice.change(() => [{ type: 'begin', kind: 'preparation', entity, fields }]));
  must(await voice.change(() => [{ type: 'set', entity, field: 'wish', value: 'Rust' }]));
  voice.close();
  await until(() => isGreen(father));
}

/** Two professionals write and look in a part of their own. */
async function consult(host: Teller, guest: Teller, caseId: CaseId, kind: 'team' | 'safety'): Promise<void> {
  const doc: DocumentId = must(
    await host.device.circle.addDocument(caseId, kind, { title: 'Overleg', reason: kind === 'team' ? REASON : 'Dit mag nergens staan' }),
  );
  must(await host.device.circle.letInto(caseId, doc, guest.session().member));
  await until(() => guest.session().documents.has(doc));
  for (const teller of [host, guest]) {
    const part = must(await teller.device.parts.open(caseId, doc));
    must(await part.change(entry(`Van ${teller.name}`)));
    await part.note('opened');
    await part.note('printed');
    part.close();
  }
}

describe('a parent whose professionals consult', () => {
  it('has a device with the same rows of the same size, and never hears of another document', async () => {
    const [without, withNotes] = [await tell('nothing'), await tell('notes')];
    expect([without.others, withNotes.others.toSorted()]).toEqual([[], ['safety', 'team']]);
    expect(withNotes.requests).toBeGreaterThan(5);
    expect(withNotes.told).toEqual([]);
    expect(withNotes.weight).toEqual(without.weight);
    expect(withNotes.documents).toEqual(['plan']);
  });
});

describe('a parent who prepares something for himself', () => {
  it('has it on his own device only: the other parent and the professionals have the same rows, and hear of nothing', async () => {
    const [without, withDraft] = [await tell('nothing'), await tell('draft')];
    expect([without.others, withDraft.others]).toEqual([[], ['voice']]);
    expect([without.his, withDraft.his]).toEqual([['plan'], ['plan', 'voice']]);
    expect(withDraft.requests).toBeGreaterThan(5);
    expect([withDraft.told, withDraft.toldProfessional]).toEqual([[], []]);
    expect(withDraft.weight).toEqual(without.weight);
    expect(withDraft.weightOfProfessional).toEqual(without.weightOfProfessional);
    expect([withDraft.documents, withDraft.listed]).toEqual([['plan'], []]);
  });
});

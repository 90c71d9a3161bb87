import { afterEach, describe, expect, it } from 'vitest';
import type { ServerPort } from '../../../src/application/ports.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { CaseId, DocumentId, EntityId } from '../../../src/core/shared/ids.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import { createNeighbourhood, isGreen, letIntoCase, makeCase, type Neighbourhood } from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';

/*
 * What a family member's device gets, with and without consultation and safety beside the plan (reliability.md, promise 8): two streets
 * in which the same happens, but for what professionals write among themselves in one of them.
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

async function tell(withNotes: boolean) {
  const street = await createNeighbourhood();
  streets.push(street);
  const line = overhearing();
  const [anouk, bram, mother] = [
    await street.founder('Anouk Visser'),
    await street.start('Bram de Groot'),
    await street.start('Sanne de Wit', { through: line.through }),
  ];
  const caseId = await makeCase(anouk);
  // Of consultation she is told, in both: that stands in the plan.
  const plan = await anouk.open(caseId);
  must(await plan.change({ type: 'set', entity: 'family' as EntityId, field: 'teamReason', value: REASON }));
  await letIntoCase(anouk, bram, caseId, 'professional');
  await letIntoCase(anouk, mother, caseId, 'caregiver');
  await until(() => [anouk, bram, mother].every(isGreen));
  if (withNotes) for (const kind of ['team', 'safety'] as const) await consult(anouk, bram, caseId, kind);
  must(await plan.change({ type: 'add', kind: 'agreement', fields: { text: 'Wij bellen op vrijdag' } }));
  const hers = await mother.open(caseId);
  await until(() => hers.view.get().agreements.length === 1 && [anouk, bram, mother].every(isGreen));
  const kinds = [...anouk.session().documents.values()].filter(({ kind }) => kind === 'team' || kind === 'safety');
  return {
    consulted: kinds.length,
    told: kinds.filter(({ doc }) => line.heard.some((words) => words.includes(doc))),
    requests: line.heard.length,
    weight: await weigh(mother),
    documents: [...mother.session().documents.values()].map(({ kind }) => kind),
  };
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
    const [without, withNotes] = [await tell(false), await tell(true)];
    expect([without.consulted, withNotes.consulted]).toEqual([0, 2]);
    expect(withNotes.requests).toBeGreaterThan(5);
    expect(withNotes.told).toEqual([]);
    expect(withNotes.weight).toEqual(without.weight);
    expect(withNotes.documents).toEqual(['plan']);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import { createNeighbourhood, letIntoCase, makeCase, memberOf, type Neighbourhood } from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

async function write(teller: Teller, caseId: CaseId, kind: 'team' | 'safety' | 'part', text: string) {
  const reason = kind === 'team' ? 'Waarom er overleg is' : 'Reden';
  const doc = must(await teller.device.circle.addDocument(caseId, kind, { title: `Titel ${kind}`, reason }));
  const part = must(await teller.device.parts.open(caseId, doc));
  must(await part.change({ type: 'add', kind: 'entry', fields: { text, on: '2026-09-08' as CivilDate } }));
  part.close();
  return doc;
}

const copyOf = async ({ device }: Teller, caseId: CaseId) => {
  const copied = must(await device.copyCase(caseId));
  return { copied, words: JSON.stringify(copied) };
};

describe('a copy of everything', () => {
  it('holds the plan and the parts that this person reads, never consultation or safety, and says that it was made', async () => {
    const [anouk, mother] = [await street.founder('Anouk Visser'), await street.start('Sanne de Wit')];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    const plan = must(await anouk.device.openCase(caseId));
    must(await plan.change({ type: 'set', entity: 'family' as EntityId, field: 'questionFamily', value: 'Hoe komt er rust?' }));
    await write(anouk, caseId, 'team', 'Woorden van het overleg');
    await write(anouk, caseId, 'safety', 'Woorden over veiligheid');
    await write(anouk, caseId, 'part', 'Woorden van Anouk zelf');
    const shared = await write(anouk, caseId, 'part', 'Woorden voor ons samen');
    must(await anouk.device.circle.letInto(caseId, shared, memberOf(mother)));
    await until(() => mother.session().documents.has(shared));
    await until(async () => (await copyOf(mother, caseId)).words.includes('Hoe komt er rust?'));
    await until(async () => (await copyOf(mother, caseId)).words.includes('Woorden voor ons samen'));

    const hers = await copyOf(mother, caseId);
    expect(hers.copied).toMatchObject({ format: 'knooppunt.wholeFile', version: 1, caseId });
    expect(hers.copied.documents.map(({ kind }) => kind)).toEqual(['plan', 'part']);
    for (const words of ['van het overleg', 'over veiligheid', 'van Anouk zelf']) expect(hers.words).not.toContain(words);

    // Who looked stands in it, of what is in it: not that there is consultation or safety beside it.
    const looked = hers.copied.access;
    expect(new Set(looked.map(({ doc }) => doc))).toEqual(new Set(hers.copied.documents.map(({ id }) => id)));
    expect(looked).toContainEqual(expect.objectContaining({ name: 'Sanne de Wit', what: 'exported' }));
    const others = (await copyOf(anouk, caseId)).copied;
    expect(others.access.every(({ doc }) => others.documents.some(({ id }) => id === doc))).toBe(true);

    const professionals = await copyOf(anouk, caseId);
    expect(professionals.copied.documents.map(({ kind }) => kind)).toEqual(['plan', 'part', 'part']);
    for (const words of ['van het overleg', 'over veiligheid']) expect(professionals.words).not.toContain(words);

    const log = must(await mother.device.accessLog.open(caseId));
    const exports = () => log.view.get().lines.filter(({ what, me }) => what === 'exported' && me);
    await until(() => exports().length === 2);
    expect(
      exports()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['part', 'plan']);
    log.close();
    plan.close();
  });

  it('is refused for a case that is not here', async () => {
    const anouk = await street.founder('Anouk Visser');
    expect(await anouk.device.copyCase('nergens' as CaseId)).toMatchObject({ error: { type: 'UnknownCase' } });
  });
});

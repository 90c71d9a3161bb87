import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenPart, PartView } from '../../../src/application/application.ts';
import type { CaseId, DocumentId, EntityId } from '../../../src/core/shared/ids.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import {
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

const REASON = 'Wij overleggen over wie betaalt.';
const PART = 'part' as EntityId;
const note = (text: string) => ({ type: 'add', kind: 'entry', fields: { text, on: '2026-09-08' as CivilDate } }) as const;
const title = (value: string) => ({ type: 'set', entity: PART, field: 'title', value }) as const;
const openIn = async (teller: Teller, caseId: CaseId, doc: DocumentId): Promise<OpenPart> =>
  must(await teller.device.parts.open(caseId, doc));
const texts = ({ entries }: PartView) => entries.map(({ text }) => text);
const tables = ['envelope', 'outbox', 'roster', 'document'] as const;
const rowsOf = async ({ context }: Teller, doc: DocumentId) =>
  (await Promise.all(tables.map(async (table) => await context.ports.database.list(table, doc)))).flat();

describe('consultation of professionals', () => {
  it('is written by professionals, each their own; the family is told why it is there and gets nothing of it', async () => {
    const [anouk, bram, mother] = [
      await street.founder('Anouk Visser'),
      await street.start('Bram de Groot'),
      await street.start('Sanne de Wit'),
    ];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    expect(await anouk.device.circle.addDocument(caseId, 'team', { reason: ' ' })).toMatchObject({ error: { type: 'ReasonMissing' } });
    const team = must(await anouk.device.circle.addDocument(caseId, 'team', { title: 'Wie betaalt?', reason: REASON }));
    await letIntoCase(anouk, bram, caseId, 'professional', [team]);
    const [hers, his] = [await openIn(anouk, caseId, team), await openIn(bram, caseId, team)];
    // Its key comes with the circle, what stands in it just behind.
    await when(his.view, ({ heading }) => heading.title !== '');
    expect(his.view.get()).toMatchObject({ kind: 'team', heading: { title: 'Wie betaalt?' }, myRole: 'professional', mayWrite: true });
    expect(his.view.get().readers.map(({ member }) => member)).toEqual([memberOf(anouk), memberOf(bram)]);

    const [first] = must(await hers.change(note('Jeugdwet of Wlz?'))).added;
    await when(his.view, (view) => texts(view).includes('Jeugdwet of Wlz?'));
    must(await his.change(note('Ik bel de gemeente.')));
    await when(hers.view, ({ entries }) => entries.length === 2);
    // Nobody rewrites another's words; a lead may take them away, and takes that back.
    const rewrite = { type: 'set', entity: first!, field: 'text', value: 'anders' } as const;
    expect(await his.change(rewrite)).toMatchObject({ error: { type: 'NotYours' } });
    expect(await his.change({ type: 'remove', entity: first! })).toMatchObject({ error: { type: 'NotYours' } });
    const bramsOwn = hers.view.get().entries.find(({ author }) => author === memberOf(bram))!.id;
    must(await hers.change({ type: 'remove', entity: bramsOwn }));
    expect(texts(hers.view.get())).toEqual(['Jeugdwet of Wlz?']);
    must(await hers.undo());
    expect(hers.view.get().entries).toHaveLength(2);

    // Written apart in one field: both stay, until a person chooses.
    await until(() => isGreen(anouk) && isGreen(bram));
    for (const each of [anouk, bram]) each.network.connected = false;
    must(await hers.change(title('Geld')));
    must(await his.change(title('Betalen')));
    for (const each of [anouk, bram]) {
      each.network.connected = true;
      each.network.hope();
    }
    await when(his.view, ({ conflicts }) => conflicts.some(({ field }) => field === 'title'));
    must(await his.change({ type: 'resolve', entity: PART, field: 'title', value: 'Geld en betalen' }));
    await when(hers.view, ({ heading, conflicts }) => heading.title === 'Geld en betalen' && conflicts.length === 0);

    // Her mother knows that it is there and why; nothing else came to her.
    const plan = await mother.open(caseId);
    await when(plan.view, ({ family }) => family.teamReason === REASON);
    expect((await circleOf(mother, caseId)).view.get().documents.map(({ kind }) => kind)).toEqual(['plan']);
    expect(must(await mother.device.parts.list(caseId)).parts.get()).toEqual([]);
    expect(await mother.device.parts.open(caseId, team)).toMatchObject({ error: { type: 'UnknownPart' } });
    expect(await rowsOf(mother, team)).toEqual([]);
    for (const open of [hers, his]) open.close();
  });

  it('is there again after a restart, also with much in it', async () => {
    const anouk = await street.founder('Anouk Visser');
    const caseId = await makeCase(anouk);
    const team = must(await anouk.device.circle.addDocument(caseId, 'team', { title: 'Overleg', reason: REASON }));
    const open = await openIn(anouk, caseId, team);
    for (let at = 0; at < 60; at++) must(await open.change(note(`regel ${at}`)));
    open.close();
    anouk.close();
    const again = await street.start('Anouk Visser', { stored: anouk.stored });
    const { view } = await openIn(again, caseId, team);
    expect(view.get().entries).toHaveLength(60);
    expect(must(await again.device.parts.list(caseId)).parts.get()).toMatchObject([{ doc: team, kind: 'team', title: 'Overleg' }]);
  });
});

describe('a part for one parent', () => {
  it('is made, read and written by that parent; the other parent gets not a byte of it', async () => {
    const [anouk, mother, father] = [
      await street.founder('Anouk Visser'),
      await street.start('Sanne de Wit'),
      await street.start('Mark de Wit'),
    ];
    const caseId = await makeCase(anouk);
    for (const parent of [mother, father]) await letIntoCase(anouk, parent, caseId, 'caregiver');
    const doc = must(await anouk.device.circle.addDocument(caseId, 'part', { title: 'Adres van moeder' }));
    const hers = await openIn(anouk, caseId, doc);
    must(await hers.change(note('Zij woont bij haar zus.')));
    must(await anouk.device.circle.letInto(caseId, doc, memberOf(mother)));
    expect(hers.view.get().readers.map(({ role }) => role)).toEqual(['lead', 'caregiver']);
    expect(await anouk.device.circle.letInto(caseId, doc, memberOf(mother))).toMatchObject({ error: { type: 'AlreadyAMember' } });

    await until(() => mother.session().documents.has(doc));
    const mine = await openIn(mother, caseId, doc);
    await when(mine.view, (view) => texts(view).includes('Zij woont bij haar zus.'));
    expect(mine.view.get()).toMatchObject({ mayWrite: true, mayLead: false, mayDescribe: true });
    must(await mine.change(note('Bellen mag na vijf uur.')));
    await when(hers.view, (view) => texts(view).includes('Bellen mag na vijf uur.'));
    expect(await mother.device.circle.letInto(caseId, doc, memberOf(father))).toMatchObject({ error: { type: 'NotALead' } });

    await until(() => isGreen(father));
    expect(father.session().documents.has(doc)).toBe(false);
    expect(await rowsOf(father, doc)).toEqual([]);
    expect(await father.device.parts.open(caseId, doc)).toMatchObject({ error: { type: 'UnknownPart' } });

    // Who looked at it stands in its own log: for her, not for him.
    await mine.note('opened');
    const log = must(await anouk.device.accessLog.open(caseId));
    await when(log.view, ({ lines }) =>
      lines.some(({ kind, what, member }) => kind === 'part' && what === 'opened' && member === memberOf(mother)),
    );
    const his = must(await father.device.accessLog.open(caseId));
    await until(() => isGreen(father));
    expect(his.view.get().lines.filter(({ kind }) => kind !== 'plan')).toEqual([]);
  });

  it('never goes to whose role may not read it: safety to no family member', async () => {
    const [anouk, mother] = [await street.founder('Anouk Visser'), await street.start('Sanne de Wit')];
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    for (const kind of ['safety', 'team'] as const) {
      const doc = must(await anouk.device.circle.addDocument(caseId, kind, { reason: REASON }));
      expect(await anouk.device.circle.letInto(caseId, doc, memberOf(mother))).toMatchObject({ error: { type: 'RoleMayNotHoldThis' } });
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenVoice } from '../../../src/application/application.ts';
import { readPrepared, shareCommand, writeDraft } from '../../../src/core/part/drafts.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import {
  bringIn,
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

/** One who prepares a meeting, as the screen does it. */
async function atForm(teller: Teller, caseId: CaseId) {
  const plan = await teller.open(caseId);
  await when(plan.view, ({ me, conferences }) => me !== null && conferences.length === 1);
  const me = plan.view.get().me!;
  const voice: OpenVoice = must(await teller.device.parts.openVoice(caseId));
  const meeting = plan.view.get().conferences[0]!.id;
  const read = () => readPrepared(plan.view.get(), voice.view.get(), me, me.id, meeting);
  return {
    plan,
    voice,
    read,
    write: async (field: string, value: string) =>
      must(
        await voice.change((drafts) => {
          const prepared = readPrepared(plan.view.get(), drafts, me, me.id, meeting);
          return writeDraft(prepared, [{ type: 'set', entity: prepared.entity, field, value }]);
        }),
      ),
    share: async () => must(await plan.change(shareCommand(read()))),
  };
}

async function family() {
  const [anouk, mother, father] = [
    await street.founder('Anouk Visser'),
    await street.start('Sanne de Wit'),
    await street.start('Mark de Wit'),
  ];
  const caseId = await makeCase(anouk);
  const plan = await anouk.open(caseId);
  must(await plan.change({ type: 'add', kind: 'conference', fields: { day: '2026-10-01' as CivilDate } }));
  for (const parent of [mother, father]) await letIntoCase(anouk, parent, caseId, 'caregiver');
  await until(() => [anouk, mother, father].every(isGreen));
  return { anouk, mother, father, caseId, plan };
}
const voicesOf = (teller: Teller) => [...teller.session().documents.values()].filter(({ kind }) => kind === 'voice');
const cut = (teller: Teller) => (teller.network.connected = false);
const mend = (teller: Teller) => {
  teller.network.connected = true;
  teller.network.hope();
};

/** A second device of the same person. */
async function linkPhone(first: Teller): Promise<Teller> {
  const phone = await street.start('Nieuw toestel');
  await bringIn(first, phone, must(await first.device.devices.link('inPerson')));
  await until(() => isGreen(phone));
  return phone;
}

describe('a draft of a family member', () => {
  it('is made, kept and shared without a connection, and is nobody else’s until then', async () => {
    const { anouk, mother, father, caseId, plan } = await family();
    cut(mother);
    const form = await atForm(mother, caseId);
    expect(voicesOf(mother)).toEqual([]);
    expect(form.read()).toMatchObject({ state: 'nothing', isDrafted: false });
    // Two words at once make one document, and one draft in it.
    await Promise.all([form.write('goesWell', 'Hij bouwt'), form.write('worries', 'De ochtend')]);
    expect(voicesOf(mother)).toHaveLength(1);
    expect(form.read()).toMatchObject({ state: 'private', said: { goesWell: 'Hij bouwt', worries: 'De ochtend' } });
    expect(form.voice.view.get()).toMatchObject({ others: [], conflicts: [] });
    expect(form.plan.view.get().preparations).toEqual([]);
    form.voice.close();
    form.plan.close();
    mother.close();

    const again = await street.start('Sanne de Wit', { stored: mother.stored });
    await until(() => isGreen(again));
    const there = await atForm(again, caseId);
    expect(there.read()).toMatchObject({ state: 'private', said: { worries: 'De ochtend' } });
    const marker = { type: 'add', kind: 'agreement', fields: { text: 'Wij bellen op vrijdag' } } as const;
    must(await there.plan.change(marker));
    const his = await father.open(caseId);
    for (const view of [plan.view, his.view]) await when(view, ({ agreements }) => agreements.length === 1);
    for (const other of [anouk, father]) {
      expect(voicesOf(other)).toEqual([]);
      expect(must(await other.device.parts.list(caseId)).parts.get()).toEqual([]);
    }
    expect([plan, his].map(({ view }) => view.get().preparations)).toEqual([[], []]);

    cut(again);
    await there.share();
    expect(there.read().state).toBe('shared');
    await there.write('wish', 'Rust in de klas');
    expect(there.read().state).toBe('changed');
    mend(again);
    for (const view of [plan.view, his.view]) await when(view, ({ preparations }) => preparations.length === 1);
    expect(his.view.get().preparations).toMatchObject([
      { goesWell: 'Hij bouwt', worries: 'De ochtend', wish: '', ready: true, via: 'own' },
    ]);
  });

  it('is on each device of its author, also when two of them began apart', async () => {
    const { mother, caseId } = await family();
    const phone = await linkPhone(mother);
    await until(() => phone.device.caseload.get().cases.length === 1);
    for (const device of [mother, phone]) cut(device);
    const [here, there] = [await atForm(mother, caseId), await atForm(phone, caseId)];
    await here.write('goesWell', 'Hij bouwt');
    await here.write('wish', 'Rust');
    await there.write('goesWell', 'Hij zingt');
    await there.write('worries', 'De ochtend');
    for (const form of [here, there]) form.voice.close();
    for (const device of [mother, phone]) mend(device);
    await until(() => voicesOf(mother).length === 2 && voicesOf(phone).length === 2 && isGreen(mother) && isGreen(phone));

    const together = await atForm(mother, caseId);
    expect(together.read().said).toMatchObject({ worries: 'De ochtend', wish: 'Rust' });
    const [conflict] = together.voice.view.get().conflicts;
    expect(conflict).toMatchObject({ field: 'goesWell' });
    expect(new Set(conflict!.candidates.map(({ value }) => value))).toEqual(new Set(['Hij bouwt', 'Hij zingt']));
    await until(() => isGreen(mother) && isGreen(phone));
    const same = await atForm(phone, caseId);
    await when(same.voice.view, ({ preparations }) => preparations.length === 1 && preparations[0]!.wish === 'Rust');
    // Nothing is brought twice.
    expect(same.voice.view.get().conflicts).toHaveLength(1);
  });

  it('appears on a form that was empty when it comes from another device of the same person', async () => {
    const { mother, caseId } = await family();
    const phone = await linkPhone(mother);
    await until(() => phone.device.caseload.get().cases.length === 1);
    const [here, there] = [await atForm(mother, caseId), await atForm(phone, caseId)];
    await here.write('wish', 'Rust');
    await when(there.voice.view, ({ preparations }) => preparations[0]?.wish === 'Rust');
    await there.write('worries', 'De ochtend');
    await when(here.voice.view, ({ preparations }) => preparations[0]?.worries === 'De ochtend');
    expect(voicesOf(phone)).toHaveLength(1);
  });

  it('is read by whom its author lets in, who leads and writes nothing of it', async () => {
    const { anouk, mother, father, caseId } = await family();
    const form = await atForm(mother, caseId);
    await form.write('worries', 'De ochtend');
    await until(() => isGreen(mother));
    const { doc } = form.voice.view.get();
    for (const reader of [father, anouk]) must(await mother.device.circle.letInto(caseId, doc!, memberOf(reader)));
    await when(form.voice.view, ({ others }) => others.length === 2);
    expect(form.voice.view.get().others.map(({ role }) => role)).toEqual(['caregiver', 'professional']);
    for (const reader of [father, anouk]) {
      await until(() => voicesOf(reader).length === 1);
      const read = must(await reader.device.parts.open(caseId, doc!));
      await when(read.view, ({ preparations }) => preparations[0]?.worries === 'De ochtend');
      expect(read.view.get()).toMatchObject({ mayWrite: false, mayLead: false, isFounder: false });
      // Their own is another.
      const own = must(await reader.device.parts.openVoice(caseId));
      expect(own.view.get()).toMatchObject({ doc: null, preparations: [] });
    }
  });

  it('is in the copy of its author, and goes with the case', async () => {
    const { anouk, mother, father, caseId } = await family();
    const form = await atForm(mother, caseId);
    await form.write('worries', 'De ochtend');
    await until(() => isGreen(mother));
    const copied = must(await mother.device.copyCase(caseId));
    expect(copied.documents.map(({ kind }) => kind)).toEqual(['plan', 'voice']);
    expect(copied.documents[1]!.content).toMatchObject({ preparation: [{ fields: { worries: 'De ochtend' } }] });
    for (const other of [father, anouk]) expect(JSON.stringify(must(await other.device.copyCase(caseId)))).not.toContain('De ochtend');
    form.voice.close();
    form.plan.close();
    const reason = { code: 'retention', words: '' } as const;
    const input = { reference: 'RB-2016-04', subject: 'S. de W. (2010)', reason, ground: 'school', groundWords: '' } as const;
    must(await anouk.device.destruction.destroy(caseId, input));
    await until(() => voicesOf(mother).length === 0);
    expect(await mother.context.ports.database.list('envelope', form.voice.view.get().doc!)).toEqual([]);
  });

  it('is refused while locked, and takes back the last change', async () => {
    const { mother, caseId } = await family();
    const form = await atForm(mother, caseId);
    must(await form.voice.undo());
    await form.write('wish', 'Rust');
    await form.write('wish', 'Rust en tijd');
    must(await form.voice.undo());
    expect(form.read().said?.wish).toBe('Rust');
    // Sharing is taken back like any other change, and costs no word.
    await form.share();
    expect(form.read().state).toBe('shared');
    must(await form.plan.undo());
    expect(form.read()).toMatchObject({ state: 'private', said: { wish: 'Rust' } });
    await form.share();
    expect(form.plan.view.get().preparations).toMatchObject([{ wish: 'Rust', ready: true }]);
    const empty = must(await mother.device.parts.openVoice('nergens' as CaseId));
    await mother.device.lock('asked');
    expect(await mother.device.parts.openVoice(caseId)).toMatchObject({ error: { type: 'Locked' } });
    expect(await empty.change(() => [])).toMatchObject({ error: { type: 'Locked' } });
    expect(empty.basisOf('preparation.a.b' as EntityId, 'wish')).toEqual([]);
    expect(empty.erasing.get().mayErase).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenPart } from '../../../src/application/application.ts';
import type { CaseId, DocumentId, EntityId } from '../../../src/core/shared/ids.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { must, type Teller } from '../../support/exchangeStory.ts';
import { createNeighbourhood, isGreen, letIntoCase, makeCase, memberOf, type Neighbourhood } from '../../support/neighbours.ts';
import { until } from '../../support/until.ts';
import { bytesOfDevice, bytesOfServer, countIn } from '../destruction/bytes.ts';

/* SPEC 10a, 10f in another document than the plan: the same mechanism, in a circle of its own. */

const CANARY = 'kanarie met een geheim';
const PART = 'part' as EntityId;
const note = (text: string) => ({ type: 'add', kind: 'entry', fields: { text, on: '2026-09-08' as CivilDate } }) as const;

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

const openIn = async (teller: Teller, caseId: CaseId, doc: DocumentId): Promise<OpenPart> =>
  must(await teller.device.parts.open(caseId, doc));
const targetOf = (open: OpenPart, entity: EntityId, field: string) => ({
  entity,
  field,
  values: open.basisOf(entity, field),
  earlier: true,
});

/** Anouk leads the part, Bram writes in it; the mother reads the plan alone. */
async function begin() {
  const anouk = await street.founder('Anouk Visser');
  const [bram, mother] = [await street.start('Bram de Groot'), await street.start('Ewa Nowak')];
  const caseId = await makeCase(anouk);
  await letIntoCase(anouk, mother, caseId, 'caregiver');
  const doc = must(await anouk.device.circle.addDocument(caseId, 'part', { title: `Adres ${CANARY}` }));
  await letIntoCase(anouk, bram, caseId, 'professional', [doc]);
  const [hers, his] = [await openIn(anouk, caseId, doc), await openIn(bram, caseId, doc)];
  const allGreen = () => until(() => [anouk, bram, mother].every(isGreen));
  return { anouk, bram, mother, caseId, doc, hers, his, allGreen };
}

/** A piece of the middle of each ciphertext that holds this. */
async function ciphersOf(teller: Teller, doc: DocumentId, holds: (text: string) => boolean): Promise<readonly Buffer[]> {
  const document = (await teller.session().open.get(doc))!;
  const found: Buffer[] = [];
  for (const { bytes } of await teller.stored.database.list('envelope', `${doc}/`)) {
    const [envelope] = await document.openAll([bytes]);
    const middle = Math.floor(bytes.length / 2);
    if (envelope && holds(JSON.stringify(envelope.ops))) found.push(Buffer.from(bytes.subarray(middle, middle + 24)));
  }
  return found;
}

describe('erasing a text in a part everywhere', () => {
  it("takes another's entry off every device, the journals and the server, with what it was before, and says who did", async () => {
    const { anouk, bram, caseId, doc, hers, his, allGreen } = await begin();
    const [entry] = must(await his.change(note(`eerst ${CANARY}`))).added as [EntityId];
    must(await his.change({ type: 'set', entity: entry, field: 'text', value: `nu ${CANARY}` }));
    must(await his.change(note('blijft staan')));
    await until(() => hers.view.get().entries.length === 2 && hers.view.get().entries.some(({ text }) => text.startsWith('nu')));
    await allGreen();
    const ciphers = await ciphersOf(anouk, doc, (text) => text.includes('eerst') || text.includes('nu '));
    expect(ciphers.length).toBe(2);
    expect(countIn(bytesOfServer(street.server.folder), ciphers)).toBe(2);
    for (const each of [anouk, bram]) expect(countIn(await bytesOfDevice(each), ciphers)).toBe(2);

    const target = targetOf(hers, entry, 'text');
    const preview = must(await anouk.device.circle.previewErasure(caseId, target, doc));
    // Only Bram writes his own entry anew: its day goes along, and that is said before.
    expect(preview).toEqual({ versions: 2, authors: [memberOf(bram)], note: null, rewritten: [], lost: [{ entity: entry, field: 'on' }] });
    must(await anouk.device.circle.eraseEverywhere(caseId, target, '', doc));
    const isGone = (open: OpenPart) => !JSON.stringify(open.view.get().entries).includes('kanarie') && open.erasing.get().cells.length > 0;
    await until(() => [hers, his].every(isGone));
    await allGreen();
    for (const open of [hers, his]) {
      expect(open.view.get().entries.map(({ text }) => text)).toEqual(['blijft staan']);
      expect(open.erasing.get().cells).toMatchObject([{ entity: entry, field: 'text', by: memberOf(anouk) }]);
    }
    expect([hers, his].map((open) => open.erasing.get().mayErase)).toEqual([true, false]);
    // Taking back his own save would have written it again.
    expect(his.undoable.get()).toBeNull();

    await until(async () => (await Promise.all([anouk, bram].map(bytesOfDevice))).every((bytes) => countIn(bytes, ciphers) === 0));
    await street.server.restart();
    expect(countIn(bytesOfServer(street.server.folder), ciphers)).toBe(0);
    must(await his.change(note('gaat door')));
    await until(() => hers.view.get().entries.length === 2);
  });

  it('writes anew what was saved with it and is nobody’s own, in the name of whoever erases', async () => {
    const { anouk, caseId, doc, hers, his, allGreen } = await begin();
    must(
      await hers.change(
        { type: 'set', entity: PART, field: 'title', value: CANARY },
        { type: 'set', entity: PART, field: 'purpose', value: 'waar zij woont' },
      ),
    );
    await until(() => his.view.get().heading.purpose === 'waar zij woont');
    await allGreen();
    const ciphers = await ciphersOf(anouk, doc, (text) => text.includes('kanarie'));
    expect(ciphers.length).toBe(2);
    const target = targetOf(hers, PART, 'title');
    expect(must(await anouk.device.circle.previewErasure(caseId, target, doc)).rewritten).toEqual([{ entity: PART, field: 'purpose' }]);
    must(await anouk.device.circle.eraseEverywhere(caseId, target, '', doc));
    await until(() => his.view.get().heading.title === '' && his.view.get().heading.purpose === 'waar zij woont');
    await allGreen();
    await until(async () => countIn(await bytesOfDevice(anouk), ciphers) === 0);
  });

  it("is for a lead of that part, of a document of this case; and the plan's circle hears nothing of it", async () => {
    const { anouk, bram, mother, caseId, doc, hers, his, allGreen } = await begin();
    const [entry] = must(await hers.change(note('van Anouk'))).added as [EntityId];
    await until(() => his.view.get().entries.length === 1);
    const target = targetOf(hers, entry, 'text');
    expect(await bram.device.circle.eraseEverywhere(caseId, target, '', doc)).toMatchObject({ error: { type: 'NotALead' } });
    expect(await mother.device.circle.eraseEverywhere(caseId, target, '', doc)).toMatchObject({ error: { type: 'UnknownCase' } });
    const other = must(await anouk.device.createCase({ name: 'Familie Bos', children: [] }));
    expect(await anouk.device.circle.previewErasure(other, target, doc)).toMatchObject({ error: { type: 'UnknownCase' } });
    must(await anouk.device.circle.eraseEverywhere(caseId, target, '', doc));
    await until(() => his.erasing.get().cells.length === 1);
    await allGreen();
    const [plan, hersToo] = [await anouk.open(caseId), await mother.open(caseId)];
    for (const open of [plan, hersToo]) expect(open.erasing.get().cells).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryEntry, OpenCase } from '../../../src/application/application.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
import { allRecords } from '../../../src/application/storage/heal.ts';
import type { CaseId, EntityId, OperationId } from '../../../src/core/shared/ids.ts';
import { openRecord } from '../../../src/crypto/vault.ts';
import type { Bytes } from '../../../src/protocol/bytes.ts';
import { decodeEnvelope } from '../../../src/protocol/envelopeForm.ts';
import { backUp } from '../../../src/server/backup/backUp.ts';
import { restore } from '../../../src/server/backup/restore.ts';
import { createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { must, planOf, type Teller } from '../../support/exchangeStory.ts';
import { createFakeDisk, openFakeDisk, type Outcome, type Step } from '../../support/fakeDisk.ts';
import { createNeighbourhood, isGreen, letIntoCase, makeCase, memberOf, type Neighbourhood } from '../../support/neighbours.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';
import { until } from '../../support/until.ts';

/* SPEC 10, on devices around the real server. */

const CANARY = 'kanarie met een geheim';
const family = 'family' as EntityId;
const question = (value: string) => ({ type: 'set', entity: family, field: 'questionSchool', value }) as const;
const type = (before: string, after: string) => ({ type: 'write', entity: family, field: 'analysis', before, after }) as const;

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

interface Two {
  readonly anouk: Teller;
  readonly bram: Teller;
  readonly caseId: CaseId;
  readonly hers: OpenCase;
  readonly his: OpenCase;
}

async function begin(): Promise<Two> {
  const [anouk, bram] = [await street.founder('Anouk Visser'), await street.start('Bram de Groot')];
  const caseId = await makeCase(anouk);
  await letIntoCase(anouk, bram, caseId, 'professional');
  return { anouk, bram, caseId, hers: await anouk.open(caseId), his: await bram.open(caseId) };
}

const bothGreen = ({ anouk, bram }: Two) => until(() => isGreen(anouk) && isGreen(bram));
const inHistory = async (open: OpenCase, is: (entry: HistoryEntry) => boolean) => (await open.history()).filter(is);
const valuesOf = async (open: OpenCase, entity: EntityId, field: string): Promise<readonly OperationId[]> =>
  (await inHistory(open, (entry) => entry.entity === entity && entry.field === field)).flatMap(({ id }) => id ?? []);

/** The newest value of a cell, and everything before it. */
const everything = async (open: OpenCase, entity: EntityId, field: string) => ({
  entity,
  field,
  values: (await valuesOf(open, entity, field)).slice(0, 1),
  earlier: true,
});

/** The ciphertexts of the envelopes that hold these values: what has to be nowhere any more. */
async function ciphersOf(teller: Teller, caseId: CaseId, values: readonly OperationId[]): Promise<readonly Bytes[]> {
  const { database } = teller.context.ports;
  const document = (await teller.session().open.get(planOf(teller, caseId)))!;
  const found: Bytes[] = [];
  for (const { bytes } of await database.list('envelope', `${planOf(teller, caseId)}/`)) {
    const [envelope] = await document.openAll([bytes]);
    const parts = decodeEnvelope(bytes);
    if (typeof parts === 'string' || parts.content.type !== 'sealed' || !envelope) continue;
    if (values.some((value) => value.startsWith(envelope.hash))) found.push(parts.content.cipher);
  }
  return found;
}

const holds = (where: Uint8Array, what: Uint8Array) => Buffer.from(where).includes(Buffer.from(what));

/** Everything of a device, sealed as it stands there, and what its local copies and a backup of it say. */
async function dumpOf(teller: Teller) {
  const { database, journal } = teller.context.ports;
  const { vault } = teller.session();
  const copies = await Promise.all(
    (await database.listLocal('')).map(async ({ key, bytes }) => {
      const opened = [
        await openRecord(vault, 'snapshot', key, bytes),
        await openRecord(vault, 'summary', key.slice('summary/'.length), bytes),
      ];
      return opened.flatMap((each) => (each.ok ? [each.value] : []));
    }),
  );
  return {
    sealed: [...(await allRecords(database)), ...(await journal!.read(0)).records].map(({ bytes }) => bytes),
    copies: copies.flat(),
  };
}

async function expectNowhere(two: Two, ciphers: readonly Bytes[]): Promise<void> {
  expect(ciphers.length).toBeGreaterThan(0);
  for (const teller of [two.anouk, two.bram]) {
    // A snapshot is written once the exchange is at rest.
    await until(async () => (await dumpOf(teller)).copies.length > 2);
    const { sealed, copies } = await dumpOf(teller);
    for (const cipher of ciphers) expect(sealed.some((bytes) => holds(bytes, cipher))).toBe(false);
    for (const copy of copies) expect(Buffer.from(copy).includes('kanarie')).toBe(false);
    expect(JSON.stringify(teller.device.caseload.get())).not.toContain('kanarie');
  }
  for (const cipher of ciphers) expect(serverHolds(cipher)).toBe(false);
}

const serverHolds = (cipher: Bytes) =>
  readdirSync(street.server.folder).some((name) => /sqlite/.test(name) && holds(readFileSync(join(street.server.folder, name)), cipher));

const isGone = (two: Two) =>
  until(async () =>
    [two.hers, two.his].every((open) => !JSON.stringify(open.view.get()).includes('kanarie') && open.erasing.get().cells.length > 0),
  );

describe('erasing a text everywhere', () => {
  it('SPEC 10a: takes it off both devices and the server, with every earlier version, and says who did', async () => {
    const two = await begin();
    const { anouk, bram, caseId, hers, his } = two;
    must(await his.change(question(`eerst ${CANARY}`)));
    must(await his.change(question(`nu ${CANARY}`)));
    await until(() => hers.view.get().family.questionSchool.startsWith('nu'));
    await bothGreen(two);
    const values = await valuesOf(hers, family, 'questionSchool');
    const ciphers = await ciphersOf(anouk, caseId, values);
    expect(serverHolds(ciphers[0]!)).toBe(true);
    expect(must(await anouk.device.circle.previewErasure(caseId, await everything(hers, family, 'questionSchool')))).toEqual({
      versions: 2,
      authors: [memberOf(bram)],
      note: null,
      rewritten: [],
      lost: [],
    });
    expect(his.undoable.get()).not.toBeNull();

    must(await anouk.device.circle.eraseEverywhere(caseId, await everything(hers, family, 'questionSchool'), ''));
    await isGone(two);
    await bothGreen(two);
    await expectNowhere(two, ciphers);
    for (const open of [hers, his]) {
      expect(open.view.get().family.questionSchool).toBe('');
      expect(JSON.stringify(await open.history())).not.toContain('kanarie');
      expect(await inHistory(open, ({ change }) => change === 'erased')).toMatchObject([
        { author: memberOf(anouk), entity: family, field: 'questionSchool', id: null, value: null },
      ]);
      expect(open.erasing.get().cells).toMatchObject([{ entity: family, field: 'questionSchool', by: memberOf(anouk) }]);
    }
    expect([hers, his].map((open) => open.erasing.get().mayErase)).toEqual([true, false]);
    // Taking back his own save would have written it again.
    expect(his.undoable.get()).toBeNull();
    must(await his.change(question('zonder')));
    await until(() => hers.view.get().family.questionSchool === 'zonder');

    const { file } = must(await anouk.device.makeBackup());
    const spare = await street.start('Niemand', { empty: true });
    must(await spare.device.restoreBackup(file, { passphrase: PASSPHRASE }));
    const { sealed, copies } = await dumpOf(spare);
    for (const cipher of ciphers) expect(sealed.some((bytes) => holds(bytes, cipher))).toBe(false);
    expect(copies.some((copy) => Buffer.from(copy).includes('kanarie'))).toBe(false);
  });

  it("is nobody else's to do, and takes a connection", async () => {
    const two = await begin();
    const { anouk, bram, caseId, hers, his } = two;
    must(await his.change(question(CANARY)));
    await until(() => hers.view.get().family.questionSchool === CANARY);
    const target = await everything(hers, family, 'questionSchool');
    expect(await bram.device.circle.eraseEverywhere(caseId, target, '')).toMatchObject({ error: { type: 'NotALead' } });
    anouk.network.connected = false;
    expect(await anouk.device.circle.eraseEverywhere(caseId, target, '')).toMatchObject({ error: { type: 'Offline' } });
    anouk.network.connected = true;
    const nothing = { ...target, entity: 'goal.x.y' as EntityId };
    expect(await anouk.device.circle.previewErasure(caseId, nothing)).toMatchObject({ error: { type: 'NothingToErase' } });
    expect(await anouk.device.circle.eraseEverywhere(caseId, nothing, '')).toMatchObject({ error: { type: 'NothingToErase' } });
    expect(his.view.get().family.questionSchool).toBe(CANARY);
  });

  it('leaves what was saved together with it: written anew, in the name of whoever erases (SPEC 10f)', async () => {
    const two = await begin();
    const { anouk, bram, caseId, hers, his } = two;
    const fields = { what: CANARY, where: 'thuis', doneWhen: 'als het klaar is' };
    const [action] = must(await his.change({ type: 'add', kind: 'action', fields })).added as [EntityId];
    must(await his.change({ type: 'set', entity: action, field: 'where', value: 'op school' }));
    must(await his.change({ type: 'add', kind: 'agreement', fields: { text: 'blijft staan' } }));
    await until(() => hers.view.get().agreements.length === 1);
    const target = await everything(hers, action, 'what');
    const ciphers = await ciphersOf(anouk, caseId, await valuesOf(hers, action, 'what'));
    const preview = must(await anouk.device.circle.previewErasure(caseId, target));
    expect(preview.rewritten).toContainEqual({ entity: action, field: 'doneWhen' });
    expect(preview.rewritten).not.toContainEqual({ entity: action, field: 'where' });
    expect(preview.lost).toEqual([]);

    must(await anouk.device.circle.eraseEverywhere(caseId, target, ''));
    await isGone(two);
    await bothGreen(two);
    await expectNowhere(two, ciphers);
    for (const open of [hers, his]) {
      await until(() => open.view.get().actions[0]?.doneWhen === 'als het klaar is');
      expect(open.view.get().actions).toMatchObject([{ what: '', where: 'op school', doneWhen: 'als het klaar is' }]);
      expect(open.view.get().agreements).toMatchObject([{ text: 'blijft staan' }]);
      expect(open.view.get().conflicts).toEqual([]);
      const anew = await inHistory(open, ({ entity, field }) => entity === action && field === 'doneWhen');
      expect(anew).toMatchObject([{ author: memberOf(anouk), change: 'changed' }]);
    }
    expect(memberOf(bram)).not.toBe(memberOf(anouk));
  });

  it('names what only its writer could write anew (SPEC 10f)', async () => {
    const two = await begin();
    const { anouk, caseId, hers, his } = two;
    const [goal] = must(
      await his.change({ type: 'add', kind: 'goal', fields: { statement: 'samen eten', doesHome: CANARY, domain: 'home' } }),
    ).added as [EntityId];
    await until(() => hers.view.get().goals.length === 1);
    const preview = must(await anouk.device.circle.previewErasure(caseId, await everything(hers, goal, 'doesHome')));
    expect(preview.lost).toEqual([{ entity: goal, field: 'statement' }]);
    expect(preview.rewritten).toContainEqual({ entity: goal, field: 'domain' });
  });

  it('SPEC 10d: erases a long note whole, and keeps what was chosen in a new one', async () => {
    const two = await begin();
    const { anouk, caseId, hers, his } = two;
    must(await his.change(type('', `Samen gegeten. ${CANARY}.`)));
    await until(() => hers.view.get().family.analysis.includes('kanarie'));
    must(await hers.change(type(hers.view.get().family.analysis, `${hers.view.get().family.analysis} Daarna gewandeld.`)));
    await until(() => his.view.get().family.analysis.includes('gewandeld'));
    await bothGreen(two);
    const target = await everything(hers, family, 'analysis');
    const ciphers = await ciphersOf(anouk, caseId, await valuesOf(hers, family, 'analysis'));
    expect(ciphers).toHaveLength(2);
    expect(must(await anouk.device.circle.previewErasure(caseId, target))).toMatchObject({
      versions: 2,
      note: `Samen gegeten. ${CANARY}. Daarna gewandeld.`,
    });
    must(await anouk.device.circle.eraseEverywhere(caseId, target, 'Samen gegeten. Daarna gewandeld.'));
    await isGone(two);
    await bothGreen(two);
    await expectNowhere(two, ciphers);
    for (const open of [hers, his]) await until(() => open.view.get().family.analysis === 'Samen gegeten. Daarna gewandeld.');
    must(await his.change(type('Samen gegeten. Daarna gewandeld.', 'Samen gegeten. Daarna naar huis gewandeld.')));
    await until(() => hers.view.get().family.analysis === 'Samen gegeten. Daarna naar huis gewandeld.');
  });

  it('leaves a long note as it was when the circle cannot be changed', async () => {
    let isRefusing = false;
    const through = (port: ServerPort): ServerPort =>
      new Proxy(port, {
        get:
          (target, verb: keyof ServerPort) =>
          async (...asked: never[]) =>
            isRefusing && verb === 'append' && String(asked[1]).endsWith('/roster')
              ? { ok: false, error: { type: 'Refused', code: 'QuotaFull' } }
              : await (target[verb] as (...given: never[]) => Promise<unknown>)(...asked),
      });
    const anouk = await street.start('Anouk Visser', { through });
    must(await anouk.device.organisation.found(`#setup=${street.server.setupSecret()}`, 'De Regenboog'));
    const caseId = await makeCase(anouk);
    const hers = await anouk.open(caseId);
    must(await hers.change(type('', CANARY)));
    await until(() => isGreen(anouk));
    const target = await everything(hers, family, 'analysis');
    isRefusing = true;
    expect(await anouk.device.circle.eraseEverywhere(caseId, target, 'kort')).toMatchObject({ error: { type: 'Refused' } });
    expect(hers.view.get().family.analysis).toBe(CANARY);
    isRefusing = false;
    must(await anouk.device.circle.eraseEverywhere(caseId, target, 'kort'));
    expect(hers.view.get().family.analysis).toBe('kort');
  });

  it('takes one version out of the history, and leaves what stands', async () => {
    const two = await begin();
    const { anouk, caseId, hers, his } = two;
    must(await his.change(question(CANARY)));
    await until(() => hers.view.get().family.questionSchool === CANARY);
    must(await hers.change(question('mag blijven')));
    await until(() => his.view.get().family.questionSchool === 'mag blijven');
    const [now, before] = await valuesOf(hers, family, 'questionSchool');
    const ciphers = await ciphersOf(anouk, caseId, [before!]);
    must(
      await anouk.device.circle.eraseEverywhere(caseId, { entity: family, field: 'questionSchool', values: [before!], earlier: false }, ''),
    );
    await isGone(two);
    await bothGreen(two);
    await expectNowhere(two, ciphers);
    for (const open of [hers, his]) {
      expect(open.view.get().family.questionSchool).toBe('mag blijven');
      expect(open.view.get().conflicts).toEqual([]);
      expect(await valuesOf(open, family, 'questionSchool')).toEqual([now]);
    }
  });
});

describe('erasing and whoever was not there', () => {
  it('SPEC 10c: a device that was offline loses it as soon as it is back, and what it wrote meanwhile stays', async () => {
    const two = await begin();
    const { anouk, bram, caseId, hers, his } = two;
    must(await his.change(question(CANARY)));
    await until(() => hers.view.get().family.questionSchool === CANARY);
    await bothGreen(two);
    const ciphers = await ciphersOf(anouk, caseId, await valuesOf(hers, family, 'questionSchool'));
    bram.network.connected = false;
    must(await his.change({ type: 'add', kind: 'agreement', fields: { text: 'van onderweg' } }));
    must(await anouk.device.circle.eraseEverywhere(caseId, await everything(hers, family, 'questionSchool'), ''));
    expect(his.view.get().family.questionSchool).toBe(CANARY);
    bram.network.connected = true;
    bram.network.hope();
    await isGone(two);
    await until(() => hers.view.get().agreements.some(({ text }) => text === 'van onderweg'));
    await bothGreen(two);
    await expectNowhere(two, ciphers);
  });

  it('whoever comes in later never gets it', async () => {
    const two = await begin();
    const { anouk, caseId, hers, his } = two;
    must(await his.change(question(CANARY)));
    await until(() => hers.view.get().family.questionSchool === CANARY);
    const ciphers = await ciphersOf(anouk, caseId, await valuesOf(hers, family, 'questionSchool'));
    must(await anouk.device.circle.eraseEverywhere(caseId, await everything(hers, family, 'questionSchool'), ''));
    const carla = await street.start('Carla Jansen');
    await letIntoCase(anouk, carla, caseId, 'professional');
    const theirs = await carla.open(caseId);
    await until(() => isGreen(carla));
    expect(theirs.view.get().family.questionSchool).toBe('');
    await expectNowhere({ ...two, bram: carla, his: theirs }, ciphers);
  });

  it('SPEC 10c, 10h, 19: a server that was put back to before it hears of it again, and gives nothing back', async () => {
    const two = await begin();
    const { anouk, bram, caseId, hers, his } = two;
    must(await his.change(question(CANARY)));
    await until(() => hers.view.get().family.questionSchool === CANARY);
    await bothGreen(two);
    const ciphers = await ciphersOf(anouk, caseId, await valuesOf(hers, family, 'questionSchool'));
    const { file } = must(backUp(street.server.folder, join(street.server.folder, 'backups'), new Date()));
    must(await anouk.device.circle.eraseEverywhere(caseId, await everything(hers, family, 'questionSchool'), ''));
    await isGone(two);
    await bothGreen(two);

    await street.server.restart(() => void must(restore(file, street.server.folder, new Date())));
    expect(serverHolds(ciphers[0]!)).toBe(true);
    // Whoever comes back first tells the server; it need not be a lead.
    anouk.network.connected = false;
    bram.network.hope();
    await until(() => !serverHolds(ciphers[0]!));
    await until(() => isGreen(bram));
    anouk.network.connected = true;
    anouk.network.hope();
    await bothGreen(two);
    await expectNowhere(two, ciphers);
    must(await his.change(question('weer gewoon')));
    await until(() => hers.view.get().family.questionSchool === 'weer gewoon');
  });
});

describe('a crash while it is taken off a device (SPEC 10g)', () => {
  const moments = [
    ['journal.append', 'dieBefore'],
    ['journal.append', 'tear'],
    ['database.put', 'dieBefore'],
    ['database.put', 'dieAfter'],
    ['database.erase', 'dieAfter'],
    ['journal.erase', 'dieBefore'],
    ['journal.erase', 'dieAfter'],
  ] as const satisfies readonly (readonly [Step, Outcome])[];

  it.each(moments)('%s %s: it is gone after the next start', async (at, outcome) => {
    const anouk = await street.founder('Anouk Visser');
    const disk = createFakeDisk();
    let [isWatching, isArmed] = [false, false];
    const faulty = openFakeDisk(disk, (step) => (isArmed && step === at ? outcome : 'ok'));
    /** From the moment on which the entry arrives. */
    const through = (port: ServerPort): ServerPort =>
      new Proxy(port, {
        get:
          (target, verb: keyof ServerPort) =>
          async (...asked: never[]) => {
            const answer = await (target[verb] as (...given: never[]) => Promise<unknown>)(...asked);
            if (isWatching && verb === 'read' && String(asked[1]).endsWith('/roster')) isArmed = true;
            return answer;
          },
      });
    const stored = createTestDevice({ random: createSeededRandom(4711), ...faulty });
    const bram = await street.start('Bram de Groot', { stored, through });
    const caseId = await makeCase(anouk);
    await letIntoCase(anouk, bram, caseId, 'professional');
    const hers = await anouk.open(caseId);
    must(await hers.change(question(CANARY)));
    const his = await bram.open(caseId);
    await until(() => his.view.get().family.questionSchool === CANARY);
    await until(() => isGreen(anouk) && isGreen(bram));
    const ciphers = await ciphersOf(anouk, caseId, await valuesOf(hers, family, 'questionSchool'));
    isWatching = true;
    must(await anouk.device.circle.eraseEverywhere(caseId, await everything(hers, family, 'questionSchool'), ''));
    await until(() => isArmed);
    await new Promise((resolve) => setTimeout(resolve, 300));
    bram.close();

    const again = await street.start('Bram de Groot', { stored: { ...stored, ...openFakeDisk(disk) } });
    const reopened = await again.open(caseId);
    await isGone({ anouk, bram: again, caseId, hers, his: reopened });
    await until(() => isGreen(again));
    await expectNowhere({ anouk, bram: again, caseId, hers, his: reopened }, ciphers);
    expect(await again.context.ports.database.list('device', 'redacting/')).toEqual([]);
  });
});

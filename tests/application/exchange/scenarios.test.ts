import { afterEach, describe, expect, it } from 'vitest';
import { viewsPrefix } from '../../../src/application/accessLog/places.ts';
import { appendRosterEntry, type CircleNow, type NextEntry } from '../../support/appendRosterEntry.ts';
import { openAccess } from '../../../src/application/exchange/access.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
import type { CaseId, EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { headsOf } from '../../../src/core/document/state.ts';
import { ok } from '../../../src/core/shared/result.ts';
import { sealEpoch } from '../../../src/crypto/epochs.ts';
import { freshEpochSecret } from '../../../src/crypto/keys.ts';
import { joinBytes } from '../../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor, splitCborSequence } from '../../../src/protocol/cbor.ts';
import { keyringPath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { settle } from '../../support/fakeClock.ts';
import { createFakeDisk, openFakeDisk, type FakeDisk } from '../../support/fakeDisk.ts';
import { createMemoryServer } from '../../support/memoryServer.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';
import { untilExchanged } from '../../support/untilExchanged.ts';

const FAMILY = 'family' as EntityId;
const question = (value: string) => ({ type: 'set', entity: FAMILY, field: 'questionSchool', value }) as const;
const agreement = (text: string) => ({ type: 'add', kind: 'agreement', fields: { text } }) as const;

const tellers: Teller[] = [];
afterEach(() => tellers.splice(0).forEach((teller) => teller.close()));

async function start(name: string, port: ServerPort, disk: FakeDisk = createFakeDisk(), seed = tellers.length): Promise<Teller> {
  const stored = createTestDevice({ random: createSeededRandom(seed + 1), ...openFakeDisk(disk) });
  const teller = await startTeller(name, port, { stored });
  tellers.push(teller);
  return teller;
}

const until = (isSo: () => boolean) => untilExchanged(tellers, isSo, { tell });

const tell = ({ name, device }: Teller) =>
  `${name}: ${JSON.stringify({ ...device.exchange.get(), cases: [...device.exchange.get().cases.values()] })}`;

const stateOf = ({ device }: Teller) => device.exchange.get();
const isGreen = (teller: Teller) => stateOf(teller).type === 'upToDate';
const problemsOf = (teller: Teller, caseId: CaseId) =>
  stateOf(teller)
    .cases.get(caseId)
    ?.documents.map(({ problem }) => problem);

/** Anouk founded a case; Bram and Carla are in it. */
async function together() {
  const server = createMemoryServer();
  const disk = createFakeDisk();
  const anouk = await start('Anouk', server.port);
  const bram = await start('Bram', server.port, disk);
  const carla = await start('Carla', server.port);
  await found(anouk, server.setupSecret);
  for (const guest of [bram, carla]) await letIn(anouk, guest);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  const doc = planOf(anouk, caseId);
  for (const guest of [bram, carla]) await addTo(anouk, doc, guest, 'professional');
  await until(() => [anouk, bram, carla].every((teller) => isGreen(teller) && [...teller.session().documents.keys()].includes(doc)));
  return { server, anouk, bram, carla, caseId, doc, disk };
}

/** The entry that takes somebody out, with a key that they do not get. */
async function removing({ circle, secrets, document }: CircleNow, member: MemberId): Promise<NextEntry> {
  const { random } = createTestDevice({ random: createSeededRandom(77) });
  const epoch = circle.roster.epoch + 1;
  const previous = secrets.find(([number]) => number === circle.roster.epoch)![1];
  const readers = [...circle.roster.members.keys()]
    .filter((each) => each !== member)
    .map((each) => ({ member: each, generation: 0, publicKey: circle.keyrings.get(each)!.keyring.generations[0]!.publicKey }));
  const heads = [...headsOf(document.state())].flatMap(([chain, { seq }]) => {
    const [device, incarnation] = chain.split('/') as [never, string];
    return circle.ownerOf(device) === member ? [{ device, incarnation, seq }] : [];
  });
  return {
    change: { type: 'remove', member, heads, reason: 'andere baan', seconded: null },
    epoch: await sealEpoch({ doc: circle.roster.doc, epoch, secret: freshEpochSecret(random.bytes), previous }, readers, random.bytes),
  };
}

describe('a circle that changes while a case is open', () => {
  it('goes on under the new key; who was removed is told, and what they still had is offered (SPEC 6c, 18)', async () => {
    const { anouk, bram, carla, caseId, doc } = await together();
    const [hers, his, carlas] = [await anouk.open(caseId), await bram.open(caseId), await carla.open(caseId)];
    carla.network.connected = false;
    must(await carlas.change(agreement('voor vertrek gemaakt')));
    must(await appendRosterEntry(anouk.context, doc, (now) => removing(now, carla.session().member)));
    must(await hers.change(question('onder de nieuwe sleutel')));
    await until(() => his.view.get().family.questionSchool === 'onder de nieuwe sleutel');
    must(await his.change(question('van Bram, ook')));
    await until(() => hers.view.get().family.questionSchool === 'van Bram, ook');

    carla.network.connected = true;
    carla.network.hope();
    await until(() => problemsOf(carla, caseId) === undefined);
    await until(() => isGreen(carla));
    expect(stateOf(carla)).toMatchObject({ waiting: 0, left: [{ kind: 'plan', because: 'removed', lost: 0 }] });
    expect(carlas.view.get().family.questionSchool).not.toBe('van Bram, ook');
    expect(await carlas.change(question('daarna nog'))).toEqual({ ok: false, error: { type: 'LeftCircle' } });
    for (const table of ['document', 'roster', 'envelope', 'outbox'] as const)
      expect((await carla.stored.database.list(table, doc)).length, table).toBe(0);
    await carla.device.forgetLeft();
    expect(stateOf(carla).left).toEqual([]);
    // Late and beyond the head that was agreed: kept, and without effect (SPEC 5e).
    await until(() => isGreen(anouk) && isGreen(bram));
    await settle();
    expect(hers.view.get().agreements).toEqual([]);
    const kept = await anouk.stored.database.list('envelope', `${doc}/${carla.session().keys.id}/`);
    expect(kept.length).toBe(1);
  });

  it('is read whole by who comes in late, however many parts it comes in (SPEC 15f)', async () => {
    const { server, anouk, carla, caseId, doc } = await together();
    const propose: NextEntry = { change: { type: 'propose', member: carla.session().member, reason: 'andere baan' } };
    for (let n = 0; n < 12; n++) must(await appendRosterEntry(anouk.context, doc, async () => propose));
    const dewi = await start('Dewi', server.port);
    await letIn(anouk, dewi);
    await addTo(anouk, doc, dewi, 'professional');
    const { length } = server.entriesOf(streamPath(doc, 'roster'));
    const first = must(
      await server.port.read(must(await openAccess(dewi.context)), streamPath(doc, 'roster'), { offset: '-1', wait: false }),
    );
    expect(splitCborSequence(first.bytes)!.length).toBeLessThan(length / 2);
    await until(() => dewi.session().documents.has(doc) && isGreen(dewi));
    expect((await dewi.open(caseId)).view.get().family.name).toBe('Familie de Wit');
  });

  it('says who was revoked only by the own keyring: a server alone wipes nothing (SPEC 20d)', async () => {
    const { server, bram: before, carla, caseId, doc, disk } = await together();
    before.close();
    let isLying = false;
    const lying: ServerPort = {
      ...server.port,
      openSession: async (asked) =>
        isLying && asked.scope === 'full'
          ? { ok: false, error: { type: 'Refused', code: 'DeviceRevoked' } }
          : await server.port.openSession(asked),
    };
    const bram = await start(
      'Bram',
      lying,
      { ...disk, records: new Map(disk.records), local: new Map(disk.local), journal: [...disk.journal] },
      60,
    );
    await until(() => isGreen(bram));
    isLying = true;
    server.expireSessions();
    bram.network.hope();
    await until(() => stateOf(bram).type === 'revoked');
    await settle(200);
    expect([stateOf(bram).left, (await bram.stored.database.list('document', doc)).length]).toEqual([[], 1]);
    expect((await (await bram.open(caseId)).change(agreement('nog hier'))).ok).toBe(true);
    // It may be told later that this was no truth.
    isLying = false;
    await bram.device.retryExchange();
    await until(() => isGreen(bram) && isGreen(carla));
  });

  it('forgets after 90 days what nobody takes any more, and says how much (SPEC 6c)', async () => {
    const { server, anouk, carla, caseId, doc } = await together();
    const refusing = { late: false };
    server.refuseLate(() => refusing.late);
    const carlas = await carla.open(caseId);
    carla.network.connected = false;
    must(await carlas.change(agreement('te laat')));
    must(await appendRosterEntry(anouk.context, doc, (now) => removing(now, carla.session().member)));
    refusing.late = true;
    carla.network.connected = true;
    carla.network.hope();
    await until(() => problemsOf(carla, caseId) === undefined && stateOf(carla).left.length > 0);
    expect(stateOf(carla).left).toMatchObject([{ because: 'removed', lost: 1 }]);
    expect((await carla.stored.database.list('envelope', doc)).length).toBe(0);
  });

  it('and is ended: it leaves every device (SPEC 10e, 20d)', async () => {
    const { anouk, bram, caseId, doc, disk } = await together();
    must(await appendRosterEntry(anouk.context, doc, async () => ({ change: { type: 'destroy', reason: 'bewaartermijn' } })));
    bram.network.hope();
    await until(() => problemsOf(bram, caseId) === undefined);
    expect([...disk.records.values()].some(({ table, key }) => table === 'document' && key === doc)).toBe(false);
  });
});

describe('two people who look at one case', () => {
  it('see what the other writes without any time going by: the question that waits is answered by it (SPEC 15c)', async () => {
    const { anouk, bram, caseId } = await together();
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    await until(() => isGreen(anouk) && isGreen(bram));
    const before = [anouk, bram].map(({ stored }) => stored.clock.now());
    for (let n = 0; n < 5; n++) {
      must(await hers.change(question(`van Anouk ${n}`)));
      // Everything that does not wait for a clock: no timer of anybody fires here.
      for (let turn = 0; turn < 200 && his.view.get().family.questionSchool !== `van Anouk ${n}`; turn++) await settle(10);
      expect(his.view.get().family.questionSchool).toBe(`van Anouk ${n}`);
    }
    expect([anouk, bram].map(({ stored }) => stored.clock.now())).toEqual(before);
  });
});

describe('a server that went back in secret', () => {
  it('is noticed by what a reader followed: what comes again below that is read, and nothing is passed over (SPEC 11c)', async () => {
    const { server, anouk, bram, carla, caseId } = await together();
    const opens = [await anouk.open(caseId), await bram.open(caseId), await carla.open(caseId)] as const;
    const backup = server.backup();
    must(await opens[0].change(agreement('van Anouk')));
    await until(() => opens.every((open) => open.view.get().agreements.length === 1));
    await server.restore(backup, false);
    // As many envelopes as before: only their content tells it from what was read.
    must(await opens[1].change(agreement('van Bram')));
    must(await opens[2].change(agreement('van Carla')));
    await until(() => opens.every((open) => open.view.get().agreements.length === 3));
    await until(() => [anouk, bram, carla].every(isGreen));
  });

  it('or passes over one that others name: it is read from the start, once (SPEC 11d, 15e)', async () => {
    const server = createMemoryServer();
    let hidden = '';
    const reads: string[] = [];
    // Bram's server passes over the first of two envelopes.
    const hiding: ServerPort = {
      ...server.port,
      read: async (access, path, from) => {
        const answer = await server.port.read(access, path, from);
        if (path !== hidden || !answer.ok || answer.value.bytes.length === 0) return answer;
        reads.push(from.offset);
        if (reads.length > 1) return answer;
        return ok({ ...answer.value, bytes: joinBytes(splitCborSequence(answer.value.bytes)!.slice(1)) });
      },
    };
    const [anouk, bram] = [await start('Anouk', server.port), await start('Bram', hiding)];
    await found(anouk, server.setupSecret);
    await letIn(anouk, bram);
    const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
    const doc = planOf(anouk, caseId);
    await addTo(anouk, doc, bram, 'professional');
    await until(() => isGreen(anouk) && isGreen(bram) && bram.session().documents.has(doc));
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    hidden = streamPath(doc, 'log');
    const incoming: (number | undefined)[] = [];
    bram.device.exchange.subscribe(() => incoming.push(stateOf(bram).cases.get(caseId)?.incoming));
    bram.network.connected = false;
    for (const text of ['een', 'twee']) must(await hers.change(agreement(text)));
    await until(() => isGreen(anouk));
    bram.network.connected = true;
    bram.network.hope();
    await until(() => his.view.get().agreements.length === 2 && isGreen(bram));
    expect(reads.filter((offset) => offset === '-1')).toHaveLength(1);
    // What builds on it was there before it could be shown, and said so.
    expect(incoming).toContain(1);
    expect(stateOf(bram).cases.get(caseId)!.incoming).toBe(0);
  });
});

/** Places in a log are told as plain numbers: nothing in them says what they follow. */
function markless(port: ServerPort): ServerPort {
  const placeOf = (length: number) => `e1_${String(length).padStart(8, '0')}_0`;
  const entriesOf = async (...[access, path]: Parameters<ServerPort['read']>) => {
    const whole = await port.read(access, path, { offset: '-1', wait: false });
    return whole.ok ? ok(splitCborSequence(whole.value.bytes)!) : whole;
  };
  return {
    ...port,
    read: async (access, path, from) => {
      const entries = await entriesOf(access, path, from);
      if (!entries.ok || !path.endsWith('/log')) return await port.read(access, path, from);
      const begin = from.offset === '-1' ? 0 : Number(from.offset.split('_')[1]);
      const next = placeOf(Math.max(begin, entries.value.length));
      return ok({ bytes: joinBytes(entries.value.slice(begin)), next, upToDate: true });
    },
  };
}

describe('once a day the head of every chain is offered again (SPEC 20e)', () => {
  it('which finds a server that went back in secret, however long its log looks, and tells it', async () => {
    const { server, anouk, bram: before, carla, caseId, doc } = await together();
    before.close();
    const bram = await startTeller('Bram', markless(server.port), { stored: before.stored });
    tellers.push(bram);
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    carla.network.connected = false;
    const backup = server.backup();
    for (const text of ['een', 'twee']) must(await hers.change(agreement(text)));
    await until(() => isGreen(anouk) && isGreen(bram) && his.view.get().agreements.length === 2);
    anouk.close();
    const length = server.entriesOf(streamPath(doc, 'log')).length;
    await server.restore(backup, false);
    const carlas = await carla.open(caseId);
    for (const text of ['drie', 'vier']) must(await carlas.change(agreement(text)));
    carla.network.connected = true;
    carla.network.hope();
    await until(() => isGreen(carla) && server.entriesOf(streamPath(doc, 'log')).length === length);
    await settle(100);
    // As long as before, and nothing behind where Bram stopped: nobody misses anything.
    expect([isGreen(bram), his.view.get().agreements.length, stateOf(bram).cases.get(caseId)!.serverWentBack]).toEqual([true, 2, null]);

    await bram.device.lock('asked');
    bram.stored.clock.advance(25 * 60 * 60 * 1000);
    must(await bram.device.unlock(PASSPHRASE));
    const again = await bram.open(caseId);
    await until(() => again.view.get().agreements.length === 4 && isGreen(bram));
    expect(stateOf(bram).cases.get(caseId)!.serverWentBack).toEqual(expect.any(Number));
    await until(() => carlas.view.get().agreements.length === 4);
  });
});

describe('a device', () => {
  it('whose database is older than what it gave out begins a new chain, and nothing is lost (SPEC 2c)', async () => {
    const { server, anouk, bram, caseId, doc, disk } = await together();
    const his = await bram.open(caseId);
    must(await his.change(agreement('een')));
    await until(() => isGreen(bram));
    const old: FakeDisk = { ...disk, records: new Map(disk.records), local: new Map(disk.local), journal: [...disk.journal] };
    const before = server.entriesOf(streamPath(doc, 'log')).length;
    must(await his.change(agreement('twee')));
    await until(() => isGreen(bram) && server.entriesOf(streamPath(doc, 'log')).length > before);
    bram.close();

    const again = await start('Bram', server.port, old, 50);
    again.network.connected = false;
    const open = await again.open(caseId);
    must(await open.change(agreement('drie')));
    must(await open.change(question('vier')));
    again.network.connected = true;
    again.network.hope();
    await until(() => isGreen(again) && open.view.get().agreements.length === 3);
    const hers = await anouk.open(caseId);
    await until(() => hers.view.get().agreements.length === 3 && hers.view.get().family.questionSchool === 'vier');
    expect(new Set(open.view.get().agreements.map(({ text }) => text))).toEqual(new Set(['een', 'twee', 'drie']));
    expect(hers.view.get().conflicts).toEqual([]);
    const chains = new Set(
      (await again.stored.database.list('envelope', `${doc}/${again.session().keys.id}`)).map(({ key }) => key.slice(0, -11)),
    );
    expect(chains.size).toBe(2);
    // And after a restart it is the same.
    again.close();
    const once = await start('Bram', server.port, old, 51);
    expect((await once.open(caseId)).view.get().agreements.length).toBe(3);
  });

  it('that is blocked exchanges nothing and says so, works on, and goes on when it is let in again', async () => {
    const { server, bram, anouk, caseId } = await together();
    server.block(bram.session().keys.id, true);
    const his = await bram.open(caseId);
    must(await his.change(question('geblokkeerd')));
    await until(() => stateOf(bram).type === 'blocked' && stateOf(bram).waiting === 1);
    server.block(bram.session().keys.id, false);
    await bram.device.retryExchange();
    await until(() => isGreen(bram));
    const hers = await anouk.open(caseId);
    await until(() => hers.view.get().family.questionSchool === 'geblokkeerd');
  });

  it('that locks stops, and goes on when it is unlocked', async () => {
    const { bram, anouk, caseId } = await together();
    await bram.device.lock('asked');
    expect(stateOf(bram).type).toBe('unconnected');
    must(await (await anouk.open(caseId)).change(question('intussen')));
    must(await bram.device.unlock(PASSPHRASE));
    await until(() => isGreen(bram));
    expect((await bram.open(caseId)).view.get().family.questionSchool).toBe('intussen');
  });

  it('keeps no outbox row that the server has, on neither side (SPEC 14c)', async () => {
    const { bram, caseId, disk } = await together();
    const his = await bram.open(caseId);
    for (const text of ['een', 'twee']) must(await his.change(agreement(text)));
    await until(() => isGreen(bram));
    expect([...disk.records.values()].filter(({ table }) => table === 'outbox')).toEqual([]);
    bram.close();
    const { database } = openFakeDisk({ ...disk, records: new Map(), lost: true });
    const { heal } = await import('../../../src/application/storage/heal.ts');
    expect(await heal(database, openFakeDisk(disk).journal, true)).toBe('rebuilt');
    expect(await database.list('outbox', '')).toEqual([]);
  });
});

/** Bram's device again, over a server whose answers are changed on the way as long as `isFalse`. */
async function again(
  { bram, server }: Awaited<ReturnType<typeof together>>,
  change: (path: string, bytes: Uint8Array) => Uint8Array<ArrayBuffer>,
) {
  const lie = { isTold: true };
  const port: ServerPort = {
    ...server.port,
    read: async (...asked) => {
      const answer = await server.port.read(...asked);
      return lie.isTold && answer.ok ? ok({ ...answer.value, bytes: change(asked[1], answer.value.bytes) }) : answer;
    },
  };
  bram.close();
  const teller = await startTeller('Bram', port, { stored: bram.stored });
  tellers.push(teller);
  return { teller, lie };
}

describe('a server that tells another story (SPEC 20)', () => {
  it('another roster is not taken over, and told (SPEC 20a)', async () => {
    const world = await together();
    const { anouk, carla, caseId, doc } = world;
    const flip = (path: string, bytes: Uint8Array) =>
      bytes.map((byte, at) => (path === streamPath(doc, 'roster') && at === bytes.length - 1 ? byte ^ 1 : byte)) as Uint8Array<ArrayBuffer>;
    const { teller, lie } = await again(world, flip);
    must(await appendRosterEntry(anouk.context, doc, (now) => removing(now, carla.session().member)));
    await until(() => problemsOf(teller, caseId)?.includes('serverDiffers') === true);
    await until(() => stateOf(teller).type === 'incomplete');
    expect((await teller.open(caseId)).view.get().family.name).toBe('Familie de Wit');
    lie.isTold = false;
    await teller.device.retryExchange();
    await until(() => isGreen(teller));
  });

  it('an envelope of nobody in the circle is not stored, and told (SPEC 15d)', async () => {
    const { server, anouk, bram, caseId, doc, disk } = await together();
    const other = must(await anouk.device.createCase({ name: 'Familie Bos', children: [] }));
    await until(() => isGreen(anouk));
    const strange = server.entriesOf(streamPath(planOf(anouk, other), 'log'));
    const backup = server.backup();
    const path = streamPath(doc, 'log');
    const before = [...disk.records.keys()].filter((key) => key.startsWith(`envelope ${doc}`)).length;
    await server.restore({ ...backup, streams: new Map(backup.streams).set(path, [...server.entriesOf(path), ...strange]) }, true);
    bram.network.hope();
    await until(() => problemsOf(bram, caseId)?.includes('serverDiffers') === true);
    expect([...disk.records.keys()].filter((key) => key.startsWith(`envelope ${doc}`)).length).toBe(before);
  });

  it('bytes that are no sequence are not believed, and nothing breaks', async () => {
    const world = await together();
    const { anouk, caseId } = world;
    const { teller, lie } = await again(world, (_, bytes) => joinBytes([bytes, Uint8Array.of(0x9f)]));
    must(await (await anouk.open(caseId)).change(question('echt')));
    await until(() => stateOf(teller).type === 'incomplete');
    lie.isTold = false;
    await teller.device.retryExchange();
    const his = await teller.open(caseId);
    await until(() => isGreen(teller) && his.view.get().family.questionSchool === 'echt');
  });
});

describe('a colleague with a newer version of the app (SPEC 15h)', () => {
  /** The entries of one stream as a newer app would have written them: another suite in an envelope's header, another form of an entry. */
  const asNewer = (isNewer: (path: string) => boolean, [place, value]: readonly [number, number]) =>
    function change(path: string, bytes: Uint8Array) {
      const entries = isNewer(path) ? splitCborSequence(bytes)! : [];
      const [first, ...others] = entries;
      if (!first) return bytes as Uint8Array<ArrayBuffer>;
      const [signed, ...rest] = decodeCbor(first) as [Uint8Array, ...unknown[]];
      const newer = encodeCbor((decodeCbor(signed) as unknown[]).with(place, value));
      return joinBytes([encodeCbor([newer, ...rest]), ...others]);
    };
  const newerSuite = [1, 99] as const;
  const newerEntry = [0, 2] as const;

  it('is told as that; what else comes goes on, and after the update everything is there', async () => {
    const world = await together();
    const { anouk, carla, caseId, doc } = world;
    const { teller, lie } = await again(
      world,
      asNewer((path) => path === streamPath(doc, 'log'), newerSuite),
    );
    const [hers, his, carlas] = [await anouk.open(caseId), await teller.open(caseId), await carla.open(caseId)];
    must(await hers.change(agreement('met de nieuwe versie')));
    await until(() => problemsOf(teller, caseId)?.includes('newerVersion') === true);
    expect(stateOf(teller).type).toBe('incomplete');
    must(await his.change(agreement('van Bram')));
    await until(() => carlas.view.get().agreements.length === 2);
    expect(his.view.get().agreements.map(({ text }) => text)).toEqual(['van Bram']);
    lie.isTold = false;
    await teller.device.retryExchange();
    await until(() => isGreen(teller) && his.view.get().agreements.length === 2);
  });

  it('who changes the circle with it: the circle stays as it is until the update', async () => {
    const world = await together();
    const { anouk, carla, caseId, doc } = world;
    const { teller, lie } = await again(
      world,
      asNewer((path) => path === streamPath(doc, 'roster'), newerEntry),
    );
    must(await appendRosterEntry(anouk.context, doc, (now) => removing(now, carla.session().member)));
    await until(() => problemsOf(teller, caseId)?.includes('newerVersion') === true);
    expect((await teller.stored.database.list('roster', doc)).length).toBe(3);
    lie.isTold = false;
    await teller.device.retryExchange();
    await until(() => isGreen(teller));
    expect((await teller.stored.database.list('roster', doc)).length).toBe(4);
  });

  /** One more entry in a keyring, of a kind that only a newer app knows. */
  const withNewerEntry = (keyring: string) => (path: string, bytes: Uint8Array) => {
    const [last] = path === keyring ? splitCborSequence(bytes)!.slice(-1) : [];
    if (!last) return bytes as Uint8Array<ArrayBuffer>;
    const [signed, ...rest] = decodeCbor(last) as [Uint8Array, ...unknown[]];
    const form = (decodeCbor(signed) as unknown[]).with(0, 2).with(2, 1);
    return joinBytes([bytes, encodeCbor([encodeCbor(form), ...rest])]);
  };
  const entriesOf = (teller: Teller, member: MemberId) => teller.stored.database.list('keyring', `${member}/`);

  it('whose own other device writes in the keyring with it: told as that, nothing is lost, and cases go on', async () => {
    const world = await together();
    const { anouk, bram, caseId } = world;
    const { member } = bram.session();
    const { teller, lie } = await again(world, withNewerEntry(keyringPath(member)));
    const before = await entriesOf(teller, member);
    await until(() => stateOf(teller).keyring === 'newerVersion');
    must(await (await anouk.open(caseId)).change(question('gaat door')));
    const his = await teller.open(caseId);
    await until(() => his.view.get().family.questionSchool === 'gaat door');
    await until(() => stateOf(teller).type === 'incomplete');
    expect(await entriesOf(teller, member)).toEqual(before);
    lie.isTold = false;
    await teller.device.retryExchange();
    await until(() => isGreen(teller) && stateOf(teller).keyring === null);
  });

  it('who comes in with such a keyring: the circle stays as it is until the update, told as newer and not as a lie', async () => {
    const world = await together();
    const { server, anouk, caseId, doc } = world;
    const dirk = await start('Dirk', server.port);
    await letIn(anouk, dirk);
    const { teller, lie } = await again(world, withNewerEntry(keyringPath(dirk.session().member)));
    await until(() => isGreen(teller));
    await addTo(anouk, doc, dirk, 'professional');
    await until(() => problemsOf(teller, caseId)?.includes('newerVersion') === true);
    expect((await entriesOf(teller, dirk.session().member)).length).toBe(0);
    expect((await teller.stored.database.list('roster', doc)).length).toBe(3);
    lie.isTold = false;
    await teller.device.retryExchange();
    await until(() => isGreen(teller));
    expect((await entriesOf(teller, dirk.session().member)).length).toBe(1);
    expect((await teller.stored.database.list('roster', doc)).length).toBe(4);
  });

  it('a server that knows other keys of the own person: nothing is taken over, and it is told though cases go on (SPEC 20c)', async () => {
    const world = await together();
    const { anouk, bram } = world;
    const { member } = bram.session();
    const strange = joinBytes(world.server.entriesOf(keyringPath(anouk.session().member)));
    const { teller, lie } = await again(world, (path, bytes) =>
      path === keyringPath(member) ? strange : (bytes as Uint8Array<ArrayBuffer>),
    );
    await until(() => stateOf(teller).keyring === 'serverDiffers' && stateOf(teller).type === 'incomplete');
    expect((await entriesOf(teller, member)).length).toBe(1);
    lie.isTold = false;
    await teller.device.retryExchange();
    await until(() => isGreen(teller));
  });

  it('whose line in the access log is newer misses no line in it afterwards', async () => {
    const world = await together();
    const { anouk, caseId, doc } = world;
    const { teller, lie } = await again(
      world,
      asNewer((path) => path === streamPath(doc, 'views'), newerSuite),
    );
    const path = streamPath(doc, 'views');
    const before = world.server.entriesOf(path).length;
    await anouk.device.accessLog.note(caseId, 'printed');
    await until(() => world.server.entriesOf(path).length > before && problemsOf(teller, caseId)?.includes('newerVersion') === true);
    lie.isTold = false;
    await teller.device.retryExchange();
    await until(() => isGreen(teller));
    const lines = (await teller.stored.database.list('envelope', '')).filter(({ key }) => key.startsWith(viewsPrefix(doc)));
    expect(lines.length).toBe(world.server.entriesOf(path).length);
  });
});

describe('two tabs', () => {
  it('see the same exchange, and the one that does not exchange hears the news too (SPEC 13a)', async () => {
    const { server, anouk, bram, caseId } = await together();
    const second = await startTeller('Bram', server.port, { stored: bram.stored });
    tellers.push(second);
    if (second.device.device.get().type === 'locked') must(await second.device.unlock(PASSPHRASE));
    const open = await second.open(caseId);
    must(await (await anouk.open(caseId)).change(question('aan beide tabs')));
    await until(() => open.view.get().family.questionSchool === 'aan beide tabs');
    must(await open.change(question('uit de tweede tab')));
    await until(() => isGreen(bram) && isGreen(second));
    const hers = await anouk.open(caseId);
    await until(() => hers.view.get().family.questionSchool === 'uit de tweede tab');
  });
});

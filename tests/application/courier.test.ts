import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, EntityId } from '../../src/core/shared/ids.ts';
import { readAccess, runErrand } from '../../src/courier/runErrand.ts';
import type { ServerPort } from '../../src/application/ports.ts';
import type { CourierWorld } from '../../src/courier/ports.ts';
import { isViewsRow } from '../../src/protocol/storedKeys.ts';
import { createTestDevice, PASSPHRASE } from '../support/createTestApplication.ts';
import { httpServerOf, must, planOf, type Teller } from '../support/exchangeStory.ts';
import { createFakeCourier } from '../support/fakeCourier.ts';
import { bringColleague, createNeighbourhood, isGreen, letIntoCase, makeCase, type Neighbourhood } from '../support/neighbours.ts';
import { createSeededRandom } from '../support/seededRandom.ts';
import { until } from '../support/until.ts';

const question = (value: string) => ({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value }) as const;
const DAY = 24 * 60 * 60 * 1000;

let street: Neighbourhood;
beforeEach(async () => (street = await createNeighbourhood()));
afterEach(() => street.end());

const serverOf = (): CourierWorld['server'] => {
  const { append, inbox, read } = httpServerOf(street.server.url);
  return { append, inbox, read };
};

/** The service worker of this device, as far as it is not the browser. `through`: what stands between it and the server. */
const courierOf = ({ stored: { database } }: Teller, through = (server: CourierWorld['server']) => server): CourierWorld => ({
  shelf: {
    ...database,
    putBeside: async (other, key, bytes) => {
      if (await database.getLocal(other)) await database.putLocal(key, bytes);
    },
  },
  server: through(serverOf()),
  clock: Date,
});

/** Anouk founded, Bram is her colleague with a courier, and both are in a case. */
async function together() {
  const anouk = await street.founder('Anouk Visser');
  const courier = createFakeCourier();
  const bram = await street.start('Bram de Groot', { stored: createTestDevice({ courier, random: createSeededRandom(71) }) });
  await bringColleague(anouk, bram);
  const caseId = await makeCase(anouk);
  await letIntoCase(anouk, bram, caseId, 'professional');
  // Also the lines that say who got it: they come by themselves, behind the exchange.
  const isSaid = async ({ stored }: Teller) =>
    (await stored.database.list('envelope', '')).filter(({ key }) => isViewsRow(key)).length >= 2 &&
    (await stored.database.list('outbox', '')).length === 0;
  await until(
    async () => isGreen(anouk) && isGreen(bram) && (await readAccess(bram.stored.database)) !== undefined && (await isSaid(bram)),
  );
  return { anouk, bram, courier, caseId };
}

async function writeOffline(teller: Teller, caseId: CaseId, ...values: readonly string[]): Promise<void> {
  teller.network.connected = false;
  const open = await teller.open(caseId);
  for (const value of values) must(await open.change(question(value)));
  open.close();
}

const outboxOf = async ({ stored }: Teller) => (await stored.database.list('outbox', '')).map(({ key }) => key);
const questionAt = async (teller: Teller, caseId: CaseId) => {
  const open = await teller.open(caseId);
  const { questionSchool } = open.view.get().family;
  open.close();
  return questionSchool;
};

describe('the courier', () => {
  it('is called when something waits without a connection, and when the app goes away with something that waits', async () => {
    const { bram, courier, caseId } = await together();
    const before = courier.calls;
    courier.leave();
    expect([courier.calls, courier.held]).toEqual([before, 1]);
    await writeOffline(bram, caseId, 'keukentafel');
    await until(() => courier.calls === before + 1);
    courier.leave();
    expect(courier.calls).toBe(before + 2);
    await bram.device.lock('asked');
    expect([courier.calls, courier.held]).toEqual([before + 3, 0]);
  });

  it('delivers what waits while the app is closed; opened again, the app delivers it once more and nothing doubles (SPEC 14f)', async () => {
    const { anouk, bram, caseId } = await together();
    await writeOffline(bram, caseId, 'keukentafel', 'aan de keukentafel');
    await until(async () => (await outboxOf(bram)).length >= 2);
    bram.close();
    const rows = await outboxOf(bram);
    expect(await runErrand(courierOf(bram))).toBe(true);
    await until(async () => (await questionAt(anouk, caseId)) === 'aan de keukentafel');
    // What the app relies on is as it was.
    expect(await outboxOf(bram)).toEqual(rows);
    const history = (await (await anouk.open(caseId)).history()).length;
    const back = await street.start('Bram de Groot', { stored: bram.stored });
    await until(async () => isGreen(back) && (await outboxOf(back)).length === 0);
    expect(await (await anouk.open(caseId)).history()).toHaveLength(history);
  });

  it('brings the lines of the access log too', async () => {
    const { bram, caseId } = await together();
    bram.network.connected = false;
    await bram.device.accessLog.note(caseId, 'printed');
    await until(async () => (await outboxOf(bram)).some(isViewsRow));
    // It waits, and is no change that anybody made.
    await until(() => bram.device.exchange.get().type === 'offline');
    expect(bram.device.exchange.get()).toMatchObject({ waiting: 0 });
    bram.close();
    const brought: string[] = [];
    const noting = (server: CourierWorld['server']): CourierWorld['server'] => ({
      ...server,
      append: async (access, path, body) => {
        brought.push(path.replace(/^.*\//, ''));
        return await server.append(access, path, body);
      },
    });
    expect(await runErrand(courierOf(bram, noting))).toBe(true);
    expect(brought).toContain('views');
  });

  it('goes on where a line broke off, and asks to be woken again', async () => {
    const { anouk, bram, caseId } = await together();
    const second = must(await anouk.device.createCase({ name: 'Familie Bos', children: [] }));
    await letIntoCase(anouk, bram, second, 'professional');
    await until(() => isGreen(bram));
    await writeOffline(bram, caseId, 'eerste');
    await writeOffline(bram, second, 'tweede');
    bram.close();
    const sent: string[] = [];
    const breaking = (most: number) => (server: CourierWorld['server']) => ({
      ...server,
      append: async (...asked: Parameters<typeof server.append>) => {
        if (sent.length >= most) return { ok: false, error: { type: 'Unreachable' } } as const;
        sent.push(asked[1]);
        return await server.append(...asked);
      },
    });
    expect(await runErrand(courierOf(bram, breaking(1)))).toBe(false);
    expect(await runErrand(courierOf(bram, breaking(100)))).toBe(true);
    expect(new Set(sent).size).toBe(sent.length);
    await until(async () => (await questionAt(anouk, caseId)) === 'eerste' && (await questionAt(anouk, second)) === 'tweede');
  });

  it('leaves to the app what the server refuses, and brings the rest (SPEC 14f)', async () => {
    const { anouk, bram, caseId } = await together();
    bram.network.connected = false;
    // A case that the server does not know yet: only the app can make it there.
    const fresh = must(await bram.device.createCase({ name: 'Familie Bos', children: [] }));
    await writeOffline(bram, fresh, 'nieuw');
    await writeOffline(bram, caseId, 'keukentafel');
    bram.close();
    expect(await runErrand(courierOf(bram))).toBe(true);
    await until(async () => (await questionAt(anouk, caseId)) === 'keukentafel');
    const back = await street.start('Bram de Groot', { stored: bram.stored });
    await until(async () => isGreen(back) && (await outboxOf(back)).length === 0);
  });

  it('halves what is too large for one delivery', async () => {
    const { anouk, bram, caseId } = await together();
    await writeOffline(bram, caseId, 'een', 'twee', 'drie');
    bram.close();
    const sizes: number[] = [];
    const narrow = (server: CourierWorld['server']): CourierWorld['server'] => ({
      ...server,
      append: async (access, path, body) => {
        if (sizes.push(body.length) > 1) return await server.append(access, path, body);
        return { ok: false, error: { type: 'Refused', code: 'TooLarge' } };
      },
    });
    expect(await runErrand(courierOf(bram, narrow))).toBe(true);
    expect(Math.max(...sizes.slice(1))).toBeLessThan(sizes[0]!);
    await until(async () => (await questionAt(anouk, caseId)) === 'drie');
  });
});

const COURIERS = '~courier/';
const cameTo = async ({ stored }: Teller) => (await stored.database.listLocal(`${COURIERS}came/`)).map(({ key }) => key);
/** No server at all. */
const nowhere = () => unreachable;
const unreachable = new Proxy({} as ServerPort, { get: () => async () => ({ ok: false, error: { type: 'Unreachable' } }) });

/** Anouk wrote, and the server has it. */
async function writeThere(anouk: Teller, caseId: CaseId, value: string): Promise<void> {
  const open = await anouk.open(caseId);
  must(await open.change(question(value)));
  open.close();
  await until(async () => (await outboxOf(anouk)).length === 0);
}

describe('what came while nobody was there', () => {
  it('is laid aside unread, and shown after unlocking, also without a connection (SPEC 15g)', async () => {
    const { anouk, bram, caseId } = await together();
    bram.close();
    await writeThere(anouk, caseId, 'van Anouk');
    expect(await runErrand(courierOf(bram))).toBe(true);
    expect(await cameTo(bram)).not.toEqual([]);
    const log = await bram.stored.database.list('envelope', '');
    const back = await street.start('Bram de Groot', { stored: bram.stored, through: nowhere });
    await until(async () => (await questionAt(back, caseId)) === 'van Anouk');
    expect((await back.stored.database.list('envelope', '')).length).toBeGreaterThan(log.length);
    await until(async () => (await cameTo(back)).length === 0);
  });

  it('is shown after a lock as well, and asked of the server only once', async () => {
    const { anouk, bram, caseId } = await together();
    await bram.device.lock('asked');
    await writeThere(anouk, caseId, 'van Anouk');
    const reads: string[] = [];
    const counting = (server: CourierWorld['server']): CourierWorld['server'] => ({
      ...server,
      read: async (access, path, from) => {
        reads.push(`${path} ${from.offset}`);
        return await server.read(access, path, from);
      },
    });
    expect(await runErrand(courierOf(bram, counting))).toBe(true);
    expect(await runErrand(courierOf(bram, counting))).toBe(true);
    expect(reads).toHaveLength(1);
    await writeThere(anouk, caseId, 'en nog iets');
    expect(await runErrand(courierOf(bram, counting))).toBe(true);
    expect(reads).toHaveLength(2);
    must(await bram.device.unlock(PASSPHRASE));
    await until(async () => (await questionAt(bram, caseId)) === 'en nog iets');
    await until(async () => isGreen(bram) && (await cameTo(bram)).length === 0);
  });

  it('is thrown away when a bit of it was changed, and asked for again (SPEC 15g)', async () => {
    const { anouk, bram, caseId } = await together();
    bram.close();
    await writeThere(anouk, caseId, 'van Anouk');
    await runErrand(courierOf(bram));
    const { database } = bram.stored;
    for (const { key, bytes } of await database.listLocal(`${COURIERS}came/`)) {
      bytes[bytes.length - 1]! ^= 1;
      await database.putLocal(key, bytes);
    }
    const alone = await street.start('Bram de Groot', { stored: bram.stored, through: nowhere });
    await until(async () => (await cameTo(alone)).length === 0);
    expect(await questionAt(alone, caseId)).toBe('');
    alone.close();
    const back = await street.start('Bram de Groot', { stored: bram.stored });
    await until(async () => (await questionAt(back, caseId)) === 'van Anouk');
    await until(() => isGreen(back));
  });

  it('is not fetched when it left this device, and leaves with it', async () => {
    const { anouk, bram, caseId } = await together();
    const doc = planOf(bram, caseId);
    const world = courierOf(bram);
    // An app that is open and has a line asks for it anew, as somebody of the circle.
    bram.network.connected = false;
    await bram.device.removeCase(caseId);
    bram.close();
    await writeThere(anouk, caseId, 'van Anouk');
    expect(await runErrand(world)).toBe(true);
    expect((await bram.stored.database.listLocal(COURIERS)).filter(({ key }) => key.includes(doc))).toEqual([]);
  });

  it('waits when nobody answers, and the courier asks to be woken again', async () => {
    const { bram } = await together();
    bram.close();
    expect(await runErrand(courierOf(bram, () => unreachable))).toBe(false);
  });
});

describe('the token of the courier', () => {
  it('stands nowhere on a shared laptop, and goes when a laptop becomes one', async () => {
    const { bram } = await together();
    must(await bram.device.setShared(true));
    expect(await bram.stored.database.listLocal(COURIERS)).toEqual([]);
    bram.network.hope();
    await bram.device.retryExchange();
    await until(() => isGreen(bram));
    expect(await readAccess(bram.stored.database)).toBeUndefined();
    expect(await runErrand(courierOf(bram))).toBe(true);
    must(await bram.device.setShared(false));
    bram.close();
    const back = await street.start('Bram de Groot', { stored: bram.stored });
    await until(async () => (await readAccess(back.stored.database)) !== undefined);
  });

  it('goes with everything else when the device is wiped', async () => {
    const { bram } = await together();
    await bram.device.wipeDevice();
    expect(await bram.stored.database.listLocal('')).toEqual([]);
  });

  it('is over after 30 days, and is made anew by the app long before', async () => {
    const { bram, caseId } = await together();
    await writeOffline(bram, caseId, 'keukentafel');
    bram.close();
    street.server.turnClock(31 * DAY);
    expect(await runErrand(courierOf(bram))).toBe(true);
    expect(await readAccess(bram.stored.database)).toBeUndefined();
    const back = await street.start('Bram de Groot', { stored: bram.stored });
    await until(async () => (await readAccess(back.stored.database)) !== undefined);
  });

  it('is of no use on a device that an administrator blocked', async () => {
    const { anouk, bram, caseId } = await together();
    await writeOffline(bram, caseId, 'keukentafel');
    bram.close();
    must(await anouk.device.organisation.blockDevice(bram.session().keys.id, true));
    expect(await runErrand(courierOf(bram))).toBe(true);
    expect(await questionAt(anouk, caseId)).toBe('');
    must(await anouk.device.organisation.blockDevice(bram.session().keys.id, false));
    expect(await runErrand(courierOf(bram))).toBe(true);
    await until(async () => (await questionAt(anouk, caseId)) === 'keukentafel');
  });

  it('comes in no line that the server writes, and neither does what it delivers', async () => {
    const { bram, caseId } = await together();
    await writeOffline(bram, caseId, 'kanarie aan de keukentafel');
    bram.close();
    const { token } = (await readAccess(bram.stored.database)) as { token: string };
    await runErrand(courierOf(bram));
    const logged = street.server.logged().join('\n');
    expect(logged).toContain('/log');
    for (const secret of [token, token.split('.').at(-1)!, 'kanarie', bram.session().keys.id]) expect(logged).not.toContain(secret);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { ServerPort } from '../../src/application/ports.ts';
import type { EntityId } from '../../src/core/shared/ids.ts';
import { createTestApplication, createTestDevice, PASSPHRASE, type TestDevice } from '../support/createTestApplication.ts';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../support/exchangeStory.ts';
import { createFakeClock, settle, STORY_BEGIN } from '../support/fakeClock.ts';
import { createMemoryServer } from '../support/memoryServer.ts';
import { createSeededRandom } from '../support/seededRandom.ts';
import { untilExchanged } from '../support/untilExchanged.ts';

const HOUR = 3_600_000;
const YEARS = 10 * 365 * 24 * HOUR;
const question = (value: string) => ({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value }) as const;

const tellers: Teller[] = [];
afterEach(() => tellers.splice(0).forEach((teller) => teller.close()));

const stored = (now: number) => createTestDevice({ clock: createFakeClock(now), random: createSeededRandom(tellers.length + 7) });
async function start(name: string, from: TestDevice, port: ServerPort): Promise<Teller> {
  const teller = await startTeller(name, port, { stored: from });
  tellers.push(teller);
  return teller;
}

const until = (isSo: () => boolean) => untilExchanged(tellers, isSo);

const suspectOf = ({ device }: Teller) => device.storage.get().clockSuspect;
const isGreen = ({ device }: Teller) => device.exchange.get().type === 'upToDate';

/** Anouk's clock is right; Bram's stands so far from it. Both in one case. */
async function together(drift: number) {
  const world = createMemoryServer();
  const anouk = await start('Anouk', stored(STORY_BEGIN), world.port);
  const bram = await start('Bram', stored(STORY_BEGIN + drift), world.port);
  await found(anouk, world.setupSecret);
  await letIn(anouk, bram);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
  await until(() => isGreen(anouk) && isGreen(bram) && bram.device.caseload.get().cases.length === 1);
  return { server: world, anouk, bram, caseId };
}

describe('a device that exchanges with nobody', () => {
  it('notices that its clock stands before what it wrote itself', async () => {
    const { application, device, clock, close } = await createTestApplication({ unlocked: true });
    must(await application.createCase({ name: 'Familie de Wit', children: [] }));
    await settle();
    expect(application.storage.get().clockSuspect).toBeNull();
    close();
    clock.jumpTo(clock.now() - 2 * HOUR);
    const again = await createTestApplication({ device, unlocked: true });
    expect(again.application.storage.get().clockSuspect).toBe('behind');
    clock.jumpTo(clock.now() + 2 * HOUR);
    await again.application.lock('asked');
    must(await again.application.unlock(PASSPHRASE));
    expect(again.application.storage.get().clockSuspect).toBeNull();
  });

  it('notices it at the next save, without a restart', async () => {
    const { application, clock } = await createTestApplication({ unlocked: true });
    const caseId = must(await application.createCase({ name: 'Familie de Wit', children: [] }));
    const open = must(await application.openCase(caseId));
    must(await open.change(question('nu')));
    clock.jumpTo(clock.now() - 2 * HOUR);
    must(await open.change(question('en daarvoor')));
    expect(application.storage.get().clockSuspect).toBe('behind');
  });
});

describe('a colleague whose clock is ten years ahead (SPEC 11e)', () => {
  it('is told so, and nobody else: not when it arrives, not after unlocking, not after a restart', async () => {
    const { server: world, anouk, bram, caseId } = await together(YEARS);
    const hers = await anouk.open(caseId);
    must(await (await bram.open(caseId)).change(question('uit 2036')));
    await until(() => hers.view.get().family.questionSchool === 'uit 2036');
    expect([suspectOf(anouk), suspectOf(bram)]).toEqual([null, 'ahead']);
    for (const each of [anouk, bram]) {
      await each.device.lock('asked');
      must(await each.device.unlock(PASSPHRASE));
    }
    expect([suspectOf(anouk), suspectOf(bram)]).toEqual([null, 'ahead']);
    anouk.close();
    const again = await start('Anouk', anouk.stored, world.port);
    await again.open(caseId);
    await until(() => isGreen(again));
    expect(suspectOf(again)).toBeNull();
  });

  it('is told so without a connection too, until the clock is put right', async () => {
    const { server: world, bram, caseId } = await together(YEARS);
    must(await (await bram.open(caseId)).change(question('uit 2036')));
    await until(() => isGreen(bram));
    bram.close();
    const cut = new Proxy(world.port, { get: () => async () => ({ ok: false, error: { type: 'Unreachable' } }) });
    const again = await start('Bram', bram.stored, cut);
    expect(suspectOf(again)).toBe('ahead');
    // What was written while it was ahead does not make it look behind now.
    again.close();
    bram.stored.clock.jumpTo(STORY_BEGIN + HOUR);
    expect(suspectOf(await start('Bram', bram.stored, cut))).toBeNull();
  });
});

describe('a clock that is behind what the server says', () => {
  it('is told, also without a connection afterwards; the server knows better than what was written here', async () => {
    const { server: world, anouk, bram, caseId } = await together(-2 * HOUR);
    must(await (await bram.open(caseId)).change(question('van Bram')));
    await until(() => isGreen(bram) && isGreen(anouk));
    expect([suspectOf(anouk), suspectOf(bram)]).toEqual([null, 'behind']);
    await bram.device.lock('asked');
    bram.network.connected = false;
    must(await bram.device.unlock(PASSPHRASE));
    expect(suspectOf(bram)).toBe('behind');
    await bram.device.lock('asked');
    bram.stored.clock.jumpTo(STORY_BEGIN + HOUR / 2);
    bram.network.connected = true;
    must(await bram.device.unlock(PASSPHRASE));
    expect(suspectOf(bram)).toBeNull();
    await until(() => isGreen(bram));
    expect([suspectOf(bram), world.entriesOf(`/v1/doc/${planOf(bram, caseId)}/log`).length > 0]).toEqual([null, true]);
  });

  it('is seen in every tab', async () => {
    const { server: world, bram, caseId } = await together(0);
    const open = await bram.open(caseId);
    const second = await start('Bram', bram.stored, world.port);
    expect([suspectOf(bram), suspectOf(second)]).toEqual([null, null]);
    bram.stored.clock.jumpTo(STORY_BEGIN - 48 * HOUR);
    must(await open.change(question('eergisteren')));
    await until(() => suspectOf(bram) === 'behind' && suspectOf(second) === 'behind');
  });
});

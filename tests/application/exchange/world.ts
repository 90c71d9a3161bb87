import type { OpenCase } from '../../../src/application/application.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import { chainOf } from '../../../src/core/document/causality.ts';
import { viewsKey, viewsPrefix } from '../../../src/application/accessLog/places.ts';
import { readCircle } from '../../../src/application/documents/circle.ts';
import { envelopeKey } from '../../../src/application/documents/envelopeRecords.ts';
import { hashOfParts } from '../../../src/crypto/verification/envelope.ts';
import { decodeEnvelope } from '../../../src/protocol/envelopeForm.ts';
import { streamPath } from '../../../src/protocol/exchange/paths.ts';
import { createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeDisk, openFakeDisk, type FakeDisk } from '../../support/fakeDisk.ts';
import { createMemoryServer, type MemoryServer } from '../../support/memoryServer.ts';
import { createSeededRandom, type SeededRandom } from '../../support/seededRandom.ts';

export interface Person {
  readonly name: string;
  readonly disk: FakeDisk;
  teller: Teller;
  die: () => void;
  open: OpenCase;
}

export interface World {
  readonly server: MemoryServer;
  readonly people: Person[];
  readonly caseId: CaseId;
  /** Texts whose save was acknowledged. */
  readonly acknowledged: Set<string>;
  /** Texts of which a lead was told that they are gone everywhere. */
  readonly erased: Set<string>;
  readonly seed: number;
  readonly port: ServerPort;
  made: number;
  restores: number;
  readonly contentOf: (
    person: Person,
  ) => Promise<{ readonly envelopes: readonly string[]; readonly texts: readonly string[]; readonly question: string }>;
}

/** One in `rate` + 1 requests arrives as it should; 0: all do. */
export interface Faults {
  rate: number;
  readonly wrap: (server: ServerPort) => ServerPort;
}

const cut = { ok: false, error: { type: 'Unreachable' } } as const;
/** Verbs that a line can damage; a question that waits is cut by the network itself. */
const DAMAGED: readonly (keyof ServerPort)[] = ['challenge', 'openSession', 'create', 'append', 'read', 'inbox'];

/** Requests get lost on the way, answers get lost on the way back, and some arrive twice, or late. */
export function createFaults(random: SeededRandom): Faults {
  const faults: Faults = {
    rate: 0,
    wrap: (server) =>
      new Proxy(server, {
        get:
          (target, verb: keyof ServerPort) =>
          async (...asked: never[]) => {
            const ask = () => (target[verb] as (...asked: never[]) => Promise<unknown>)(...asked);
            const fault = faults.rate === 0 || !DAMAGED.includes(verb) || random.below(faults.rate + 1) > 0 ? -1 : random.below(4);
            if (fault === 0) return cut;
            if (fault === 1) await settle(random.below(30));
            if (fault === 2 && verb !== 'inbox') await ask();
            const answer = await ask();
            return fault === 3 ? cut : answer;
          },
      }),
  };
  return faults;
}

/** So many people in one case, everything exchanged once. */
export async function beginWorld(seed: number, count: number, faults: Faults): Promise<World> {
  const server = createMemoryServer();
  const port = faults.wrap(server.port);
  const people: Person[] = [];
  for (let n = 0; n < count; n++) people.push(await createPerson(seed, n, port));
  const [first, ...others] = people as [Person, ...Person[]];
  await found(first.teller, server.setupSecret);
  for (const other of others) await letIn(first.teller, other.teller);
  const caseId = must(await first.teller.device.createCase({ name: 'Familie de Wit', children: [] }));
  const world: World = {
    server,
    people,
    caseId,
    seed,
    port,
    acknowledged: new Set(),
    erased: new Set(),
    made: 0,
    restores: 0,
    contentOf: async ({ teller, disk, open }) => ({
      envelopes: [...disk.records.values()]
        .filter(({ table, key }) => table === 'envelope' && key.startsWith(planOf(teller, caseId)))
        .map(({ key }) => key)
        .toSorted(),
      texts: open.view.get().agreements.map(({ text }) => text),
      question: open.view.get().family.questionSchool,
    }),
  };
  for (const other of others) await addTo(first.teller, planOf(first.teller, caseId), other.teller, 'professional');
  await untilThere(world, others);
  for (const person of people) person.open = await person.teller.open(caseId);
  return world;
}

async function createPerson(seed: number, n: number, port: ServerPort): Promise<Person> {
  const disk = createFakeDisk();
  const { database, journal, die } = openFakeDisk(disk);
  const stored = createTestDevice({ random: createSeededRandom(seed * 100 + n), clock: createFakeClock(), database, journal });
  const teller = await startTeller(`persoon ${n}`, port, { stored });
  return { name: teller.name, disk, teller, die, open: undefined as unknown as OpenCase };
}

async function untilThere(world: World, people: readonly Person[]): Promise<void> {
  for (let turn = 0; people.some(({ teller }) => !hasCase(teller, world.caseId)); turn++) {
    if (turn > 300) throw new Error('somebody never got the case');
    await pass(world, 1_000);
  }
}

const hasCase = ({ context }: Teller, caseId: CaseId) =>
  [...(context.session?.documents.values() ?? [])].some((each) => each.caseId === caseId);

/** Time goes by for everyone. Somebody is there, so that no device locks for that. */
async function pass({ people }: Pick<World, 'people'>, milliseconds: number): Promise<void> {
  for (const { teller } of people) {
    teller.device.noteActivity();
    teller.stored.clock.advance(milliseconds);
  }
  await settle(20);
  for (const person of people) await beThere(person);
}

/** A device that locked, because its clock jumped, is unlocked again. */
async function beThere(person: Person): Promise<void> {
  if (person.teller.device.device.get().type === 'unlocked') return;
  must(await person.teller.device.unlock(PASSPHRASE));
}

/** The case as it is now. A device may be locking at this very moment, because its clock jumped. */
async function openAgain({ caseId }: World, person: Person): Promise<OpenCase> {
  for (;;) {
    await beThere(person);
    const opened = await person.teller.device.openCase(caseId);
    if (opened.ok) return opened.value;
    if (opened.error.type !== 'Locked') return must(opened);
    await settle();
  }
}

/** The process ends at this moment; what is on the disk is there when it starts again. */
export async function restart(world: World, person: Person): Promise<void> {
  person.die();
  person.teller.close();
  const { database, journal, die } = openFakeDisk(person.disk);
  const { network, stored } = person.teller;
  person.teller = await startTeller(person.name, world.port, { stored: { ...stored, database, journal } });
  person.teller.network.connected = network.connected;
  person.die = die;
  person.open = await person.teller.open(world.caseId);
}

/** One save: something of one's own, or the field that everyone writes. */
export async function edit(world: World, person: Person, random: SeededRandom): Promise<void> {
  person.open = await openAgain(world, person);
  const text = `${person.name}: ${world.made++}`;
  if (random.below(3) === 0) {
    await person.open.change({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value: text });
    return;
  }
  const saved = await person.open.change({ type: 'add', kind: 'agreement', fields: { text } });
  if (saved.ok) world.acknowledged.add(text);
}

/** The lead takes a text away for everyone; whether the answer arrives or not. */
export async function erase(world: World, random: SeededRandom): Promise<void> {
  const lead = world.people[0]!;
  lead.open = await openAgain(world, lead);
  const written = (await lead.open.history()).filter(
    ({ id, field, value }) => id !== null && ['questionSchool', 'text'].includes(field) && Boolean(value),
  );
  if (written.length === 0) return;
  const { id, entity, field, value } = random.pick(written);
  world.acknowledged.delete(String(value));
  const target = { entity, field, values: [id!], earlier: random.below(2) === 0 };
  const erased = await lead.teller.device.circle.eraseEverywhere(world.caseId, target, '');
  if (erased.ok) world.erased.add(String(value));
}

/** Envelopes that a circle says are erased, and that are still whole on a device: in its database or its journal. */
export async function stillWhole({ caseId }: World, { teller, disk }: Person): Promise<readonly string[]> {
  const doc = planOf(teller, caseId);
  const circle = await readCircle(teller.context.ports.database, teller.session(), doc);
  const erased = new Set(circle?.roster.erased.map(({ envelope }) => envelope));
  const whole: string[] = [];
  for (const { table, key, bytes } of [...disk.records.values(), ...disk.journal]) {
    const parts = table === 'envelope' && key.startsWith(`${doc}/`) ? decodeEnvelope(bytes) : 'malformed';
    if (typeof parts !== 'string' && parts.content.type === 'sealed' && erased.has(await hashOfParts(parts))) whole.push(key);
  }
  return whole;
}

/** Somebody who comes in late reads everything. */
export async function addMember(world: World, faults: Faults): Promise<void> {
  faults.rate = 0;
  const host = world.people[0]!;
  host.teller.network.connected = true;
  await finish(world);
  const late = await createPerson(world.seed, 50, world.port);
  await letIn(host.teller, late.teller);
  await addTo(host.teller, planOf(host.teller, world.caseId), late.teller, 'professional');
  world.people.push(late);
  await untilThere(world, [late]);
  late.open = await late.teller.open(world.caseId);
}

/** Everyone has a good line; a day later everyone starts again, and goes on until all is exchanged. */
export async function finish(world: World): Promise<void> {
  const { people } = world;
  for (const person of people) {
    person.teller.network.connected = true;
    person.teller.stored.clock.advance(25 * 60 * 60 * 1000);
    await restart(world, person);
    await person.teller.device.retryExchange();
  }
  const isDone = () => people.every(({ teller }) => teller.device.exchange.get().type === 'upToDate') && hasEverything(world);
  for (let turn = 0; !isDone(); turn++) {
    if (turn > 400) throw new Error(people.map((person) => tell(world, person)).join('\n'));
    await pass(world, turn % 10 === 0 ? 61_000 : 2_000);
  }
  for (const person of people) person.open = await person.teller.open(world.caseId);
}

/** What is on the server is on every device, and nothing else. */
const hasEverything = (world: World): boolean => world.people.every((person) => differences(world, person).length === 0);

const differences = (world: World, person: Person): readonly string[] => [
  ...differencesIn(world, person, 'log'),
  ...differencesIn(world, person, 'views'),
];

function differencesIn({ server, caseId }: World, { teller, disk }: Person, stream: 'log' | 'views'): readonly string[] {
  const doc = planOf(teller, caseId);
  const [prefix, keyOf] = stream === 'log' ? [`${doc}/`, envelopeKey] : [viewsPrefix(doc), viewsKey];
  const here = [...disk.records.values()].filter(({ table, key }) => table === 'envelope' && key.startsWith(prefix)).map(({ key }) => key);
  const there = server.entriesOf(streamPath(doc, stream)).map((bytes) => {
    const parts = decodeEnvelope(bytes);
    if (typeof parts === 'string') throw new Error(parts);
    return keyOf(doc, chainOf(parts.header), parts.header.seq);
  });
  return [
    ...here.filter((key) => !there.includes(key)).map((key) => `only here ${key}`),
    ...there.filter((key) => !here.includes(key)).map((key) => `only there ${key}`),
    ...(new Set(there).size < there.length ? ['twice on the server'] : []),
  ];
}

function tell(world: World, person: Person): string {
  const { type, waiting, cases } = person.teller.device.exchange.get();
  const problems = [...cases.values()].flatMap(({ incoming, documents }) => [incoming, ...documents.map(({ problem }) => problem)]);
  return `${person.name} (${person.teller.session().keys.id}): ${type}, ${waiting} waiting, ${JSON.stringify([problems, differences(world, person)])}`;
}

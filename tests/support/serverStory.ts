import type { DocumentKind, Head, RosterChange, RosterHash, RosterRole } from '../../src/core/circle/rosterEntry.ts';
import type { CaseId, DocumentId, EnvelopeHash } from '../../src/core/shared/ids.ts';
import { sealEpoch } from '../../src/crypto/epochs.ts';
import { sealEnvelope } from '../../src/crypto/envelope.ts';
import { freshIncarnation } from '../../src/crypto/ids.ts';
import { importDocumentKey } from '../../src/crypto/keys.ts';
import { signRosterEntry } from '../../src/crypto/signRosterEntry.ts';
import { type Bytes, bytesToBase64url, joinBytes } from '../../src/protocol/bytes.ts';
import type { Credential } from '../../src/protocol/exchange/credentials.ts';
import { entrySeq, invitationPath, keyringPath, streamPath } from '../../src/protocol/exchange/paths.ts';
import { createHash } from 'node:crypto';
import { somePayload } from './cryptoFixtures.ts';
import { ask, createPerson, openSession, type Person, type Said } from './serverPeople.ts';
import { createSeededRandom } from './seededRandom.ts';
import type { TestServer } from './testServer.ts';

/** A document as its people know it: what the next entry and the next envelope link to. */
export interface TestDocument {
  readonly doc: DocumentId;
  readonly entries: { readonly n: number; readonly hash: RosterHash; readonly bytes: Bytes }[];
  readonly secret: Bytes;
}

/** One device's envelopes in one document. */
export interface Chain {
  readonly incarnation: string;
  readonly sealed: { readonly hash: EnvelopeHash; readonly bytes: Bytes }[];
}

const random = createSeededRandom(20);

export interface Story {
  readonly server: TestServer;
  readonly organisation: TestDocument;
  readonly person: (name: string) => Person;
  readonly session: (name: string) => Promise<Credential>;
  /** Invites somebody by name, takes their keyring in, and adds them nowhere. */
  readonly letIn: (host: string, name: string) => Promise<Person>;
  readonly say: (name: string, method: string, path: string, asked?: Parameters<typeof ask>[3]) => Promise<Said>;
}

/** An organisation on a server: the first name founds it, the others are invited into it. */
export async function setUp(server: TestServer, founder: string, ...colleagues: readonly string[]): Promise<Story> {
  const people = new Map<string, Person>();
  people.set(founder, await createPerson(founder));
  const person = (name: string) => people.get(name) as Person;
  const setup: Credential = { type: 'setup', secret: server.setupSecret() as string };
  await expectDone(ask(server.url(), 'PUT', keyringPath(person(founder).member), { as: setup, body: person(founder).entries[0] as Bytes }));
  const organisation = await signGenesis(person(founder), 'organisation');
  await expectDone(ask(server.url(), 'PUT', streamPath(organisation.doc, 'roster'), { as: setup, body: bodyOf(organisation) }));
  const sessions = new Map<string, Credential>();
  const session = async (name: string) => {
    const known = sessions.get(name) ?? (await openSession(server.url(), person(name).device));
    sessions.set(name, known);
    return known;
  };
  const story: Story = {
    server,
    organisation,
    person,
    session,
    letIn: async (host, name) => {
      people.set(name, await createPerson(name));
      await bringIn(story, host, person(name));
      return person(name);
    },
    say: async (name, method, path, asked = {}) => await ask(server.url(), method, path, { as: await session(name), ...asked }),
  };
  for (const name of colleagues) {
    await story.letIn(founder, name);
    await expectDone(append(story, founder, organisation, addTo(person(name), 'professional')));
  }
  return story;
}

/** An invitation, and the guest's keyring through it. */
export async function bringIn(story: Story, host: string, guest: Person): Promise<Credential> {
  const invitation = await invite(story, host);
  await expectDone(ask(story.server.url(), 'PUT', keyringPath(guest.member), { as: invitation, body: guest.entries[0] as Bytes }));
  return invitation;
}

export async function invite(story: Story, host: string, seconds = 600): Promise<Extract<Credential, { type: 'invitation' }>> {
  const [id, secret] = [bytesToBase64url(random.bytes(16)), random.bytes(32)];
  const access = createHash('sha256').update(secret).digest('base64url');
  await expectDone(story.say(host, 'PUT', invitationPath(id), { body: { access, seconds } }));
  return { type: 'invitation', id, secret: bytesToBase64url(secret) };
}

export const bodyOf = ({ entries }: TestDocument): Bytes => joinBytes(entries.map(({ bytes }) => bytes));

/** A document that its founder has not sent yet. */
export async function signGenesis(
  founder: Person,
  kind: DocumentKind,
  doc = bytesToBase64url(random.bytes(16)) as DocumentId,
): Promise<TestDocument> {
  const secret = random.bytes(32);
  const publicKey = founder.keyring.generations[0]!.publicKey;
  const epoch = await sealEpoch(
    { doc, epoch: 0, secret, previous: null },
    [{ member: founder.member, generation: 0, publicKey }],
    random.bytes,
  );
  const change: RosterChange = { type: 'genesis', kind, caseId: bytesToBase64url(random.bytes(16)) as CaseId };
  const place = { doc, n: 0, previous: null, by: founder.member, wall: 0 };
  const genesis = await signRosterEntry({ ...place, change, keyring: founder.first, epoch, welcome: null }, founder.device);
  return { doc, secret, entries: [{ n: 0, ...genesis }] };
}

export async function makeDocument(story: Story, founder: string, kind: DocumentKind = 'plan'): Promise<TestDocument> {
  const document = await signGenesis(story.person(founder), kind);
  await expectDone(story.say(founder, 'PUT', streamPath(document.doc, 'roster'), { body: bodyOf(document) }));
  return document;
}

/** A change and the keyring that it binds to. */
export interface Change {
  readonly change: RosterChange;
  readonly keyring: Person['first'] | null;
}

export const addTo = ({ member, first }: Pick<Person, 'member' | 'first'>, role: RosterRole): Change => ({
  change: { type: 'add', member, role, succeeds: null, until: null },
  keyring: first,
});

export const removeFrom = ({ member }: Person, heads: readonly Head[] = []): Change => ({
  change: { type: 'remove', member, heads, reason: 'sealed', seconded: null },
  keyring: null,
});

/** Signs the next entry; `document` only counts it when it is delivered. */
export async function signNext(document: TestDocument, by: Person, { change, keyring }: Change) {
  const last = document.entries.at(-1)!;
  const place = { doc: document.doc, n: last.n + 1, previous: last.hash, by: by.member, wall: 0 };
  return { n: place.n, ...(await signRosterEntry({ ...place, change, keyring, epoch: null, welcome: null }, by.device)) };
}

/** Signs, sends, and counts it when it was taken. */
export async function append(story: Story, by: string, document: TestDocument, change: Change): Promise<Said> {
  const entry = await signNext(document, story.person(by), change);
  const headers = { 'stream-seq': entrySeq(entry.n) };
  const said = await story.say(by, 'POST', streamPath(document.doc, 'roster'), { body: entry.bytes, headers });
  if (said.status < 300) document.entries.push(entry);
  return said;
}

export const beginChain = (): Chain => ({ incarnation: freshIncarnation(random.bytes), sealed: [] });

/** The next envelope of a chain; `plain` is what it seals. */
export async function seal(document: TestDocument, by: Person, chain: Chain, plain = 'Rustig naar school'): Promise<Bytes> {
  const last = document.entries.at(-1)!;
  const previous = chain.sealed.at(-1)?.hash;
  const [[type, entity, field, , preds]] = somePayload.ops as [[string, string, string, unknown, unknown]];
  const payload = { ...somePayload, ops: [[type, entity, field, plain, preds]] } as unknown as typeof somePayload;
  const sealed = await sealEnvelope(
    {
      incarnation: chain.incarnation,
      seq: chain.sealed.length,
      parents: previous === undefined ? [] : [previous],
      roster: { n: last.n, hash: last.hash },
      payload,
    },
    { device: by.device, documentKey: await importDocumentKey(document.doc, 0, document.secret), random: random.bytes },
  );
  chain.sealed.push(sealed);
  return sealed.bytes;
}

export const headOf = (by: Person, { incarnation, sealed }: Chain): Head => ({ device: by.device.id, incarnation, seq: sealed.length - 1 });

/** A request that is no refusal; otherwise the story ends here. */
export async function expectDone(asked: Promise<Said>): Promise<Said> {
  const said = await asked;
  if (said.status >= 300) throw new Error(`refused: ${said.status} ${said.code}`);
  return said;
}

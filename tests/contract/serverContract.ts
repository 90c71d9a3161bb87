import { afterEach, describe, expect, it } from 'vitest';
import type { Access, ServerPort, ServerProblem } from '../../src/application/ports.ts';
import type { Result } from '../../src/core/shared/result.ts';
import type { DocumentId } from '../../src/core/shared/ids.ts';
import { sign } from '../../src/crypto/keys.ts';
import { bytesToBase64url, concatBytes, joinBytes, type Bytes } from '../../src/protocol/bytes.ts';
import { splitCborSequence } from '../../src/protocol/cbor.ts';
import { entrySeq, keyringPath, sessionMessage, streamPath } from '../../src/protocol/exchange/paths.ts';
import { createPerson, type Person } from '../support/serverPeople.ts';
import {
  addTo,
  beginChain,
  bodyOf,
  removeFrom,
  seal,
  signGenesis,
  signNext,
  type Change,
  type TestDocument,
} from '../support/serverStory.ts';

export interface StartedServer {
  readonly port: ServerPort;
  readonly setupSecret: string;
  readonly stop: () => Promise<void>;
}

const valueOf = <T>(result: Result<T, ServerProblem>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const codeOf = (result: Result<unknown, ServerProblem>) =>
  result.ok ? 'ok' : result.error.type === 'Refused' ? result.error.code : result.error.type;

/** What a device may count on in every server, the real one and the one in memory that simulations use. */
export function describeServer(name: string, start: () => Promise<StartedServer>): void {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function openSession(port: ServerPort, { device }: Person): Promise<Result<Access, ServerProblem>> {
    const { challenge } = valueOf(await port.challenge());
    const message = concatBytes(new TextEncoder().encode(sessionMessage(challenge, device.id, 'full')));
    const opened = await port.openSession({ device: device.id, challenge, scope: 'full', signature: await sign(device, message) });
    return opened.ok ? { ok: true, value: { type: 'session', token: opened.value.token } } : opened;
  }

  /** Anouk founded an organisation; Bram and Carla were let in. Anouk has a plan. */
  async function setUp() {
    const started = await start();
    stops.push(started.stop);
    const { port } = started;
    const [anouk, bram, carla] = (await Promise.all(['Anouk', 'Bram', 'Carla'].map(createPerson))) as [Person, Person, Person];
    const setup: Access = { type: 'setup', secret: started.setupSecret };
    valueOf(await port.create(setup, keyringPath(anouk.member), joinBytes(anouk.entries)));
    const organisation = await signGenesis(anouk, 'organisation');
    valueOf(await port.create(setup, streamPath(organisation.doc, 'roster'), bodyOf(organisation)));
    const hers = valueOf(await openSession(port, anouk));
    const letIn = async (guest: Person, seed: number): Promise<Access> => {
      const [id, secret] = [bytesToBase64url(new Uint8Array(16).fill(seed)), new Uint8Array(32).fill(seed)];
      const access = bytesToBase64url(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', secret)));
      valueOf(await port.invite(hers, id, { access, seconds: 600 }));
      const invitation: Access = { type: 'invitation', id, secret: bytesToBase64url(secret) };
      valueOf(await port.create(invitation, keyringPath(guest.member), joinBytes(guest.entries)));
      return valueOf(await openSession(port, guest));
    };
    const [his, carlas] = [await letIn(bram, 1), await letIn(carla, 2)];
    const plan = await signGenesis(anouk, 'plan');
    valueOf(await port.create(hers, streamPath(plan.doc, 'roster'), bodyOf(plan)));
    const change = async (access: Access, by: Person, document: TestDocument, what: Change) => {
      const entry = await signNext(document, by, what);
      const sent = await port.append(access, streamPath(document.doc, 'roster'), entry.bytes, entrySeq(entry.n));
      if (sent.ok) document.entries.push(entry);
      return sent;
    };
    const readAll = async (
      access: Access,
      path: string,
      from = '-1',
    ): Promise<Result<{ entries: Bytes[]; next: string }, ServerProblem>> => {
      const entries: Bytes[] = [];
      for (let offset = from; ;) {
        const chunk = await port.read(access, path, { offset, wait: false });
        if (!chunk.ok) return chunk;
        entries.push(...splitCborSequence(chunk.value.bytes)!);
        if (chunk.value.upToDate) return { ok: true, value: { entries, next: chunk.value.next } };
        offset = chunk.value.next;
      }
    };
    return { port, anouk, bram, carla, hers, his, carlas, plan, change, readAll };
  }
  const log = (doc: DocumentId) => streamPath(doc, 'log');

  describe(`server contract: ${name}`, () => {
    it('lets in a device that it knows, and no other, and not with another signature', async () => {
      const { port, bram, plan } = await setUp();
      expect(codeOf(await openSession(port, bram))).toBe('ok');
      expect(codeOf(await openSession(port, await createPerson('Niemand')))).toBe('UnknownDevice');
      const { challenge } = valueOf(await port.challenge());
      const signature = await sign(bram.device, new Uint8Array(5));
      expect(codeOf(await port.openSession({ device: bram.device.id, challenge, scope: 'full', signature }))).toBe('NotASignature');
      const stranger: Access = { type: 'session', token: 'x.y.z' };
      expect(codeOf(await port.read(stranger, log(plan.doc), { offset: '-1', wait: false }))).toBe('NoSession');
    });

    it('gives everyone who is in the keyrings', async () => {
      const { readAll, his, anouk } = await setUp();
      expect(valueOf(await readAll(his, keyringPath(anouk.member))).entries).toEqual(anouk.entries);
      expect(codeOf(await readAll(his, keyringPath((await createPerson('Niemand')).member)))).toBe('NotFound');
    });

    it('makes a document once; the same again is fine', async () => {
      const { port, hers, plan, readAll } = await setUp();
      expect(codeOf(await port.create(hers, streamPath(plan.doc, 'roster'), bodyOf(plan)))).toBe('ok');
      expect(valueOf(await readAll(hers, streamPath(plan.doc, 'roster'))).entries).toEqual(plan.entries.map(({ bytes }) => bytes));
      expect(valueOf(await readAll(hers, log(plan.doc))).entries).toEqual([]);
      const unknown = await signGenesis(await createPerson('Anouk'), 'plan');
      expect(codeOf(await port.append(hers, log(unknown.doc), new Uint8Array()))).not.toBe('ok');
      expect(codeOf(await readAll(hers, log(unknown.doc)))).toBe('NotFound');
    });

    it('takes envelopes in the order of their chain, each once, and gives them back from any offset', async () => {
      const { port, anouk, hers, plan, readAll } = await setUp();
      const chain = beginChain();
      const [first, second, third, fourth] = [
        await seal(plan, anouk, chain, 'een'),
        await seal(plan, anouk, chain, 'twee'),
        await seal(plan, anouk, chain, 'drie'),
        await seal(plan, anouk, chain, 'vier'),
      ];
      expect(codeOf(await port.append(hers, log(plan.doc), second))).toBe('SeqGap');
      const { next } = valueOf(await port.append(hers, log(plan.doc), joinBytes([first, second])));
      valueOf(await port.append(hers, log(plan.doc), joinBytes([first, second, third])));
      valueOf(await port.append(hers, log(plan.doc), third));
      expect(valueOf(await readAll(hers, log(plan.doc))).entries).toEqual([first, second, third]);
      expect(valueOf(await readAll(hers, log(plan.doc), next)).entries).toEqual([third]);
      const other = { ...chain, sealed: chain.sealed.slice(0, 2) };
      expect(codeOf(await port.append(hers, log(plan.doc), await seal(plan, anouk, other, 'anders')))).toBe('SeqTaken');
      valueOf(await port.append(hers, log(plan.doc), fourth));
      expect(valueOf(await readAll(hers, log(plan.doc))).entries.length).toBe(4);
    });

    it('changes a circle by compare-and-set, and refuses what the circle does not allow (SPEC 9b)', async () => {
      const { anouk, bram, carla, hers, his, plan, change } = await setUp();
      const behind = { ...plan, entries: [...plan.entries] };
      valueOf(await change(hers, anouk, plan, addTo(bram, 'professional')));
      expect(codeOf(await change(hers, anouk, behind, addTo(carla, 'professional')))).toBe('EntryMoved');
      expect(codeOf(await change(his, bram, plan, addTo(carla, 'professional')))).toBe('EntryRefused');
    });

    it('lets members read, and who was removed only hand over their own (SPEC 6a)', async () => {
      const { port, anouk, bram, hers, his, carlas, plan, change, readAll } = await setUp();
      expect(codeOf(await readAll(his, log(plan.doc)))).toBe('NotAMember');
      valueOf(await change(hers, anouk, plan, addTo(bram, 'professional')));
      expect(codeOf(await readAll(his, log(plan.doc)))).toBe('ok');
      const [mine, theirs] = [beginChain(), beginChain()];
      const [late, others] = [await seal(plan, bram, mine), await seal(plan, anouk, theirs)];
      valueOf(await change(hers, anouk, plan, removeFrom(bram)));
      expect(codeOf(await readAll(his, log(plan.doc)))).toBe('NotAMember');
      expect(codeOf(await port.append(his, log(plan.doc), others))).toBe('NotAMember');
      expect(codeOf(await port.append(his, log(plan.doc), late))).toBe('ok');
      expect(codeOf(await port.append(carlas, log(plan.doc), others))).toBe('NotAMember');
      expect(valueOf(await readAll(hers, log(plan.doc))).entries).toEqual([late]);
    });

    it('takes what another member wrote, from whoever brings it (SPEC 6a)', async () => {
      const { port, anouk, bram, his, hers, plan, change, readAll } = await setUp();
      valueOf(await change(hers, anouk, plan, addTo(bram, 'professional')));
      const envelope = await seal(plan, anouk, beginChain());
      expect(codeOf(await port.append(his, log(plan.doc), envelope))).toBe('ok');
      expect(valueOf(await readAll(hers, log(plan.doc))).entries).toEqual([envelope]);
    });

    it('tells in the inbox what changed since, with where its streams end', async () => {
      const { port, anouk, bram, hers, his, plan, change, readAll } = await setUp();
      const none = valueOf(await port.inbox(his, { offset: '-1', wait: false }));
      expect(none.items.map(({ doc }) => doc)).not.toContain(plan.doc);
      valueOf(await change(hers, anouk, plan, addTo(bram, 'professional')));
      const added = valueOf(await port.inbox(his, { offset: none.next, wait: true }));
      expect(added.items.map(({ doc }) => doc)).toEqual([plan.doc]);
      expect(added.items[0]).toMatchObject({
        roster: valueOf(await readAll(his, streamPath(plan.doc, 'roster'))).next,
        log: valueOf(await readAll(his, log(plan.doc))).next,
      });
      const waiting = port.inbox(his, { offset: added.next, wait: true });
      const { next } = valueOf(await port.append(hers, log(plan.doc), await seal(plan, anouk, beginChain())));
      expect(valueOf(await waiting).items).toMatchObject([{ doc: plan.doc, log: next }]);
      const all = valueOf(await port.inbox(his, { offset: '-1', wait: false }));
      expect(all.items.map(({ doc }) => doc)).toEqual([plan.doc]);
    });

    it('does not know an offset of before, or beyond the end', async () => {
      const { port, hers, plan } = await setUp();
      const { next } = valueOf(await port.read(hers, log(plan.doc), { offset: '-1', wait: false }));
      const beyond = next.replace(/.$/, '9');
      for (const offset of [beyond, next.replace(/^../, 'zz')])
        expect(['OtherEpoch', 'Malformed']).toContain(codeOf(await port.read(hers, log(plan.doc), { offset, wait: false })));
    });
  });
}

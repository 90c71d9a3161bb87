import { createHash } from 'node:crypto';
import { foldRoster } from '../../src/core/circle/foldRoster.ts';
import type { Roster } from '../../src/core/circle/roster.ts';
import type { DeviceId, DocumentId, MemberId } from '../../src/core/shared/ids.ts';
import { err, ok, type Result } from '../../src/core/shared/result.ts';
import type { Access, ServerPort, ServerProblem } from '../../src/application/ports.ts';
import { isSignedBy } from '../../src/crypto/verification/isSignedBy.ts';
import { readKeyring } from '../../src/crypto/verification/keyring.ts';
import { openRosterEntry } from '../../src/crypto/verification/rosterEntry.ts';
import { hashOfParts, redactEnvelope, verifyParts } from '../../src/crypto/verification/envelope.ts';
import { base64urlToBytes, bytesToBase64url, concatBytes, isSameBytes, joinBytes, type Bytes } from '../../src/protocol/bytes.ts';
import { splitCborSequence } from '../../src/protocol/cbor.ts';
import { decodeEnvelope } from '../../src/protocol/envelopeForm.ts';
import { entrySeq, keyringPath, sessionMessage, streamPath } from '../../src/protocol/exchange/paths.ts';
import type { Refusal } from '../../src/protocol/exchange/refusals.ts';
import type { Inbox } from '../../src/protocol/exchange/shapes.ts';
import { STORY_BEGIN } from './fakeClock.ts';

/** What a server keeps. Plain data: a copy of it is a backup. */
interface Kept {
  readonly epoch: string;
  readonly streams: ReadonlyMap<string, readonly Bytes[]>;
  /** When each document changed last. */
  readonly changes: ReadonlyMap<DocumentId, number>;
  readonly blocked: ReadonlySet<DeviceId>;
  readonly change: number;
  /** The highest number counted in each run; the last is the one that runs. A restored server begins another. */
  readonly runs: ReadonlyMap<number, number>;
}

export interface MemoryServer {
  readonly port: ServerPort;
  readonly setupSecret: string;
  readonly backup: () => Kept;
  /** `told`: with a new epoch, as an honest server does after restoring; otherwise it went back in secret. */
  readonly restore: (backup: Kept, told: boolean) => Promise<void>;
  readonly expireSessions: () => void;
  /** When the time is over in which somebody who left hands over what they made. */
  readonly refuseLate: (isOver: () => boolean) => void;
  readonly block: (device: DeviceId, blocked: boolean) => void;
  /** Everything in a stream: for what a test wants to know of it. */
  readonly entriesOf: (path: string) => readonly Bytes[];
}

type Answer<T> = Promise<Result<T, ServerProblem>>;

/** A server without a network: the rules of the real one that a device can notice, in one place, and always the same. */
export function createMemoryServer(now: () => number = () => STORY_BEGIN): MemoryServer {
  let kept: Kept = { epoch: 'e1', streams: new Map(), changes: new Map(), blocked: new Set(), change: 0, runs: new Map([[1, 0]]) };
  let run = 1;
  let sessions = new Map<string, DeviceId>();
  const invitations = new Map<string, string>();
  const waiters = new Set<() => void>();
  let tokens = 0;
  let isLateOver = () => false;
  const setupSecret = bytesToBase64url(new Uint8Array(32).fill(3));

  /** One append at a time, as in a transaction. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const result = turn.then(step);
    turn = result.catch(() => undefined);
    return result;
  };

  const refuse = (code: Refusal) => err({ type: 'Refused', code } as const);
  const streamOf = (path: string) => kept.streams.get(path);
  const nextNews = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve) => {
      const done = () => {
        waiters.delete(done);
        resolve();
      };
      waiters.add(done);
      signal?.addEventListener('abort', done, { once: true });
    });
  const wake = () => [...waiters].forEach((each) => each());

  function write(path: string, added: readonly Bytes[], doc: DocumentId | null): string {
    const entries = [...(streamOf(path) ?? []), ...added];
    const change = kept.change + (added.length > 0 ? 1 : 0);
    const changes = doc && added.length > 0 ? new Map(kept.changes).set(doc, change) : kept.changes;
    kept = { ...kept, streams: new Map(kept.streams).set(path, entries), changes, change, runs: new Map(kept.runs).set(run, change) };
    if (added.length > 0) wake();
    return offsetOf(entries);
  }
  /** Behind these entries: an offset names all that it follows, as the real one does. */
  const offsetOf = (before: readonly Bytes[]) => `${kept.epoch}_${String(before.length).padStart(8, '0')}_${markOf(before)}`;
  const positionOf = (offset: string, entries: readonly Bytes[]): number | undefined => {
    if (offset === '-1') return 0;
    const position = Number(offset.split('_')[1]);
    return position <= entries.length && offset === offsetOf(entries.slice(0, position)) ? position : undefined;
  };
  const inboxOffset = () => `${kept.epoch}_${kept.change}_${run}`;
  const changeOf = (offset: string): number | undefined => {
    if (offset === '-1') return 0;
    const [epoch, change, of] = offset.split('_') as [string, string, string];
    return epoch === kept.epoch && Number(change) <= (kept.runs.get(Number(of)) ?? -1) ? Number(change) : undefined;
  };

  /** Every device of every keyring here. */
  async function devices(): Promise<ReadonlyMap<DeviceId, { readonly member: MemberId; readonly revoked: boolean }>> {
    const found = new Map<DeviceId, { readonly member: MemberId; readonly revoked: boolean }>();
    for (const [path, entries] of kept.streams) {
      const keyring = path.startsWith('/v1/keyring/') ? await readKeyring(entries) : undefined;
      if (keyring?.ok)
        for (const { id, revoked } of keyring.value.devices.values()) found.set(id, { member: keyring.value.member, revoked });
    }
    return found;
  }

  type Admitted = Result<{ readonly device: DeviceId; readonly member: MemberId; readonly revoked: boolean }, ServerProblem>;
  async function admit(access: Access): Promise<Admitted> {
    const known = await admitLeaving(access);
    return known.ok && known.value.revoked ? refuse('DeviceRevoked') : known;
  }

  async function admitLeaving(access: Access): Promise<Admitted> {
    const device = access.type === 'session' ? sessions.get(access.token) : undefined;
    if (device === undefined) return refuse('NoSession');
    const known = (await devices()).get(device);
    if (!known) return refuse('UnknownDevice');
    return kept.blocked.has(device) ? refuse('DeviceBlocked') : ok({ device, ...known });
  }

  async function rosterOf(doc: DocumentId, more: readonly Bytes[] = []): Promise<Result<Roster, ServerProblem>> {
    const owners = await devices();
    const opened = await Promise.all(
      [...(streamOf(streamPath(doc, 'roster')) ?? []), ...more].map((bytes) =>
        openRosterEntry(bytes, doc, (device) => owners.get(device)?.member),
      ),
    );
    const entries = opened.flatMap((entry) => (entry.ok ? [entry.value.entry] : []));
    const roster = entries.length === opened.length ? foldRoster(entries) : undefined;
    return roster?.ok ? ok(roster.value) : refuse('EntryRefused');
  }

  const parse = (path: string) => {
    const [, , kind, id, stream] = path.split('/') as [string, string, string, string, string | undefined];
    return { isKeyring: kind === 'keyring', member: id as MemberId, doc: id as DocumentId, stream };
  };

  const keyringLetIn = async (access: Access): Promise<boolean> => {
    if (access.type === 'setup') return access.secret === setupSecret;
    if (access.type !== 'invitation') return (await admit(access)).ok;
    const digest = await globalThis.crypto.subtle.digest('SHA-256', base64urlToBytes(access.secret) ?? new Uint8Array());
    return invitations.get(access.id) === bytesToBase64url(new Uint8Array(digest));
  };

  async function create(access: Access, path: string, body: Bytes): Answer<{ readonly next: string }> {
    const added = splitCborSequence(body) ?? [];
    const there = streamOf(path);
    const { isKeyring, doc } = parse(path);
    if (isKeyring) {
      if (access.type === 'session' || !(await keyringLetIn(access))) return refuse('NotAllowed');
    } else if (access.type !== 'setup') {
      const known = await admit(access);
      if (!known.ok) return known;
    }
    if (there) return isSameBytes(there[0]!, added[0]!) ? ok({ next: offsetOf(there) }) : refuse('AlreadyThere');
    if (!isKeyring) {
      const roster = await rosterOf(doc, added);
      if (!roster.ok) return roster;
      write(streamPath(doc, 'log'), [], null);
      write(streamPath(doc, 'views'), [], null);
    }
    return ok({ next: write(path, added, isKeyring ? null : doc) });
  }

  async function append(access: Access, path: string, body: Bytes, seq?: string): Answer<{ readonly next: string }> {
    const { isKeyring, doc, stream, member } = parse(path);
    const known = stream === 'log' ? await admitLeaving(access) : await admit(access);
    if (!known.ok) return known;
    const added = splitCborSequence(body);
    const there = streamOf(path);
    if (!added) return refuse('Malformed');
    if (!there) return refuse('NotFound');
    if (isKeyring) {
      if (known.value.member !== member) return refuse('NotAllowed');
      if (seq !== entrySeq(there.length)) return refuse('EntryMoved');
      const read = await readKeyring([...there, ...added]);
      return read.ok ? ok({ next: write(path, added, null) }) : refuse('EntryMoved');
    }
    const roster = await rosterOf(doc);
    if (!roster.ok) return roster;
    if (stream === 'roster') return await appendEntry(path, doc, added, seq, known.value.member, roster.value);
    return await appendEnvelopes(path, doc, added, known.value, roster.value);
  }

  async function appendEntry(
    path: string,
    doc: DocumentId,
    added: readonly Bytes[],
    seq: string | undefined,
    member: MemberId,
    roster: Roster,
  ): Answer<{ readonly next: string }> {
    if (!roster.members.has(member)) return refuse('NotAMember');
    const there = streamOf(path)!;
    const at = Number(seq);
    if (there[at] && isSameBytes(there[at], added[0]!)) return ok({ next: offsetOf(there) });
    if (at !== there.length) return refuse('EntryMoved');
    const next = await rosterOf(doc, added);
    if (!next.ok || next.value.refused.some(({ n }) => n >= at)) return refuse('EntryRefused');
    const log = await Promise.all(streamOf(streamPath(doc, 'log'))!.map((bytes) => formToKeep(next.value, bytes)));
    kept = { ...kept, streams: new Map(kept.streams).set(streamPath(doc, 'log'), log) };
    return ok({ next: write(path, added, doc) });
  }

  /** What was erased is kept without its ciphertext (SPEC 10). */
  async function formToKeep({ erased }: Roster, bytes: Bytes): Promise<Bytes> {
    const parts = decodeEnvelope(bytes);
    const hash = typeof parts === 'string' ? undefined : await hashOfParts(parts);
    const said = erased.find(({ envelope }) => envelope === hash);
    const form = said && (await redactEnvelope(bytes, said.operations));
    return form?.ok ? form.value : bytes;
  }

  async function appendEnvelopes(
    path: string,
    doc: DocumentId,
    added: readonly Bytes[],
    by: { readonly device: DeviceId; readonly member: MemberId; readonly revoked: boolean },
    roster: Roster,
  ): Answer<{ readonly next: string }> {
    if (!roster.rolesFrom.has(by.member)) return refuse('NotAMember');
    const isLate = by.revoked || !roster.members.has(by.member);
    if (isLate && isLateOver()) return refuse(by.revoked ? 'DeviceRevoked' : 'NotAMember');
    if (isLate && path === streamPath(doc, 'views')) return refuse('NotAMember');
    const owners = await devices();
    const chains = new Map<string, string[]>();
    for (const bytes of streamOf(path)!) await place(chains, bytes);
    const fresh: Bytes[] = [];
    for (const bytes of added) {
      const parts = decodeEnvelope(bytes);
      if (typeof parts === 'string' || parts.header.doc !== doc) return refuse('Malformed');
      const author = owners.get(parts.header.device)?.member;
      if (author === undefined) return refuse('UnknownDevice');
      if (!roster.rolesFrom.has(author) || (isLate && parts.header.device !== by.device)) return refuse('NotAMember');
      const placed = await place(chains, bytes);
      const hash = await hashOfParts(parts);
      if (parts.content.type === 'redacted' && !roster.erased.some(({ envelope }) => envelope === hash)) return refuse('NotAllowed');
      if (placed === 'new') fresh.push(await formToKeep(roster, bytes));
      else if (placed !== 'there') return refuse(placed);
    }
    return ok({ next: write(path, fresh, doc) });
  }

  async function place(chains: Map<string, string[]>, bytes: Bytes): Promise<'new' | 'there' | 'SeqGap' | 'SeqTaken' | 'NotASignature'> {
    const parts = decodeEnvelope(bytes);
    const hash = typeof parts === 'string' ? undefined : await verifyParts(parts);
    if (typeof parts === 'string' || hash === undefined) return 'NotASignature';
    const { device, incarnation, seq, parents } = parts.header;
    const chain = chains.get(`${device}/${incarnation}`) ?? [];
    if (seq > chain.length) return 'SeqGap';
    if (seq < chain.length) return chain[seq] === hash ? 'there' : 'SeqTaken';
    if (seq > 0 && parents[0] !== chain[seq - 1]) return 'SeqTaken';
    chains.set(`${device}/${incarnation}`, [...chain, hash]);
    return 'new';
  }

  const fetches = new Map<DocumentId, Map<DeviceId, { readonly first: number; readonly last: number; readonly times: number }>>();
  function fetched(doc: DocumentId, device: DeviceId): void {
    const devicesOf = fetches.get(doc) ?? new Map();
    const at = now();
    const before = devicesOf.get(device) ?? { first: at, last: at, times: 0 };
    fetches.set(doc, devicesOf.set(device, { ...before, last: at, times: before.times + 1 }));
  }

  const port: ServerPort = {
    challenge: async () => ok({ challenge: `c${tokens}`, epoch: kept.epoch, time: now() }),
    openSession: async ({ device, challenge, scope, signature }) => {
      const known = (await devices()).get(device);
      if (!known) return refuse('UnknownDevice');
      if (known.revoked && scope !== 'leaving') return refuse('DeviceRevoked');
      if (kept.blocked.has(device)) return refuse('DeviceBlocked');
      const message = concatBytes(new TextEncoder().encode(sessionMessage(challenge, device, scope)));
      if (!(await isSignedBy(device, message, signature))) return refuse('NotASignature');
      const token = `t${++tokens}`;
      sessions.set(token, device);
      return ok({ token, seconds: 3600, member: known.member });
    },
    create: (...asked) => inTurn(() => create(...asked)),
    append: (...asked) => inTurn(() => append(...asked)),
    read: async (access, path, { offset }) => {
      const { isKeyring, doc, stream, member } = parse(path);
      const isOwn =
        isKeyring && (await devices()).get(sessions.get(access.type === 'session' ? access.token : '') as DeviceId)?.member === member;
      const known = isKeyring && access.type !== 'session' ? undefined : await (isOwn ? admitLeaving : admit)(access);
      if (known?.ok === false) return known;
      if (!known && !(await keyringLetIn(access))) return refuse('NoSession');
      let entries = streamOf(path);
      if (!entries) return refuse('NotFound');
      if (!isKeyring) {
        const roster = await rosterOf(doc);
        const last = roster.ok ? roster.value.rolesFrom.get(known!.value.member)?.at(-1) : undefined;
        if (!last || (last.role === null && stream !== 'roster')) return refuse('NotAMember');
        if (last.role === null) entries = entries.slice(0, last.n + 1);
        if (last.role === 'auditor' && stream === 'log') return refuse('NotAllowed');
        if (stream === 'log') fetched(doc, known!.value.device);
      }
      const position = positionOf(offset, entries);
      if (position === undefined) return refuse('OtherEpoch');
      // Small parts, so that reading on is part of every test.
      const part = entries.slice(position, position + 7);
      const end = position + part.length;
      return ok({ bytes: joinBytes(part), next: offsetOf(entries.slice(0, end)), upToDate: end === entries.length });
    },
    inbox: async (access, { offset, wait, signal }) => {
      const known = await admit(access);
      if (!known.ok) return known;
      if (changeOf(offset) === undefined) return refuse('OtherEpoch');
      const look = async () => {
        const since = changeOf(offset);
        if (since === undefined) return undefined;
        const items: Inbox['items'] = [];
        for (const [doc, change] of kept.changes) {
          const roster = await rosterOf(doc);
          if (change <= since || !roster.ok || !roster.value.rolesFrom.has(known.value.member)) continue;
          const isIn = roster.value.members.has(known.value.member);
          const tail = (stream: 'roster' | 'log') => (isIn ? offsetOf(streamOf(streamPath(doc, stream)) ?? []) : '');
          const views = isIn ? (streamOf(streamPath(doc, 'views')) ?? []) : [];
          const isAuditor = roster.value.members.get(known.value.member)?.role === 'auditor';
          items.push({ doc, roster: tail('roster'), log: isAuditor ? '' : tail('log'), views: views.length > 0 ? offsetOf(views) : '' });
        }
        return { items, presence: [], blocked: [], next: inboxOffset() } satisfies Inbox;
      };
      for (;;) {
        // Before looking, so that what happens meanwhile is not missed.
        const news = nextNews(signal);
        const inbox = await look();
        if (!inbox) return refuse('OtherEpoch');
        if (!wait || inbox.items.length > 0 || signal?.aborted) return ok(inbox);
        await news;
      }
    },
    sendPresence: async () => ok(undefined),
    invite: async (access, id, { access: hash }) => {
      const known = await admit(access);
      if (known.ok) invitations.set(id, hash);
      return known.ok ? ok(undefined) : known;
    },
    endInvitation: async (_, id) => {
      invitations.delete(id);
      return ok(undefined);
    },
    readFetches: async (access, doc) => {
      const known = await admit(access);
      if (!known.ok) return known;
      const roster = await rosterOf(doc);
      if (!roster.ok || !roster.value.members.has(known.value.member)) return refuse('NotAMember');
      return ok({ devices: [...(fetches.get(doc) ?? [])].map(([device, times]) => ({ device, ...times })) });
    },
    readOrganisationFetches: async () => refuse('NotAllowed'),
    readOrganisation: async () => refuse('NotAllowed'),
    blockDevice: async () => refuse('NotAllowed'),
  };

  return {
    port,
    setupSecret,
    backup: () => kept,
    restore: (backup, told) =>
      inTurn(async () => {
        const epoch = told ? `e${Number(kept.epoch.slice(1)) + 1}` : backup.epoch;
        kept = { ...backup, epoch, runs: new Map(backup.runs).set(++run, backup.change) };
        wake();
      }),
    expireSessions: () => {
      sessions = new Map();
      wake();
    },
    refuseLate: (isOver) => {
      isLateOver = isOver;
    },
    block: (device, blocked) => {
      const others = [...kept.blocked].filter((each) => each !== device);
      kept = { ...kept, blocked: new Set(blocked ? [...others, device] : others) };
    },
    entriesOf: (path) => streamOf(path) ?? [],
  };
}

/** Of everything before a place, in its order. */
const markOf = (entries: readonly Bytes[]): string => {
  const sum = createHash('sha256');
  for (const bytes of entries) {
    // The same before and after erasing.
    const parts = decodeEnvelope(bytes);
    sum.update(typeof parts === 'string' ? bytes : concatBytes(parts.headerBytes, parts.signature));
  }
  return sum.digest('hex').slice(0, 12);
};

export const keyringEntriesOf = (server: MemoryServer, member: MemberId): readonly Bytes[] => server.entriesOf(keyringPath(member));

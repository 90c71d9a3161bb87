import type { ServerPort } from '../../../src/application/ports.ts';
import { ok } from '../../../src/core/shared/result.ts';
import { joinBytes, type Bytes } from '../../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../../src/protocol/cbor.ts';
import type { Inbox } from '../../../src/protocol/exchange/shapes.ts';
import type { DocumentId } from '../../../src/core/shared/ids.ts';
import type { SeededRandom } from '../../support/seededRandom.ts';

export type Streams = ReadonlyMap<string, readonly Bytes[]>;

/** What a server that lies can make use of: what it holds itself, and what somebody signed who is no member here. */
export interface Loot {
  readonly log: string;
  readonly roster: string;
  /** Keyrings of people in the circle. */
  readonly keyrings: readonly string[];
  /** Of another document on the same server. */
  readonly elsewhere: { readonly log: readonly Bytes[]; readonly roster: readonly Bytes[] };
  readonly stranger: {
    readonly keyring: readonly Bytes[];
    /** Another device in the first keyring, signed by the stranger. */
    readonly addedDevice: Bytes;
    /** Lets the stranger in, signed by the stranger. */
    readonly addedMember: Bytes;
    readonly envelope: Bytes;
  };
  /** Signed by a lead, at a place where another entry of theirs stands. */
  readonly otherEntry: { readonly at: number; readonly bytes: Bytes };
}

export interface Attack {
  readonly name: string;
  /** Something was only kept back: what is newest can be frozen, and is then shown as heard until then (SPEC 11a). */
  readonly withholds: boolean;
  readonly streams: Streams;
}

type Change = (entries: readonly Bytes[], random: SeededRandom, path: string) => readonly Bytes[];

const at = (entries: readonly Bytes[], random: SeededRandom) => random.below(Math.max(1, entries.length));
const insert = (entries: readonly Bytes[], place: number, ...added: readonly Bytes[]) => [
  ...entries.slice(0, place),
  ...added,
  ...entries.slice(place),
];
const replace = (entries: readonly Bytes[], place: number, change: (entry: Bytes) => Bytes) =>
  entries.map((entry, n) => (n === place ? change(entry) : entry));

const flip = (entry: Bytes, random: SeededRandom): Bytes => {
  const copy = entry.slice();
  copy[random.below(copy.length)]! ^= 1 << random.below(8);
  return copy;
};

/** The signed part of an entry or the header of an envelope says another version of its form. */
const withVersion = (entry: Bytes, random: SeededRandom): Bytes => {
  const [signed, ...rest] = decodeCbor(entry) as [Uint8Array, ...unknown[]];
  const form = decodeCbor(signed) as unknown[];
  return encodeCbor([encodeCbor(form.with(0, random.pick([0, 2, 7]))), ...rest]);
};

/** The header and signature of one envelope around the ciphertext of another. */
const withCipherOf = (entry: Bytes, other: Bytes): Bytes => {
  const [parts, others] = [decodeCbor(entry) as unknown[], decodeCbor(other) as unknown[]];
  return encodeCbor(parts.with(1, others[1]!));
};

const anywhere: Readonly<Record<string, Change>> = {
  tamper: (entries, random) => replace(entries, at(entries, random), (entry) => flip(entry, random)),
  swap: (entries, random) => {
    const [a, b] = [at(entries, random), at(entries, random)];
    return entries.map((entry, n) => (n === a ? entries[b]! : n === b ? entries[a]! : entry));
  },
  replay: (entries, random) => insert(entries, at(entries, random), entries[at(entries, random)]!),
  drop: (entries, random) => entries.toSpliced(at(entries, random), 1),
  truncate: (entries, random) => entries.slice(0, at(entries, random)),
  downgrade: (entries, random) => replace(entries, at(entries, random), (entry) => withVersion(entry, random)),
};
/** Also what is swapped to before where a reader stopped: they do not look there again until a parent is missing or a day is over. */
const withholding = new Set(['drop', 'truncate']);

/** One attack by chance: on the log, the circle or somebody's keys. */
export function chooseAttack(streams: Streams, loot: Loot, random: SeededRandom): Attack {
  const { stranger, elsewhere, otherEntry } = loot;
  const keyring = random.pick(loot.keyrings);
  const paths = [loot.log, loot.log, loot.roster, keyring];
  const on = (path: string, change: (entries: readonly Bytes[]) => readonly Bytes[]) =>
    new Map(streams).set(path, change(streams.get(path) ?? []));
  const special: Readonly<Record<string, () => Streams>> = {
    spliceLog: () => on(loot.log, (entries) => insert(entries, at(entries, random), random.pick(elsewhere.log))),
    spliceRoster: () => on(loot.roster, (entries) => insert(entries, at(entries, random), random.pick(elsewhere.roster))),
    spliceCipher: () =>
      on(loot.log, (entries) => replace(entries, at(entries, random), (entry) => withCipherOf(entry, entries[at(entries, random)]!))),
    otherDocument: () => on(random.pick([loot.log, loot.roster]), () => random.pick([elsewhere.log, elsewhere.roster])),
    fork: () => on(loot.roster, (entries) => [...entries.slice(0, otherEntry.at), otherEntry.bytes]),
    forkGoesOn: () => on(loot.roster, (entries) => replace(entries, otherEntry.at, () => otherEntry.bytes)),
    fakeKey: () => on(keyring, () => stranger.keyring),
    fakeDevice: () => on(loot.keyrings[0]!, (entries) => [...entries, stranger.addedDevice]),
    fakeMember: () =>
      new Map([
        ...streams,
        [loot.roster, [...(streams.get(loot.roster) ?? []), stranger.addedMember]],
        [loot.log, [...(streams.get(loot.log) ?? []), stranger.envelope]],
      ]),
    fakeAuthor: () => on(loot.log, (entries) => insert(entries, at(entries, random), stranger.envelope)),
  };
  const kind = random.pick([...Object.keys(anywhere), ...Object.keys(special)]);
  if (special[kind]) return { name: kind, withholds: kind === 'otherDocument' || kind.startsWith('fork'), streams: special[kind]() };
  const path = random.pick(paths);
  return {
    name: `${kind} ${path.split('/').at(-1)!.length > 6 ? 'keyring' : path.split('/').at(-1)!}`,
    withholds: withholding.has(kind),
    streams: on(path, (entries) => anywhere[kind]!(entries, random, path)),
  };
}

/** A server that gives these streams, whatever it was given, and takes everything with a friendly face. */
export function lyingServer(honest: ServerPort, streams: Streams, doc: DocumentId): ServerPort {
  const offsetOf = (length: number) => `lie_${String(length).padStart(8, '0')}_0`;
  const streamOf = (path: string) => streams.get(path) ?? [];
  const tail = (stream: string) => offsetOf(streamOf(`/v1/doc/${doc}/${stream}`).length);
  const taken = async () => ok({ next: offsetOf(0) });
  return new Proxy(honest, {
    get: (target, verb: keyof ServerPort) => {
      if (verb === 'append' || verb === 'create') return taken;
      if (verb === 'read')
        return async (_: unknown, path: string, { offset }: { readonly offset: string }) => {
          const entries = streamOf(path);
          const begin = offset === '-1' ? 0 : Number(offset.split('_')[1]);
          const part = entries.slice(begin, begin + 7);
          const end = begin + part.length;
          return ok({ bytes: joinBytes(part), next: part.length === 0 ? offset : offsetOf(end), upToDate: end >= entries.length });
        };
      if (verb === 'inbox')
        return async (_: unknown, { wait, signal }: { readonly wait: boolean; readonly signal?: AbortSignal }) => {
          if (wait) await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
          const items = [{ doc, roster: tail('roster'), log: tail('log'), views: '' as Inbox['next'] }];
          return ok({ items, presence: [], blocked: [], next: 'lie_1_1' } satisfies Inbox);
        };
      return target[verb];
    },
  });
}

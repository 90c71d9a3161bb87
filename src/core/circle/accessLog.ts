import type { OpenedEnvelope, UnknownOperation } from '../document/operation.ts';
import type { DeviceId, EnvelopeHash } from '../shared/ids.ts';

/*
 * Who looked at a document: a stream of its own beside the log, under keys of its own, with a chain per device that shows when a line
 * was taken out (SPEC 22). Nothing here is content.
 */

/** `received`: its content came onto this device. The others are what a person did. */
export const accessKinds = ['received', 'opened', 'printed', 'exported', 'invited'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** One line, after its signature was verified. `name` and `organisation` are as the person's own device says. */
export interface Access {
  readonly hash: EnvelopeHash;
  readonly device: DeviceId;
  readonly incarnation: string;
  readonly seq: number;
  /** The line before it in its chain. */
  readonly previous: EnvelopeHash | null;
  /** The roster entry it was written under. */
  readonly roster: number;
  readonly at: number;
  /** The day in the Netherlands, by the clock of the device. */
  readonly day: string;
  /** `unknown`: a newer app wrote it. */
  readonly what: AccessKind | 'unknown';
  readonly name: string;
  readonly organisation: string;
}

type Said = Pick<Access, 'day' | 'name' | 'organisation'> & { readonly what: AccessKind };

/** What stands in the sealed part of a line. */
export const accessOperation = ({ what, day, name, organisation }: Said): UnknownOperation => ['access', what, day, name, organisation];

/** A line from its opened envelope. What is not said in the way of this version stays in the log, as something that happened. */
export function readAccess({ hash, device, incarnation, seq, parents, roster, wall, ops }: OpenedEnvelope): Access {
  const [kind, what, ...said] = (ops[0] ?? []) as readonly unknown[];
  const [day = '', name = '', organisation = ''] = said.map((each) => (typeof each === 'string' ? each : ''));
  const known = kind === 'access' ? accessKinds.find((each) => each === what) : undefined;
  return {
    hash,
    device,
    incarnation,
    seq,
    previous: parents[0] ?? null,
    roster,
    at: wall,
    day,
    what: known ?? 'unknown',
    name,
    organisation,
  };
}

/** Opening and taking along count once a day, coming onto a device once; what leaves on paper or lets somebody in counts each time. */
export function isNewAccess(own: readonly Pick<Access, 'what' | 'day'>[], what: AccessKind, today: string): boolean {
  if (what === 'received') return own.length === 0;
  if (what === 'printed' || what === 'invited') return true;
  return !own.some((line) => line.what === what && line.day === today);
}

/** How far the chain of each device was seen, and what is wrong with it. */
export type AccessChains = ReadonlyMap<string, AccessChain>;

export interface AccessChain {
  readonly device: DeviceId;
  readonly seq: number;
  readonly hash: EnvelopeHash;
  /** Lines that should stand before another and do not, or that do not follow on it. */
  readonly missing: number;
}

export const noChains: AccessChains = new Map();

/** Goes on with lines in the order of their chains. A line that was there already says nothing new. */
export function followChains(chains: AccessChains, lines: Iterable<Access>): AccessChains {
  const next = new Map(chains);
  for (const { device, incarnation, seq, hash, previous } of lines) {
    const key = `${device}/${incarnation}`;
    const before = next.get(key);
    if (before && (hash === before.hash || seq < before.seq)) continue;
    next.set(key, { device, seq, hash, missing: (before?.missing ?? 0) + missingBefore(before, seq, previous) });
  }
  return next;
}

function missingBefore(before: AccessChain | undefined, seq: number, previous: EnvelopeHash | null): number {
  const skipped = seq - (before?.seq ?? -1) - 1;
  if (skipped > 0) return skipped;
  // The next one, on another line than the one that stands before it; or two at one place.
  return previous === (before?.hash ?? null) && skipped === 0 ? 0 : 1;
}

export interface AccessLog {
  /** Newest first. */
  readonly lines: readonly Access[];
  readonly chains: AccessChains;
}

/** The whole log, in whatever order it was stored. */
export function readAccessLog(lines: readonly Access[]): AccessLog {
  const inOrder = lines.toSorted((a, b) => a.seq - b.seq || (a.hash < b.hash ? -1 : 1));
  const newestFirst = lines.toSorted((a, b) => b.at - a.at || b.seq - a.seq || (a.hash < b.hash ? -1 : 1));
  return { lines: newestFirst, chains: followChains(noChains, inOrder) };
}

/** What the server says it handed out: to which device, and when for the first time. */
export interface Fetched {
  readonly device: DeviceId;
  readonly first: number;
}

/** A device may be cut off between getting content and telling that it did; after a day that is no explanation any more. */
const GRACE = 24 * 60 * 60 * 1000;

/** Devices that were given content and never wrote a line. */
export function findSilent(fetched: readonly Fetched[], chains: AccessChains, now: number): readonly DeviceId[] {
  const heard = new Set([...chains.values()].map(({ device }) => device));
  return fetched.flatMap(({ device, first }) => (!heard.has(device) && now - first > GRACE ? [device] : []));
}

import { START, type Failure } from '../../core/sync/syncState.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { splitCborSequence } from '../../protocol/cbor.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Access, ServerPort, StoredRecord } from '../ports.ts';
import { storeRecords } from '../device/deviceContext.ts';

/** This device and its server, with a way in: what every work is done with. */
export interface Line {
  readonly context: DeviceContext;
  readonly session: Session;
  readonly server: ServerPort;
  readonly access: Access;
}

export type Outcome<T = void> = Result<T, Failure>;

export const differs: Failure = { type: 'Differs' };
export const newerVersion: Failure = { type: 'NewerVersion' };

/** Read whole; something of it was not taken over, and is asked for again. */
export const isLeftThere = ({ type }: Failure): boolean => type === 'Differs' || type === 'NewerVersion';

/**
 * Through the writer tab: on both sides, or not at all. What began before this device locked stores nothing any more: after it was
 * unlocked, others do the same work, and neither would know of what the other takes in (a circle that says what was erased).
 */
export async function keep({ context, session }: Line, records: readonly StoredRecord[]): Promise<Outcome> {
  if (context.session !== session || session.closing) return err({ type: 'Unreachable' });
  if (records.length === 0) return ok(undefined);
  const stored = await storeRecords(context, records);
  return stored.ok ? stored : err({ type: 'NotStored', problem: stored.error.problem });
}

/** Some entries of a stream, and the offset behind them. */
interface Part {
  readonly entries: readonly Bytes[];
  readonly next: string;
  readonly isLast: boolean;
}

/**
 * Everything of a stream behind an offset, part by part. While one is taken in the next is on its way, and `prepare` may begin with it:
 * a broken line costs only that. Gives the offset where the next reading begins.
 */
export async function readStream(
  { server, access }: Pick<Line, 'server' | 'access'>,
  path: string,
  from: string,
  take: (entries: readonly Bytes[], next: string) => Promise<Outcome>,
  prepare: (entries: readonly Bytes[]) => void = () => {},
): Promise<Outcome<string>> {
  const read = async (offset: string): Promise<Outcome<Part>> => {
    const chunk = await server.read(access, path, { offset, wait: false });
    if (!chunk.ok) return chunk;
    const { bytes, next, upToDate } = chunk.value;
    // Nothing there, and yet another end than the one that was told before: the server went back (SPEC 20).
    if (bytes.length === 0 && next !== offset && offset !== START) return err({ type: 'Refused', code: 'OtherEpoch' });
    const entries = splitCborSequence(bytes);
    if (!entries) return err(differs);
    prepare(entries);
    return ok({ entries, next, isLast: upToDate || next === offset });
  };
  for (let reading = read(from); ;) {
    const part = await reading;
    if (!part.ok) return part;
    const { entries, next, isLast } = part.value;
    if (!isLast) reading = read(next);
    // Heard of when its turn comes; should this one not be taken in, never.
    reading.catch(() => undefined);
    const taken = await take(entries, next);
    if (!taken.ok) return taken;
    if (isLast) return ok(next);
  }
}

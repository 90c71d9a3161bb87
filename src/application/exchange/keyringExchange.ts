import type { MemberId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import { isSameBytes, type Bytes } from '../../protocol/bytes.ts';
import { entrySeq, keyringPath } from '../../protocol/exchange/paths.ts';
import { START } from '../../core/sync/syncState.ts';
import { keyringKey } from '../documents/keyringKey.ts';
import { knowKeyring } from '../documents/keyrings.ts';
import { differs, keep, newerVersion, readStream, type Line, type Outcome } from './line.ts';

/**
 * A member's keyring as the server has it now, stored when it goes on from what was known here. One that does not is not believed.
 * Gives how many entries there are.
 */
async function takeKeyring(line: Line, member: MemberId): Promise<Outcome<number>> {
  const { session, context } = line;
  const there = await readEntries(line, member);
  if (!there.ok) return there;
  const here = await storedEntries(line, member);
  if (!isContinuation(here, there.value)) return err(differs);
  const fresh = there.value.slice(here.length);
  const count = there.value.length;
  if (fresh.length === 0) return ok(count);
  const read = await knowKeyring(there.value);
  if (!read.ok) return err(read.error.type === 'NewerVersion' ? newerVersion : differs);
  const known = read.value;
  if (known.keyring.member !== member) return err(differs);
  const kept = await keep(
    line,
    fresh.map((bytes, at) => ({ table: 'keyring', key: keyringKey(member, here.length + at), bytes })),
  );
  if (!kept.ok) return kept;
  session.keyrings.set(member, known);
  if (member === session.member) session.keyring = known.keyring;
  context.link.tell({ type: 'keyring', member });
  return ok(count);
}

export async function fetchKeyring(line: Line, member: MemberId): Promise<Outcome> {
  const taken = await takeKeyring(line, member);
  return taken.ok ? ok(undefined) : taken;
}

/** The own keyring both ways: what another device of this person added comes in, what was added here goes out. */
export async function exchangeOwnKeyring(line: Line): Promise<Outcome> {
  const { session, server, access } = line;
  const fetched = await takeKeyring(line, session.member);
  if (!fetched.ok) return fetched;
  const here = await storedEntries(line, session.member);
  for (let n = fetched.value; n < here.length; n++) {
    const sent = await server.append(access, keyringPath(session.member), here[n]!, entrySeq(n));
    if (!sent.ok) return sent;
  }
  return ok(undefined);
}

export const storedEntries = async ({ context }: Pick<Line, 'context'>, member: MemberId): Promise<readonly Bytes[]> =>
  (await context.ports.database.list('keyring', `${member}/`)).map(({ bytes }) => bytes);

async function readEntries(line: Line, member: MemberId): Promise<Outcome<readonly Bytes[]>> {
  const entries: Bytes[] = [];
  const read = await readStream(line, keyringPath(member), START, async (part) => {
    entries.push(...part);
    return ok(undefined);
  });
  return read.ok ? ok(entries) : read;
}

/** The same as far as both go. */
const isContinuation = (here: readonly Bytes[], there: readonly Bytes[]): boolean =>
  there.every((bytes, n) => n >= here.length || isSameBytes(bytes, here[n]!));

import { err, ok, type Result } from '../../core/shared/result.ts';
import { START } from '../../core/sync/syncState.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { splitCborSequence } from '../../protocol/cbor.ts';
import { messagesPath } from '../../protocol/exchange/paths.ts';
import type { Refusal } from '../../protocol/exchange/refusals.ts';
import type { Access, Ports, ServerPort, ServerProblem } from '../ports.ts';
import { pause } from './pause.ts';

const TRY_AGAIN = 5_000;

/** How to get in, asked at every step: a token may be over by then. */
type GetAccess = () => Promise<Result<Access, ServerProblem>>;

export interface Talk {
  readonly server: ServerPort;
  readonly ports: Pick<Ports, 'clock' | 'network'>;
  readonly id: string;
  readonly access: GetAccess;
  readonly signal: AbortSignal;
  /** Whether the server could be asked. */
  readonly onLine: (reached: boolean) => void;
}

/**
 * Listens to an invitation until `hear`, given everything that was said so far, wants no more; waits for news, and for the network.
 * Fails only when the server refuses.
 */
export async function listen(
  talk: Talk,
  hear: (said: readonly Bytes[]) => Promise<'more' | 'enough'>,
): Promise<Result<'enough' | 'stopped', Refusal>> {
  const said: Bytes[] = [];
  let offset = START;
  let isFirst = true;
  while (!talk.signal.aborted) {
    const chunk = await readFrom(talk, offset, !isFirst);
    if (talk.signal.aborted) break;
    if (!chunk.ok) {
      if (chunk.error.type === 'Refused') return err(chunk.error.code);
      talk.onLine(false);
      await pause(talk.ports, TRY_AGAIN, talk.signal);
      continue;
    }
    talk.onLine(true);
    const parts = splitCborSequence(chunk.value.bytes) ?? [];
    said.push(...parts);
    offset = chunk.value.next;
    if ((isFirst || parts.length > 0) && (await hear(said)) === 'enough') return ok('enough');
    isFirst = false;
  }
  return ok('stopped');
}

async function readFrom({ server, access, id, signal }: Talk, offset: string, wait: boolean) {
  const way = await access();
  return way.ok ? await server.read(way.value, messagesPath(id), { offset, wait, signal }) : way;
}

export async function say(
  { server, access, id }: Pick<Talk, 'server' | 'access' | 'id'>,
  sealed: Bytes,
): Promise<Result<void, ServerProblem>> {
  const way = await access();
  const sent = way.ok ? await server.append(way.value, messagesPath(id), sealed) : way;
  return sent.ok ? ok(undefined) : sent;
}

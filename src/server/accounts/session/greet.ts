import { err, ok, type Result } from '../../../core/shared/result.ts';
import { parseAuthorization } from '../../../protocol/exchange/credentials.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { Limits } from '../../limits/limits.ts';
import { addressOf } from '../../limits/addressOf.ts';
import { createTokenBuckets } from '../../limits/tokenBuckets.ts';
import type { Store } from '../../store/port.ts';
import { openLink } from '../keyrings/beginKeyring.ts';
import type { ServerSeal } from './seal.ts';
import { readToken } from './token.ts';

/** What is known of a request before its body is read. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The other end of the connection. */
  readonly address: string;
}

/** Before a body is read: who has nothing to show, or asks too much, costs no memory and no verifying. */
export interface Greet {
  readonly anyone: (arrival: Arrival) => Result<void, Refusal>;
  /** With a valid token or link; what that device may do is decided later. */
  readonly known: (arrival: Arrival) => Result<void, Refusal>;
}

export function createGreet(
  { store, seal, now }: { readonly store: Store; readonly seal: ServerSeal; readonly now: () => number },
  limits: Limits,
): Greet {
  const addresses = createTokenBuckets(limits.address);
  const devices = createTokenBuckets(limits.device);
  const documents = createTokenBuckets(limits.document);
  const anyone: Greet['anyone'] = ({ address, headers }) =>
    addresses.take(addressOf(address, headers['x-forwarded-for']), now()) ? ok(undefined) : err('TooMany');
  return {
    anyone,
    known: (arrival) => {
      const greeted = anyone(arrival);
      if (!greeted.ok) return greeted;
      const credential = parseAuthorization(arrival.headers['authorization'] as string | undefined);
      if (credential === undefined) return err('NoSession');
      if (credential.type !== 'session') {
        const link = store.read((tx) => openLink(tx, credential, now()));
        return link.ok ? ok(undefined) : link;
      }
      const facts = readToken(seal, credential.token, now());
      if (!facts.ok) return facts;
      if (!devices.take(facts.value.device, now())) return err('TooMany');
      const doc = arrival.method === 'POST' ? /^\/v1\/doc\/([\w-]{22})\//.exec(arrival.path)?.[1] : undefined;
      return doc === undefined || documents.take(doc, now()) ? ok(undefined) : err('TooMany');
    },
  };
}

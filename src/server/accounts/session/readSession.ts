import { err, type Result } from '../../../core/shared/result.ts';
import { parseAuthorization } from '../../../protocol/exchange/credentials.ts';
import type { ServerSeal } from './seal.ts';
import { readToken, type TokenFacts } from './token.ts';

/** The device behind a request, when its token may do this. A service worker's token reads and delivers; people do the rest. */
export function readSession(
  seal: ServerSeal,
  authorization: string | string[] | undefined,
  may: 'anySession' | 'fullSession',
  now: number,
): Result<TokenFacts, 'NoSession' | 'SessionExpired' | 'NotAllowed'> {
  const credential = parseAuthorization(authorization as string | undefined);
  if (credential?.type !== 'session') return err('NoSession');
  const facts = readToken(seal, credential.token, now);
  return facts.ok && may === 'fullSession' && facts.value.scope !== 'full' ? err('NotAllowed') : facts;
}

import type { DeviceId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { SessionScope } from '../../../protocol/exchange/paths.ts';
import type { ServerSeal } from './seal.ts';

/** A token says which device it is and for what; whether that device is still welcome is looked up with every request. */
export interface TokenFacts {
  readonly device: DeviceId;
  readonly scope: SessionScope;
}

export const TOKEN_SECONDS: Readonly<Record<SessionScope, number>> = { full: 60 * 60, leaving: 10 * 60, worker: 30 * 24 * 60 * 60 };

export const makeToken = (seal: ServerSeal, { device, scope }: TokenFacts, now: number): string =>
  seal.mark('token', `${device}.${scope}.${Math.floor(now / 1000) + TOKEN_SECONDS[scope]}`);

export function readToken(seal: ServerSeal, token: string, now: number): Result<TokenFacts, 'NoSession' | 'SessionExpired'> {
  const [device, scope, expires] = seal.unmark('token', token)?.split('.') ?? [];
  if (device === undefined) return err('NoSession');
  if (Number(expires) * 1000 < now) return err('SessionExpired');
  return ok({ device: device as DeviceId, scope: scope === 'full' || scope === 'leaving' ? scope : 'worker' });
}

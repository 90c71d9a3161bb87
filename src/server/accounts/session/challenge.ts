import { randomBytes } from 'node:crypto';
import type { ServerSeal } from './seal.ts';

/** How long a device may take to sign, by the server's own clock: a device with a wrong clock gets in like any other. */
const CHALLENGE_MS = 60_000;

export const makeChallenge = (seal: ServerSeal, now: number): string =>
  seal.mark('challenge', `${now}.${randomBytes(16).toString('base64url')}`);

/** Whether we gave this out within the last minute. A clock that was set back makes older ones valid for no longer than that. */
export function isFreshChallenge(seal: ServerSeal, challenge: string, now: number): boolean {
  const text = seal.unmark('challenge', challenge);
  return text !== undefined && Math.abs(now - Number(text.split('.', 1)[0])) <= CHALLENGE_MS;
}

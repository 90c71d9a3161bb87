import type * as v from 'valibot';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { isSignedBy } from '../../../crypto/verification/isSignedBy.ts';
import { concatBytes } from '../../../protocol/bytes.ts';
import { sessionMessage } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { sessionRequestShape, sessionShape } from '../../../protocol/exchange/shapes.ts';
import { idToBytes } from '../../../protocol/wireShapes.ts';
import type { Store } from '../../store/port.ts';
import { admitDevice, admitLeaving, noteSeen } from '../keyrings/devices.ts';
import { isFreshChallenge } from './challenge.ts';
import type { ServerSeal } from './seal.ts';
import { makeToken, TOKEN_SECONDS } from './token.ts';

/** A device signs what we gave it, and gets a token: nothing about it is remembered but the day. */
export async function openSession(
  { store, seal }: { readonly store: Store; readonly seal: ServerSeal },
  { device, challenge, scope, signature }: v.InferOutput<typeof sessionRequestShape>,
  now: number,
): Promise<Result<v.InferOutput<typeof sessionShape>, Refusal>> {
  if (!isFreshChallenge(seal, challenge, now)) return err('ChallengeExpired');
  const message = concatBytes(new TextEncoder().encode(sessionMessage(challenge, device, scope)));
  if (!(await isSignedBy(device, message, idToBytes(signature)))) return err('NotASignature');
  const known = await store.write((tx) => {
    const admitted = scope === 'leaving' ? admitLeaving(tx, device) : admitDevice(tx, device);
    if (admitted.ok) noteSeen(tx, device, now);
    return admitted;
  });
  if (!known.ok) return known;
  return ok({ token: makeToken(seal, { device, scope }, now), seconds: TOKEN_SECONDS[scope], member: known.value.member });
}

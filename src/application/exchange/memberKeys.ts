import { importAgreementKeys, type AgreementKeys } from '../../crypto/keys.ts';
import { openMemberSecrets } from '../../crypto/memberSecrets.ts';
import type { Session } from '../device/deviceContext.ts';

/** This member's keys, by generation: what others seal to them opens with one of these. */
export async function memberKeysOf({ keyring, keys }: Pick<Session, 'keyring' | 'keys'>): Promise<ReadonlyMap<number, AgreementKeys>> {
  const secrets = await openMemberSecrets(keyring, keys);
  return new Map(
    await Promise.all([...secrets].map(async ([generation, secret]) => [generation, await importAgreementKeys(secret)] as const)),
  );
}

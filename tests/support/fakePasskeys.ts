import type { Passkeys } from '../../src/application/ports.ts';
import { err, ok } from '../../src/core/shared/result.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface FakePasskeys extends Passkeys {
  /** What the person, or the device, does at the next asking. */
  answer: 'yes' | 'stop' | 'noPrf';
  /** Those it still has. */
  readonly ids: () => readonly string[];
  /** How each was listed. */
  readonly labels: string[];
}

/** A device that derives by HMAC what real ones derive in hardware. */
export function createFakePasskeys({ isOffered = true }: { readonly isOffered?: boolean } = {}): FakePasskeys {
  const secrets = new Map<string, Bytes>();
  let made = 0;
  const fake: FakePasskeys = {
    answer: 'yes',
    ids: () => [...secrets.keys()],
    labels: [],
    isOffered: async () => isOffered,
    make: async (label, salt) => {
      if (fake.answer !== 'yes') return err({ type: fake.answer === 'stop' ? 'PasskeyStopped' : 'PasskeyUnsupported' });
      made += 1;
      const id = new Uint8Array(16).fill(made);
      const secret = new Uint8Array(32).fill(100 + made);
      secrets.set(String(id), secret);
      fake.labels.push(label);
      return ok({ id, output: await derive(secret, salt) });
    },
    ask: async (id, salt) => {
      const secret = secrets.get(String(id));
      if (fake.answer === 'stop' || !secret) return err({ type: 'PasskeyStopped' });
      return ok(await derive(secret, salt));
    },
    forget: async (id) => void secrets.delete(String(id)),
  };
  return fake;
}

async function derive(secret: Bytes, salt: Bytes): Promise<Bytes> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, salt));
}

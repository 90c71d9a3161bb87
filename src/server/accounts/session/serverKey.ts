import { randomBytes } from 'node:crypto';
import type { Store } from '../../store/port.ts';
import { createServerSeal, type ServerSeal } from './seal.ts';

/** Made once and kept with the data, so that tokens outlive a restart. */
export async function openServerSeal(store: Store): Promise<ServerSeal> {
  const key = await store.write((tx) => {
    tx.run(`INSERT OR IGNORE INTO server_key (name, bytes) VALUES ('session', ?)`, randomBytes(32));
    return tx.get<{ bytes: Uint8Array }>(`SELECT bytes FROM server_key WHERE name = 'session'`)?.bytes;
  });
  return createServerSeal(key as Uint8Array);
}

import { hkdfSync, randomBytes } from 'node:crypto';
import type { Store } from '../../store/port.ts';

/** One key for one purpose, so that what is made for one can pass for nothing of another. */
export type ServerKeyFor = (purpose: 'session' | 'inbox', length: number) => Uint8Array;

/** The server's own secret. Made once and kept with the data, so that tokens and offsets outlive a restart. */
export async function openServerKey(store: Store): Promise<ServerKeyFor> {
  const key = await store.write((tx) => {
    tx.run(`INSERT OR IGNORE INTO server_key (name, bytes) VALUES ('server', ?)`, randomBytes(32));
    return tx.get<{ bytes: Uint8Array }>(`SELECT bytes FROM server_key WHERE name = 'server'`)?.bytes as Uint8Array;
  });
  return (purpose, length) => new Uint8Array(hkdfSync('sha256', key, '', `knooppunt/server/v1/${purpose}`, length));
}

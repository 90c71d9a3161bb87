import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, ok } from '../../../src/core/shared/result.ts';
import { createServer } from '../../../src/server/createServer.ts';
import type { Store } from '../../../src/server/store/port.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/sqliteStore.ts';
import { createStreamHandler } from '../../../src/server/streams/handleStreams.ts';
import { ALL, type StreamContext, type Tenant } from '../../../src/server/streams/tenant.ts';

export interface Streams {
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  readonly store: Store;
  readonly stop: () => Promise<void>;
}

/** The protocol alone: real server, real store, and a tenant made for the test. */
export async function startStreams<P>(tenant: Tenant<P>, context: Partial<StreamContext> = {}): Promise<Streams> {
  const folder = mkdtempSync(join(tmpdir(), 'streams-'));
  const stopping = new AbortController();
  const store = openSqliteStore(folder, {
    onBroken: (error) => {
      throw error;
    },
  });
  const full: StreamContext = {
    store,
    now: Date.now,
    pollMilliseconds: 5_000,
    eventMilliseconds: 60_000,
    bodyLimit: 100_000,
    stopping: stopping.signal,
    ...context,
  };
  const server = createServer(folder, createStreamHandler(full, [tenant]));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    store,
    stop: async () => {
      stopping.abort();
      server.close();
      server.closeAllConnections();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The words of a body, as messages. */
const wordsOf = (body: Uint8Array): readonly string[] => new TextDecoder().decode(body).match(/\S+\s/g) ?? [];

/** A tenant as the cases' are: signed before, decided within, each word stored once; 'readers' may be changed while the server runs. */
export function createWordTenant(readers: Set<string> = new Set(['all'])): Tenant<readonly string[]> {
  return {
    match: (path) => path.startsWith('/words/'),
    prepare: async ({ body }) => (wordsOf(body).includes('unsigned ') ? err('NotASignature') : ok(wordsOf(body))),
    admit: (tx, words, { path }) => {
      const fresh = words.filter((word) => tx.get('SELECT 1 FROM meta WHERE name = ?', path + word) === undefined);
      for (const word of fresh) tx.run('INSERT INTO meta VALUES (?, ?)', path + word, '');
      if (words.includes('stranger ')) return err('NotAMember');
      return ok(fresh.map((word) => new TextEncoder().encode(word)));
    },
    mayRead: async () => (readers.has('all') ? ok(ALL) : err('NotAMember')),
    perishable: false,
    goneOffset: 'OtherEpoch',
  };
}

import { join } from 'node:path';
import { makeSetupLink } from './accounts/setup/setupLinks.ts';
import { openSqliteStore } from './store/sqlite/sqliteStore.ts';

/*
 * `npm run invite-organisation`: prints a link with which one person founds one more organisation on this server, once and within 7
 * days. The server may run meanwhile. KNOOPPUNT_URL: where people reach it.
 */
const folder = process.env['KNOOPPUNT_DATA'] ?? join(import.meta.dirname, '../../data');
const url = process.env['KNOOPPUNT_URL'] ?? `http://localhost:${process.env['PORT'] ?? 4180}`;

const store = openSqliteStore(folder, {
  onBroken: (error) => {
    throw error;
  },
});
const secret = await store.write((tx) => makeSetupLink(tx, 'further', Date.now()));
await store.close();
process.stdout.write(`${url.replace(/\/$/, '')}/#setup=${secret}\n`);

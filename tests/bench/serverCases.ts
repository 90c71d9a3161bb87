import { createBrowserClock } from '../../src/adapters/browser/clock.ts';
import { createHttpServer } from '../../src/adapters/http/server.ts';
import { deliverKeyring } from '../../src/application/exchange/connect.ts';
import { openAccess } from '../../src/application/exchange/access.ts';
import { createDocument } from '../../src/application/documents/createDocument.ts';
import type { StoredRecord } from '../../src/application/ports.ts';
import { freshCaseId } from '../../src/crypto/ids.ts';
import type { OpenedEnvelope } from '../../src/core/document/operation.ts';
import type { CaseId } from '../../src/core/shared/ids.ts';
import { joinBytes } from '../../src/protocol/bytes.ts';
import { streamPath } from '../../src/protocol/exchange/paths.ts';
import { makeOneYearLog } from '../support/oneYearLog.ts';
import { found, must, startTeller, type Teller } from '../support/exchangeStory.ts';
import type { TestServer } from '../support/testServer.ts';
import { oneYear } from './oneYear.ts';
import { sealLog } from './page/seed.ts';

/** Envelopes in one request. */
const AT_ONCE = 50;

/** One-year cases of one person on a server, and the code on paper with which a new device of that person gets in. */
export async function seedServer(server: TestServer, count: number): Promise<{ readonly code: string; readonly cases: readonly CaseId[] }> {
  const noor = await startTeller('Noor', createHttpServer(server.url()), { clock: createBrowserClock() });
  try {
    await found(noor, server.setupSecret()!);
    const code = must(await noor.device.makeRecoveryCode());
    await deliverKeyring(noor.context);
    const log = makeOneYearLog(oneYear);
    const cases: CaseId[] = [];
    for (let index = 0; index < count; index++) cases.push(await seedCase(noor, log));
    return { code, cases };
  } finally {
    noor.close();
  }
}

/** Straight to the server, as an old device of this person once delivered it. */
async function seedCase({ context, session }: Teller, log: readonly OpenedEnvelope[]): Promise<CaseId> {
  const { ports } = context;
  const server = ports.server!;
  const caseId = freshCaseId(ports.random.bytes);
  const { indexed, records } = await createDocument(ports, session(), { kind: 'plan', caseId, operations: [] });
  const stored = records.filter(({ table }) => table !== 'envelope' && table !== 'outbox');
  await context.link.ask({ type: 'write', records: stored });
  const sealed = (await sealLog(ports, session(), indexed.doc, log)).filter(({ table }) => table === 'envelope');
  const access = must(await openAccess(context));
  must(await server.create(access, streamPath(indexed.doc, 'roster'), bytesOf(stored.filter(({ table }) => table === 'roster'))));
  for (let at = 0; at < sealed.length; at += AT_ONCE)
    must(await server.append(access, streamPath(indexed.doc, 'log'), bytesOf(sealed.slice(at, at + AT_ONCE))));
  return caseId;
}

const bytesOf = (records: readonly StoredRecord[]) => joinBytes(records.map(({ bytes }) => bytes));

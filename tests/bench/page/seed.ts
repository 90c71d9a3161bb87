import { openLockbox } from '../../../src/crypto/lockbox.ts';
import { sealEnvelope } from '../../../src/crypto/envelope.ts';
import { freshCaseId, freshIncarnation } from '../../../src/crypto/ids.ts';
import { importDocumentKey } from '../../../src/crypto/keys.ts';
import type { Session } from '../../../src/application/device/deviceContext.ts';
import { openSession, readDeviceRecord } from '../../../src/application/device/session.ts';
import { createDocument } from '../../../src/application/documents/createDocument.ts';
import { readEpochSecrets } from '../../../src/application/documents/documentRecord.ts';
import { envelopeKey } from '../../../src/application/documents/envelopeRecords.ts';
import { readCircle } from '../../../src/application/documents/circle.ts';
import type { Journal, Ports, StoredRecord } from '../../../src/application/ports.ts';
import type { OpenedEnvelope } from '../../../src/core/document/operation.ts';
import type { CaseId, DeviceId, DocumentId, EnvelopeHash } from '../../../src/core/shared/ids.ts';
import { makeOneYearLog } from '../../support/oneYearLog.ts';
import type { OneYearOptions } from '../../support/oneYearSaves.ts';
import { createRewriting } from './rewrite.ts';

/** How many cases of which size. */
export type SeedPlan = readonly { readonly count: number; readonly options: OneYearOptions }[];

type BenchPorts = Ports & { readonly journal: Journal };

/** Cases as the application itself would have stored them, sealed and signed; the log of each size is made once and sealed per case. */
export async function seedCases(ports: BenchPorts, passphrase: string, plan: SeedPlan): Promise<readonly (readonly CaseId[])[]> {
  await ports.database.open();
  await ports.journal.open();
  const session = await unlockAlone(ports, passphrase);
  const made: (readonly CaseId[])[] = [];
  for (const { count, options } of plan) {
    const log = makeOneYearLog(options);
    const cases: CaseId[] = [];
    for (let index = 0; index < count; index++) cases.push(await seedCase(ports, session, log));
    made.push(cases);
  }
  await ports.journal.close();
  ports.database.close();
  return made;
}

async function unlockAlone({ database, keyDerivation, ...ports }: BenchPorts, passphrase: string): Promise<Session> {
  const record = await readDeviceRecord(database);
  if (typeof record === 'string') throw new Error('set the device up first');
  const secret = await openLockbox(record.passphraseLockbox, 'passphrase', await keyDerivation.derive(passphrase, record.kdf));
  if (!secret.ok) throw new Error(secret.error.type);
  return await openSession({ ...ports, database, keyDerivation }, secret.value);
}

async function seedCase(ports: BenchPorts, session: Session, log: readonly OpenedEnvelope[]): Promise<CaseId> {
  const caseId = freshCaseId(ports.random.bytes);
  const { indexed, records } = await createDocument(ports, session, { kind: 'plan', caseId, operations: [] });
  // Its own first envelope says nothing; the log begins instead.
  await store(
    ports,
    records.filter(({ table }) => table !== 'envelope' && table !== 'outbox'),
  );
  await store(ports, await sealLog(ports, session, indexed.doc, log));
  return caseId;
}

/** Every device of the log becomes a chain of this one: the same order, the same concurrency, signatures that this device verifies. */
export async function sealLog(
  { database, random }: Pick<Ports, 'database' | 'random'>,
  session: Session,
  doc: DocumentId,
  log: readonly OpenedEnvelope[],
): Promise<readonly StoredRecord[]> {
  const roster = (await readCircle(database, session, doc))?.roster;
  const [secret] = (await readEpochSecrets(database, session.vault, doc)) ?? [];
  if (!roster || !secret) throw new Error('the document was not stored');
  const documentKey = await importDocumentKey(doc, ...secret);
  const rewrite = createRewriting(session.member);
  const incarnations = new Map<DeviceId, string>();
  const records: StoredRecord[] = [];
  for (const { hash, device, seq, parents, wall, lamport, ops } of log) {
    const incarnation = incarnations.get(device) ?? freshIncarnation(random.bytes);
    incarnations.set(device, incarnation);
    const sealed = await sealEnvelope(
      {
        incarnation,
        seq,
        parents: parents.map(rewrite.hash),
        roster: { n: roster.n, hash: roster.hash },
        payload: { wall, lamport, ops: ops.map(rewrite.operation) },
      },
      { device: session.keys, documentKey, random: random.bytes },
    );
    rewrite.note(hash, sealed.hash satisfies EnvelopeHash);
    const key = envelopeKey(doc, `${session.keys.id}/${incarnation}`, seq);
    records.push({ table: 'envelope', key, bytes: sealed.bytes }, { table: 'outbox', key, bytes: new Uint8Array() });
  }
  return records;
}

async function store({ database, journal }: BenchPorts, records: readonly StoredRecord[]): Promise<void> {
  const mark = journal.markAfter(records);
  await journal.append(records);
  await database.put(records, mark);
}

import { createDocument } from '../../src/application/documents/createDocument.ts';
import type { Access } from '../../src/application/ports.ts';
import { freshCaseId } from '../../src/crypto/ids.ts';
import { joinBytes } from '../../src/protocol/bytes.ts';
import { streamPath } from '../../src/protocol/exchange/paths.ts';
import type { Teller } from './exchangeStory.ts';

/** An organisation on the server and on the founder's device: what lets a person make documents there. */
export async function foundOrganisation({ context, session }: Teller, access: Access): Promise<void> {
  const { ports } = context;
  const made = await createDocument(ports, session(), { kind: 'organisation', caseId: freshCaseId(ports.random.bytes), operations: [] });
  const roster = made.records.filter(({ table }) => table === 'roster').map(({ bytes }) => bytes);
  const created = await ports.server!.create(access, streamPath(made.indexed.doc, 'roster'), joinBytes(roster));
  if (!created.ok) throw new Error(`no organisation: ${JSON.stringify(created.error)}`);
  await context.link.ask({ type: 'write', records: made.records });
  session().documents.set(made.indexed.doc, made.indexed);
}

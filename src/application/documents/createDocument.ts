import { foldRoster } from '../../core/circle/foldRoster.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { DocumentKind, RosterHash } from '../../core/circle/rosterEntry.ts';
import type { Operation } from '../../core/document/operation.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { sealEpoch } from '../../crypto/epochs.ts';
import { sealEnvelope } from '../../crypto/envelope.ts';
import { freshDocumentId } from '../../crypto/ids.ts';
import { freshEpochSecret, importDocumentKey } from '../../crypto/keys.ts';
import { signRosterEntry } from '../../crypto/signRosterEntry.ts';
import type { Ports, StoredRecord } from '../ports.ts';
import type { Session } from '../device/deviceContext.ts';
import type { IndexedDocument } from './document.ts';
import { documentRecord } from './documentRecord.ts';
import { envelopeRecords } from './envelopeRecords.ts';
import { rosterKey } from './rosterKey.ts';

/**
 * A new document with its founder as lead: key, roster and first envelope, to be stored together. The first number is given
 * out here and not by the writer tab, because nobody else can know this document yet (SPEC rule 2).
 */
export async function createDocument(
  { random, clock }: Ports,
  session: Session,
  { kind, caseId, operations }: { readonly kind: DocumentKind; readonly caseId: CaseId; readonly operations: readonly Operation[] },
): Promise<{ readonly indexed: IndexedDocument; readonly records: readonly StoredRecord[] }> {
  const doc = freshDocumentId(random.bytes);
  const indexed = { doc, kind, caseId };
  const secret = freshEpochSecret(random.bytes);
  const documentKey = await importDocumentKey(doc, 0, secret);
  const genesis = await signGenesis(session, indexed, secret, clock.now(), random.bytes);
  const { bytes } = await sealEnvelope(
    {
      incarnation: session.incarnation,
      seq: 0,
      parents: [],
      roster: { n: 0, hash: genesis.hash },
      payload: { wall: clock.now(), lamport: 1, ops: operations },
    },
    { device: session.keys, documentKey, random: random.bytes },
  );
  const records: readonly StoredRecord[] = [
    await documentRecord(session.vault, indexed, [[0, secret]], random.bytes),
    { table: 'roster', key: rosterKey(doc, 0), bytes: genesis.bytes },
    ...envelopeRecords(session, doc, 0, bytes),
  ];
  return { indexed, records };
}

async function signGenesis(
  session: Session,
  { doc, kind, caseId }: IndexedDocument,
  secret: Uint8Array<ArrayBuffer>,
  wall: number,
  random: Ports['random']['bytes'],
) {
  const { member, keyring } = session;
  const generation = keyring.generations.length - 1;
  const reader = { member, generation, publicKey: keyring.generations[generation]!.publicKey };
  return await signRosterEntry(
    {
      doc: doc satisfies DocumentId,
      n: 0,
      previous: null,
      by: member,
      wall,
      change: { type: 'genesis', kind, caseId },
      keyring: session.keyringBegin,
      epoch: await sealEpoch({ doc, epoch: 0, secret, previous: null }, [reader], random),
      welcome: null,
    },
    session.keys,
  );
}

/** The circle of a document that its founder is about to make: for deciding what goes into it first. */
export const foundRoster = ({ member }: Session, caseId: CaseId): Roster => {
  const genesis = {
    n: 0,
    hash: '' as RosterHash,
    previous: null,
    doc: '' as DocumentId,
    by: member,
    wall: 0,
    type: 'genesis',
    kind: 'plan',
    caseId,
  } as const;
  const roster = foldRoster([genesis]);
  if (!roster.ok) throw new Error('a genesis is a roster');
  return roster.value;
};

import type { DocumentId } from '../../core/shared/ids.ts';
import type { Session } from '../device/deviceContext.ts';
import type { StoredRecord } from '../ports.ts';

/** Where an envelope is stored; `chain` is `${device}/${incarnation}`. Sorts in the order of the chain. */
export const envelopeKey = (doc: DocumentId, chain: string, seq: number): string => `${doc}/${chain}/${String(seq).padStart(10, '0')}`;

export const ownChain = ({ keys, incarnation }: Session): `${string}/${string}` => `${keys.id}/${incarnation}`;

/** An own envelope and its place in the outbox: stored together, or not at all. */
export function envelopeRecords(session: Session, doc: DocumentId, seq: number, bytes: Uint8Array<ArrayBuffer>): readonly StoredRecord[] {
  const key = envelopeKey(doc, ownChain(session), seq);
  return [
    { table: 'envelope', key, bytes },
    { table: 'outbox', key, bytes: new Uint8Array() },
  ];
}

import type { OpenedEnvelope, Operation } from '../../../src/core/document/operation.ts';
import type { EntityId, EnvelopeHash, MemberId, OperationId } from '../../../src/core/shared/ids.ts';
import { memberOf } from '../../support/oneYearWrites.ts';

/** Turns the log's invented members into this device's own, and its invented hashes into those that sealing gave. */
export interface Rewriting {
  readonly hash: (hash: EnvelopeHash) => EnvelopeHash;
  readonly operation: (operation: OpenedEnvelope['ops'][number]) => Operation;
  readonly note: (invented: EnvelopeHash, real: EnvelopeHash) => void;
}

export function createRewriting(member: MemberId): Rewriting {
  const hashes = new Map<EnvelopeHash, EnvelopeHash>();
  const toReal = (hash: EnvelopeHash): EnvelopeHash => {
    const real = hashes.get(hash);
    if (real === undefined) throw new Error('an envelope of the log names one that comes later');
    return real;
  };
  const name = (text: string): string => text.replaceAll(INVENTED, member);
  const rewritePred = (pred: OperationId): OperationId => {
    const [hash, index] = pred.split('/') as [EnvelopeHash, string];
    return `${toReal(hash)}/${index}` as OperationId;
  };
  return {
    hash: toReal,
    note: (invented, real) => void hashes.set(invented, real),
    operation: (operation) => {
      const [type, entity, field, value, preds] = operation as Operation;
      if (type === 'text') return [type, name(entity) as EntityId, name(field), value as Uint8Array];
      const written = typeof value === 'string' ? name(value) : (value as null | boolean | number);
      return [type, name(entity) as EntityId, name(field), written, (preds as readonly OperationId[]).map(rewritePred)];
    },
  };
}

const INVENTED = new RegExp(memberOf(0).replace('0', '\\d'), 'g');

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Payload } from '../../src/core/document/operation.ts';
import type { EntityId, OperationId } from '../../src/core/shared/ids.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { decodePayload, encodePayload } from '../../src/protocol/payload.ts';
import { filledBytes, hashOf, someMember, somePayload } from '../support/cryptoFixtures.ts';

const entity = fc.constantFrom('family', `goal.${someMember}.AAAA`, 'authority.child.x.caregiver.y').map((id) => id as EntityId);
const field = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const value = fc.oneof(fc.constant(null), fc.boolean(), fc.maxSafeInteger(), fc.string({ unit: 'grapheme' }));
const preds = fc.array(
  fc.tuple(fc.nat(255), fc.nat(2_000)).map(([hash, index]) => `${hashOf(hash)}/${index}` as OperationId),
  { maxLength: 4 },
);
const operation = fc.oneof(
  fc.tuple(fc.constant('set' as const), entity, field, value, preds),
  fc.tuple(
    fc.constant('text' as const),
    entity,
    field,
    fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
  ),
  fc.tuple(fc.constantFrom('lock', 'move'), fc.string(), fc.array(fc.nat())),
);
const payload: fc.Arbitrary<Payload> = fc.record({
  wall: fc.maxSafeNat(),
  lamport: fc.maxSafeNat(),
  ops: fc.array(operation, { maxLength: 6 }),
});

describe('payload', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(payload, (given) => {
        expect(decodePayload(encodePayload(given))).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  it('names a pred in 36 bytes', () => {
    const withPreds = (count: number): Payload => ({
      ...somePayload,
      ops: [
        ['set', 'family' as EntityId, 'name', 'x', Array.from({ length: count }, (_, index) => `${hashOf(1)}/${index}` as OperationId)],
      ],
    });
    expect(encodePayload(withPreds(11)).length - encodePayload(withPreds(1)).length).toBe(360);
  });

  it('keeps a known kind with contents that do not fit, as unreadable: it must not block the rest', () => {
    const good = ['set', 'family', 'name', 'x', []];
    const bad = ['set', 'family', 'name', [1], []];
    expect(decodePayload(encodeCbor([1, 1, [bad, good]]))?.ops).toEqual([['unreadable', ...bad], good]);
    const wrongPred = ['set', 'family', 'name', 'x', [[filledBytes(1, 31), 0]]];
    expect(decodePayload(encodeCbor([1, 1, [wrongPred]]))?.ops[0]?.[0]).toBe('unreadable');
    expect(decodePayload(encodeCbor([1, 1, [['text', 'family', 'analysis', 'no bytes']]]))?.ops[0]?.[0]).toBe('unreadable');
  });

  it.each([[[]], [[1, 1]], [[-1, 1, []]], [[1, 1.5, []]], [[1, 1, [[]]]], [[1, 1, [[7]]]], [[1, 1, [], 0]], [{ wall: 1 }], ['x']])(
    'refuses %j',
    (wire) => {
      expect(decodePayload(encodeCbor(wire))).toBeUndefined();
    },
  );

  it('says loudly when the app itself names an operation that cannot be', () => {
    const impossible: Payload = { ...somePayload, ops: [['set', 'family' as EntityId, 'name', 'x', ['nonsense!/0' as OperationId]]] };
    expect(() => encodePayload(impossible)).toThrow('not an id');
  });
});

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { joinBytes } from '../../src/protocol/bytes.ts';
import {
  decodeCbor,
  decodeCborSequence,
  encodeCbor,
  mapsToObjects,
  parseCbor,
  parseVersioned,
  splitCborSequence,
} from '../../src/protocol/cbor.ts';
import { errorOf, valueOf } from '../support/cryptoFixtures.ts';

const plainValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
    fc.array(tie('value')),
  ),
})).value;

describe('CBOR', () => {
  it('brings plain data back unchanged', () => {
    fc.assert(
      fc.property(plainValue, (value) => {
        expect(decodeCbor(encodeCbor(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['an array without a length', [0x9f, 0x01, 0xff]],
    ['a text without a length', [0x7f, 0x61, 0x61, 0xff]],
    ['a number written longer than needed', [0x18, 0x05]],
    ['a length written longer than needed', [0x98, 0x01, 0x05]],
    ['a key twice', [0xa2, 0x61, 0x61, 0x01, 0x61, 0x61, 0x02]],
    ['bytes after the end', [0x01, 0x01]],
    ['undefined', [0xf7]],
    ['not a number', [0xf9, 0x7e, 0x00]],
    ['infinity', [0xf9, 0x7c, 0x00]],
    ['a number beyond what is exact', [0x1b, 0x00, 0x40, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00]],
    ['a tag', [0xc1, 0x01]],
    ['nothing', []],
    ['an array that promises more than there is', [0x9a, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ])('refuses %s', (_, bytes) => {
    expect(decodeCbor(Uint8Array.from(bytes))).toBeUndefined();
  });

  it('does not fall over ten thousand brackets', () => {
    expect(decodeCbor(new Uint8Array(100_000).fill(0x81))).toBeUndefined();
  });

  it('reads values written one after the other, all or none', () => {
    const two = Uint8Array.from([...encodeCbor([1]), ...encodeCbor('a')]);
    expect(decodeCborSequence(two)).toEqual([[1], 'a']);
    expect(decodeCborSequence(new Uint8Array())).toEqual([]);
    expect(decodeCborSequence(two.subarray(0, 3))).toBeUndefined();
  });

  it('splits them without looking further, all or none', () => {
    const parts = [encodeCbor([1, 'a']), encodeCbor(null), encodeCbor(new Uint8Array(300))];
    expect(splitCborSequence(joinBytes(parts))).toEqual(parts);
    expect(splitCborSequence(new Uint8Array())).toEqual([]);
    for (const rest of [Uint8Array.of(0x82, 1), Uint8Array.of(0x18, 1)])
      expect(splitCborSequence(joinBytes([...parts, rest]))).toBeUndefined();
  });

  it('makes named fields that cannot reach a prototype', () => {
    const hostile = decodeCbor(Uint8Array.from([0xa1, 0x69, ...new TextEncoder().encode('__proto__'), 0x81, 0xa1, 0x61, 0x61, 0x01]));
    const object = mapsToObjects(hostile) as object;
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(Object.keys(object)).toEqual(['__proto__']);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('parses into a shape, and tells newer from broken', () => {
    const shape = v.strictTuple([v.literal(1), v.string()]);
    expect(parseCbor(shape, encodeCbor([1, 'a']))).toEqual([1, 'a']);
    expect(parseCbor(shape, encodeCbor([1, 2]))).toBeUndefined();
    expect(valueOf(parseVersioned(shape, 1, encodeCbor([1, 'a'])))).toEqual([1, 'a']);
    expect(errorOf(parseVersioned(shape, 1, encodeCbor([2, { x: 1 }])))).toBe('NewerVersion');
    expect(errorOf(parseVersioned(shape, 1, encodeCbor([0, 'a'])))).toBe('Malformed');
    expect(errorOf(parseVersioned(shape, 1, encodeCbor('a')))).toBe('Malformed');
  });
});

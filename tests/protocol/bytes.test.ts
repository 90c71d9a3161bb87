import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlToBytes, bytesToBase64url, concatBytes, isSameBytes } from '../../src/protocol/bytes.ts';

describe('base64url', () => {
  it('writes what Node writes, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = bytesToBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...(base64urlToBytes(text) as Uint8Array)]).toEqual([...bytes]);
      }),
    );
  });

  it.each(['A', 'AAAAA', 'AB', 'AAB', 'AA==', 'AA+A', 'AA/A', 'AA A', 'ä'])('refuses %j: it is not how any bytes are written', (text) => {
    expect(base64urlToBytes(text)).toBeUndefined();
  });
});

describe('bytes', () => {
  it('are joined and compared', () => {
    expect([...concatBytes(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))]).toEqual([1, 2, 3]);
    expect(isSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(isSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(isSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  });
});

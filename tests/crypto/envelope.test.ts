import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseOperations, type OpeningKeys, openEnvelope, sealEnvelope } from '../../src/crypto/envelope.ts';
import { hashOfParts, redactEnvelope } from '../../src/crypto/verification/envelope.ts';
import { importDocumentKey } from '../../src/crypto/keys.ts';
import { encrypt } from '../../src/crypto/primitives.ts';
import { sign } from '../../src/crypto/keys.ts';
import { hashBytes } from '../../src/crypto/verification/hash.ts';
import { pad } from '../../src/crypto/padding.ts';
import type { DeviceId, DocumentId, EntityId } from '../../src/core/shared/ids.ts';
import { concatBytes } from '../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../src/protocol/cbor.ts';
import { decodeEnvelope, type EnvelopeParts, isRedactionOf } from '../../src/protocol/envelopeForm.ts';
import { idToBytes } from '../../src/protocol/wireShapes.ts';
import {
  createSealingKeys,
  errorOf,
  filledBytes,
  flipBit,
  hashOf,
  idOf,
  someDocument,
  someInput,
  somePayload,
  valueOf,
} from '../support/cryptoFixtures.ts';

const keys = await createSealingKeys();
const opening: OpeningKeys = { doc: someDocument, documentKey: (epoch) => (epoch === 0 ? keys.documentKey : undefined) };
const sealed = await sealEnvelope(someInput, keys);
const [header, cipher, signature] = decodeCbor(sealed.bytes) as [Uint8Array, Uint8Array, Uint8Array];

/** An envelope of which this device signed whatever stands in it: what a hostile member could make. */
async function signAnything(headerBytes: Uint8Array, cipherBytes: Uint8Array) {
  const hashes = concatBytes(await hashBytes(headerBytes), await hashBytes(cipherBytes));
  return encodeCbor([headerBytes, cipherBytes, await sign(keys.device, concatBytes(new TextEncoder().encode('knooppunt/env/v1'), hashes))]);
}
const changeHeader = (at: number, value: unknown) => encodeCbor((decodeCbor(header) as unknown[]).with(at, value));

describe('an envelope', () => {
  it('opens to what was sealed', async () => {
    const { incarnation, seq, parents, payload } = someInput;
    expect(valueOf(await openEnvelope(sealed.bytes, opening))).toEqual({
      hash: sealed.hash,
      doc: someDocument,
      device: keys.device.id,
      incarnation,
      seq,
      parents,
      roster: 0,
      ...payload,
    });
  });

  it('has a form that does not drift: a fixed seed gives these bytes', async () => {
    const fixed = await sealEnvelope(someInput, await createSealingKeys());
    expect(fixed.hash).toMatchInlineSnapshot(`"b87LnYaTqEuPA2DXjLwd1RXyG4lGvUFIRpMLCkXNlvc"`);
    expect(Buffer.from(await hashBytes(fixed.bytes)).toString('hex')).toMatchInlineSnapshot(
      `"8075eeebed2acca01b107a3da636e92a86100902014b7b8b58b399187c34b1cc"`,
    );
    expect(fixed.bytes.length).toMatchInlineSnapshot(`448`);
  });

  it('is refused when any one bit is turned (every bit of this one) (SPEC 3a)', async () => {
    const accepted: number[] = [];
    for (let bit = 0; bit < sealed.bytes.length * 8; bit++) {
      if ((await openEnvelope(flipBit(sealed.bytes, bit), opening)).ok) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });

  it('is refused when any one bit is turned (many envelopes)', async () => {
    const content = fc.record({
      value: fc.string({ maxLength: 400 }),
      seq: fc.nat(),
      parents: fc.array(fc.nat(255), { maxLength: 5 }),
      bit: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(content, async ({ value, seq, parents, bit }) => {
        const payload = { ...somePayload, ops: [['set', 'family' as EntityId, 'name', value, []] as const] };
        const { bytes } = await sealEnvelope({ ...someInput, seq, parents: parents.map(hashOf), payload }, keys);
        expect((await openEnvelope(bytes, opening)).ok).toBe(true);
        expect((await openEnvelope(flipBit(bytes, bit % (bytes.length * 8)), opening)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when cut off or made longer', async () => {
    for (let length = 0; length < sealed.bytes.length; length += 7)
      expect((await openEnvelope(sealed.bytes.subarray(0, length), opening)).ok).toBe(false);
    expect(errorOf(await openEnvelope(concatBytes(sealed.bytes, Uint8Array.of(0)), opening))).toBe('Malformed');
  });

  it('cannot lend its header or its contents to another', async () => {
    const other = await sealEnvelope({ ...someInput, seq: 3 }, keys);
    const [otherHeader, otherCipher, otherSignature] = decodeCbor(other.bytes) as Uint8Array[];
    for (const mixed of [
      [otherHeader, cipher, signature],
      [header, otherCipher, signature],
      [header, cipher, otherSignature],
      [otherHeader, cipher, otherSignature],
      [cipher, header, signature],
    ]) {
      expect((await openEnvelope(encodeCbor(mixed), opening)).ok).toBe(false);
    }
    expect(errorOf(await openEnvelope(await signAnything(otherHeader as Uint8Array, cipher), opening))).toBe('Tampered');
  });

  it('is refused in the log of another document, even with the same key', async () => {
    const doc = idOf<DocumentId>(8, 16);
    const documentKey = await importDocumentKey(doc, 0, filledBytes(5));
    expect(errorOf(await openEnvelope(sealed.bytes, { doc, documentKey: () => documentKey }))).toBe('WrongDocument');
    const moved = await signAnything(changeHeader(2, idToBytes(doc)), cipher);
    expect(errorOf(await openEnvelope(moved, { doc, documentKey: () => documentKey }))).toBe('WrongKey');
  });

  it('waits for a key that is not here, and names an epoch with two keys', async () => {
    expect(errorOf(await openEnvelope(sealed.bytes, { ...opening, documentKey: () => undefined }))).toBe('KeyMissing');
    const otherKey = await importDocumentKey(someDocument, 0, filledBytes(6));
    expect(errorOf(await openEnvelope(sealed.bytes, { ...opening, documentKey: () => otherKey }))).toBe('WrongKey');
  });

  it('of another device does not pass for mine', async () => {
    const other = await createSealingKeys(2);
    expect(errorOf(await openEnvelope(encodeCbor([changeHeader(3, idToBytes(other.device.id)), cipher, signature]), opening))).toBe(
      'BadSignature',
    );
    const notAKey = filledBytes(255);
    expect(errorOf(await openEnvelope(encodeCbor([changeHeader(3, notAKey), cipher, signature]), opening))).toBe('BadSignature');
    expect(keys.device.id).not.toBe('' as DeviceId);
  });

  it.each([
    [0, 2],
    [0, 99],
    [1, 2],
  ])('with another version or suite is left to a newer app (place %i = %i)', async (at, value) => {
    expect(errorOf(await openEnvelope(await signAnything(changeHeader(at, value), cipher), opening))).toBe('NewerVersion');
  });

  it.each([
    ['a header that is no list', encodeCbor('x')],
    ['a negative place', changeHeader(5, -1)],
    ['a short document id', changeHeader(2, filledBytes(1, 15))],
    ['a field too many', encodeCbor([...(decodeCbor(header) as unknown[]), 1])],
    ['a parent that is no hash', changeHeader(6, [filledBytes(1, 31)])],
  ])('with %s is malformed', async (_, bad) => {
    expect(errorOf(await openEnvelope(await signAnything(bad, cipher), opening))).toBe('Malformed');
  });

  it('with contents that are no payload or not padded is malformed, not a crash', async () => {
    const nonce = (decodeCbor(header) as Uint8Array[])[10] as Uint8Array<ArrayBuffer>;
    const own = Uint8Array.from(header);
    for (const plain of [pad(encodeCbor('x')), encodeCbor([1, 1, []]), new Uint8Array()]) {
      const bad = await encrypt(keys.documentKey.sealing, nonce, plain, own);
      expect(errorOf(await openEnvelope(await signAnything(header, bad), opening))).toBe('Malformed');
    }
  });

  it('hides its length: contents within a few letters look alike', async () => {
    const lengthOf = async (letters: number) => {
      const payload = { ...somePayload, ops: [['set', 'family' as EntityId, 'name', 'a'.repeat(letters), []] as const] };
      return (await sealEnvelope({ ...someInput, payload }, keys)).bytes.length;
    };
    const lengths = new Set<number>();
    for (let letters = 300; letters < 400; letters++) lengths.add(await lengthOf(letters));
    expect(lengths.size).toBeLessThanOrEqual(8);
  });
});

describe('a redacted envelope', () => {
  const erased = eraseOperations(somePayload.ops);
  const redacting = { ...opening, erased: (hash: string) => (hash === sealed.hash ? erased : undefined) };

  it('has no contents and keeps its hash, its signature and what it replaced', async () => {
    const redacted = valueOf(await redactEnvelope(sealed.bytes, erased));
    expect(Buffer.from(redacted).includes(Buffer.from(cipher))).toBe(false);
    const opened = valueOf(await openEnvelope(redacted, redacting));
    expect(opened).toMatchObject({ hash: sealed.hash, seq: someInput.seq, parents: someInput.parents, ops: [], redacted: erased });
    expect(erased).toHaveLength(1);
  });

  it('needs no key: it opens for who joins later', async () => {
    const redacted = valueOf(await redactEnvelope(sealed.bytes, erased));
    expect((await openEnvelope(redacted, { ...redacting, documentKey: () => undefined })).ok).toBe(true);
  });

  it('counts only when the roster says the same, and every turned bit is refused', async () => {
    const redacted = valueOf(await redactEnvelope(sealed.bytes, erased));
    expect(errorOf(await openEnvelope(redacted, opening))).toBe('NotErased');
    expect(errorOf(await openEnvelope(redacted, { ...opening, erased: () => [] }))).toBe('NotErased');
    const accepted: number[] = [];
    for (let bit = 0; bit < redacted.length * 8; bit++) {
      if ((await openEnvelope(flipBit(redacted, bit), redacting)).ok) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });

  it('SPEC 10c: the whole form says no more than it once the roster has it', async () => {
    const opened = valueOf(await openEnvelope(sealed.bytes, { ...redacting, documentKey: () => undefined }));
    expect(opened).toEqual(valueOf(await openEnvelope(valueOf(await redactEnvelope(sealed.bytes, erased)), redacting)));
    expect(errorOf(await openEnvelope(flipBit(sealed.bytes, 900), redacting))).toBe('BadSignature');
  });

  it('is told from any other', async () => {
    const redacted = valueOf(await redactEnvelope(sealed.bytes, erased));
    const parts = decodeEnvelope(sealed.bytes) as EnvelopeParts;
    expect(await hashOfParts(parts)).toBe(sealed.hash);
    expect(isRedactionOf(redacted, sealed.bytes)).toBe(true);
    const another = (await sealEnvelope({ ...someInput, seq: someInput.seq + 1 }, keys)).bytes;
    const others = [sealed.bytes, another, Uint8Array.of(1)];
    for (const other of others) expect(isRedactionOf(other, sealed.bytes)).toBe(false);
    for (const other of [redacted, another, Uint8Array.of(1)]) expect(isRedactionOf(redacted, other)).toBe(false);
  });

  it('can be redacted again without change; nonsense cannot', async () => {
    const once = valueOf(await redactEnvelope(sealed.bytes, erased));
    expect(valueOf(await redactEnvelope(once, erased))).toEqual(once);
    expect(errorOf(await redactEnvelope(Uint8Array.of(1), erased))).toBe('Malformed');
  });
});

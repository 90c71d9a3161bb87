import { describe, expect, it } from 'vitest';
import { freshCaseId, freshDocumentId, freshEntityId, freshIncarnation, freshMemberId } from '../../src/crypto/ids.ts';
import {
  freshDeviceSecret,
  freshEpochSecret,
  freshMemberSecret,
  importAgreementKeys,
  importDeviceKeys,
  importDocumentKey,
  sign,
} from '../../src/crypto/keys.ts';
import { isSignedBy } from '../../src/crypto/verification/isSignedBy.ts';
import { decrypt, encrypt } from '../../src/crypto/primitives.ts';
import { openSealed, sealTo } from '../../src/crypto/sealTo.ts';
import { base64urlToBytes, bytesToBase64url } from '../../src/protocol/bytes.ts';
import { filledBytes, flipBit, idOf, someDocument, someMember } from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';
import type { DocumentId } from '../../src/core/shared/ids.ts';

const random = createSeededRandom(11).bytes;

describe('ids', () => {
  it('are 128 random bits; an entity shows its kind and author', () => {
    for (const id of [freshDocumentId(random), freshCaseId(random), freshMemberId(random)]) expect(base64urlToBytes(id)).toHaveLength(16);
    expect(base64urlToBytes(freshIncarnation(random))).toHaveLength(8);
    const [kind, author, own] = freshEntityId('goal', someMember, random).split('.');
    expect([kind, author, base64urlToBytes(own as string)?.length]).toEqual(['goal', someMember, 16]);
    expect(freshDocumentId(random)).not.toBe(freshDocumentId(random));
  });
});

describe('device keys', () => {
  it('are those of the standards for a known seed (RFC 8032 test 1, RFC 7748 section 6.1)', async () => {
    const secret = Buffer.from(
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60' +
        '77076d0a7318a57d3c16c17251b26645df4c9f92ebc9c14e2f1a7d5a3f9c6c5a',
      'hex',
    );
    const device = await importDeviceKeys(Uint8Array.from(secret));
    expect(Buffer.from(device.id, 'base64url').toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(Buffer.from(await sign(device, new Uint8Array())).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
  });

  it('cannot be read out again', async () => {
    const device = await importDeviceKeys(freshDeviceSecret(random));
    expect([device.signing.extractable, device.agreement.pair.privateKey.extractable]).toEqual([false, false]);
    await expect(crypto.subtle.exportKey('pkcs8', device.signing)).rejects.toThrow();
    const { sealing } = await importDocumentKey(someDocument, 0, freshEpochSecret(random));
    expect(sealing.extractable).toBe(false);
  });

  it('sign, and nothing else passes for signed', async () => {
    const device = await importDeviceKeys(freshDeviceSecret(random));
    const signature = await sign(device, Uint8Array.of(1));
    expect(await isSignedBy(device.id, Uint8Array.of(1), signature)).toBe(true);
    expect(await isSignedBy(device.id, Uint8Array.of(2), signature)).toBe(false);
    expect(await isSignedBy(device.id, Uint8Array.of(1), flipBit(signature, 9))).toBe(false);
    expect(await isSignedBy(idOf(255, 32), Uint8Array.of(1), signature)).toBe(false);
    expect(await isSignedBy('short' as never, Uint8Array.of(1), signature)).toBe(false);
  });

  it('is told apart from every other, however many were asked about before', async () => {
    const [one, other] = await Promise.all([importDeviceKeys(freshDeviceSecret(random)), importDeviceKeys(freshDeviceSecret(random))]);
    const signature = await sign(one, Uint8Array.of(1));
    for (let asked = 0; asked < 600; asked++) {
      const stranger = bytesToBase64url(random(32)) as typeof one.id;
      if (asked % 100 === 0) expect(await isSignedBy(stranger, Uint8Array.of(1), signature)).toBe(false);
      else await isSignedBy(stranger, Uint8Array.of(1), signature);
    }
    for (const device of [one, other, one]) expect(await isSignedBy(device.id, Uint8Array.of(1), signature)).toBe(device === one);
  });
});

describe('a document key', () => {
  it('differs per document, epoch and secret, and so does its commitment', async () => {
    const all = await Promise.all([
      importDocumentKey(someDocument, 0, filledBytes(1)),
      importDocumentKey(someDocument, 1, filledBytes(1)),
      importDocumentKey(idOf<DocumentId>(1, 16), 0, filledBytes(1)),
      importDocumentKey(someDocument, 0, filledBytes(2)),
    ]);
    expect(new Set(all.map(({ commitment }) => commitment.join())).size).toBe(4);
    const nonce = filledBytes(0, 12);
    const cipher = await encrypt(all[0].sealing, nonce, filledBytes(1), new Uint8Array());
    for (const other of all.slice(1)) expect(await decrypt(other.sealing, nonce, cipher, new Uint8Array())).toBeUndefined();
  });
});

describe('sealing to a key', () => {
  it('opens only for that key, that purpose, unchanged', async () => {
    const [mine, other] = await Promise.all([
      importAgreementKeys(freshMemberSecret(random)),
      importAgreementKeys(freshMemberSecret(random)),
    ]);
    const sealed = await sealTo(mine.publicKey, ['test', 1], filledBytes(3), random);
    expect(sealed).toHaveLength(80);
    expect(await openSealed(mine, ['test', 1], sealed)).toEqual(filledBytes(3));
    expect(await openSealed(other, ['test', 1], sealed)).toBeUndefined();
    expect(await openSealed(mine, ['test', 2], sealed)).toBeUndefined();
    expect(await openSealed(mine, ['test', 1], sealed.slice(0, 20))).toBeUndefined();
    for (let bit = 0; bit < sealed.length * 8; bit += 5) expect(await openSealed(mine, ['test', 1], flipBit(sealed, bit))).toBeUndefined();
  });

  it('has a form that does not drift', async () => {
    const fixed = await importAgreementKeys(filledBytes(1));
    const sealed = await sealTo(fixed.publicKey, ['test'], filledBytes(0), (length) => filledBytes(9, length));
    expect(bytesToBase64url(sealed)).toMatchInlineSnapshot(
      `"3okjpnXQIYDN19AJe6QEueHikw1WZculjRdlAGNheTvF2Y_-Ztcc4kseuBMrtVtxm1OnWZ6OA0_dfdUld0SqxeSs0R3ronKDFTeDYRnODvM"`,
    );
  });

  it('never seals twice alike', async () => {
    const mine = await importAgreementKeys(freshMemberSecret(random));
    expect(await sealTo(mine.publicKey, ['test'], filledBytes(3), random)).not.toEqual(
      await sealTo(mine.publicKey, ['test'], filledBytes(3), random),
    );
  });
});

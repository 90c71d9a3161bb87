import { expect, it } from 'vitest';
import type { MemberId } from '../../src/core/shared/ids.ts';
import { importDocumentKey } from '../../src/crypto/keys.ts';
import { openReason, sealReason } from '../../src/crypto/sealedReason.ts';
import { base64urlToBytes, bytesToBase64url } from '../../src/protocol/bytes.ts';
import { createSealingKeys, filledBytes, flipBit, idOf, someDocument, someMember } from '../support/cryptoFixtures.ts';

const WORDS = 'Verhuisd, en niet meer betrokken';

it('a reason is read by who has the key, about that member only, and by nobody else', async () => {
  const { documentKey, random } = await createSealingKeys();
  const keyOf = async (epoch: number) => (epoch === documentKey.epoch ? documentKey : undefined);
  const sealed = await sealReason(documentKey, someMember, WORDS, random);
  expect(sealed).not.toContain('Verhuisd');
  expect(await openReason(keyOf, someMember, sealed)).toBe(WORDS);
  expect(await openReason(keyOf, idOf<MemberId>(1, 16), sealed)).toBeUndefined();
  expect(await openReason(async () => undefined, someMember, sealed)).toBeUndefined();
  const other = await importDocumentKey(someDocument, 0, filledBytes(6));
  expect(await openReason(async () => other, someMember, sealed)).toBeUndefined();
  const bytes = base64urlToBytes(sealed)!;
  expect(await openReason(keyOf, someMember, bytesToBase64url(flipBit(bytes, bytes.length * 8 - 1)))).toBeUndefined();
});

it('what was never sealed says nothing', async () => {
  const { documentKey } = await createSealingKeys();
  for (const text of ['', 'omdat!', 'AAAA']) expect(await openReason(async () => documentKey, someMember, text)).toBeUndefined();
});

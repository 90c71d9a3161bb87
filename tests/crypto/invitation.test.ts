import { describe, expect, it } from 'vitest';
import {
  compareDigits,
  deriveAccess,
  encodeInvitationLink,
  freshInvitation,
  hashAccess,
  type InvitationLink,
  openMessage,
  parseInvitationLink,
  sealMessage,
} from '../../src/crypto/invitation.ts';
import { hashBytes } from '../../src/crypto/verification/hash.ts';
import type { KeyringHash } from '../../src/crypto/verification/keyring.ts';
import { base64urlToBytes, bytesToBase64url } from '../../src/protocol/bytes.ts';
import { encodeCbor } from '../../src/protocol/cbor.ts';
import { errorOf, filledBytes, flipBit, idOf, valueOf } from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const random = createSeededRandom(1).bytes;
const inviter = idOf<KeyringHash>(8, 32);
const link: InvitationLink = { use: 'case', ...freshInvitation(random), inviter };
const words = new Uint8Array(new TextEncoder().encode('Anouk vraagt je mee te doen'));

const codeOf = (parts: readonly unknown[]) => bytesToBase64url(encodeCbor(parts));

describe('the link of an invitation', () => {
  it('comes back as it was made, from an address, from its fragment, and from the code broken over lines', async () => {
    const fragment = await encodeInvitationLink(link);
    expect(fragment).toMatch(/^#uitnodiging=[\w-]+$/);
    const code = fragment.slice(fragment.indexOf('=') + 1);
    for (const text of [`https://knooppunt.example/${fragment}`, fragment, `${code.slice(0, 40)}\n  ${code.slice(40)}`])
      expect(valueOf(await parseInvitationLink(text))).toEqual(link);
  });

  it('is found in the message around it, also when a newer version made it', async () => {
    const fragment = await encodeInvitationLink(link);
    const message = (code: string) => `Hoi Ewa, hier is de link:\nhttps://knooppunt.example/${code}\nGroetjes, tot morgen!`;
    expect(valueOf(await parseInvitationLink(message(fragment)))).toEqual(link);
    expect(valueOf(await parseInvitationLink(`(https://knooppunt.example/${fragment}).`))).toEqual(link);
    expect(errorOf(await parseInvitationLink(message(`#uitnodiging=${codeOf([2, { later: true }])}`)))).toBe('Newer');
    expect(errorOf(await parseInvitationLink(message('#setup=abc')))).toBe('WrongKind');
  });

  it('is called mangled when a piece is missing or a single bit changed', async () => {
    const fragment = await encodeInvitationLink(link);
    const bytes = base64urlToBytes(fragment.slice('#uitnodiging='.length))!;
    for (let bit = 16; bit < bytes.length * 8; bit += 3)
      expect(errorOf(await parseInvitationLink(bytesToBase64url(flipBit(bytes, bit))))).toBe('Mangled');
    for (const text of ['', 'geen uitnodiging', fragment.slice(0, -4), '#uitnodiging=', `${fragment}A`, codeOf([0, 'case'])])
      expect(errorOf(await parseInvitationLink(text))).toBe('Mangled');
  });

  it('says when it was made by a newer version, or for something else', async () => {
    expect(errorOf(await parseInvitationLink(codeOf([2, { later: true }])))).toBe('Newer');
    expect(errorOf(await parseInvitationLink('https://knooppunt.example/#setup=abc'))).toBe('WrongKind');
    const parts = [1, 'dinner', filledBytes(1, 16), filledBytes(2), filledBytes(3)];
    const check = (await hashBytes(encodeCbor(parts))).slice(0, 4);
    expect(errorOf(await parseInvitationLink(codeOf([...parts, check])))).toBe('WrongKind');
  });
});

describe('the two secrets behind it', () => {
  it('let the guest in without telling the server what seals', async () => {
    const access = await deriveAccess(link.secret);
    expect(await hashAccess(access)).toBe(bytesToBase64url(await hashBytes(base64urlToBytes(access)!)));
    expect(access).not.toBe(bytesToBase64url(link.secret));
  });

  it('carry words both ways, and never back', async () => {
    const message = await sealMessage(link, 'toHost', words, random);
    expect(await openMessage(link, 'toHost', message)).toEqual(words);
    expect(await openMessage(link, 'toGuest', message)).toBeUndefined();
    expect(await openMessage({ ...link, id: idOf(5, 16) }, 'toHost', message)).toBeUndefined();
    expect(await openMessage({ ...link, secret: filledBytes(6) }, 'toHost', message)).toBeUndefined();
    expect(await openMessage(link, 'toHost', flipBit(message, message.length * 8 - 1))).toBeUndefined();
    expect(await openMessage(link, 'toHost', words)).toBeUndefined();
  });
});

describe('the digits that two people compare', () => {
  const sides = { id: link.id, inviter, guest: idOf(9, 32), subject: idOf(10, 32) };

  it('are six groups of four, the same on both sides', async () => {
    const digits = await compareDigits(sides);
    expect(digits).toMatch(/^(\d{4} ){5}\d{4}$/);
    expect(await compareDigits({ ...sides })).toBe(digits);
  });

  it('differ as soon as one key, the invitation or what is joined differs', async () => {
    const digits = await compareDigits(sides);
    for (const side of ['id', 'inviter', 'guest', 'subject'] as const)
      expect(await compareDigits({ ...sides, [side]: idOf(11, 32) })).not.toBe(digits);
  });
});

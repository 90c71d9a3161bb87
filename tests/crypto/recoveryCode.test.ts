import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryCode,
  freshRecoveryCode,
  importPaperDevice,
  parseRecoveryCode,
  type RecoveryCode,
} from '../../src/crypto/recoveryCode.ts';
import { errorOf, valueOf } from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const anyCode = fc.integer().map((seed) => freshRecoveryCode(createSeededRandom(seed).bytes));
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the recovery code', () => {
  it('is printed as seven groups of four and read back', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const printed = formatRecoveryCode(code);
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(valueOf(parseRecoveryCode(printed))).toBe(code);
      }),
    );
  });

  it('may be typed in small letters, with other spacing, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(anyCode, fc.constantFrom('', ' ', '-', '.', '\n', '\u00a0'), fc.constantFrom('i', 'l', 'I', 'L'), (code, gap, one) => {
        const typed = formatRecoveryCode(code).toLowerCase().replaceAll(' ', gap).replaceAll('0', 'o').replaceAll('1', one);
        expect(valueOf(parseRecoveryCode(typed))).toBe(code);
      }),
    );
  });

  it('notices every single wrong letter', () => {
    const code = freshRecoveryCode(createSeededRandom(1).bytes);
    for (let at = 0; at < code.length; at++) {
      for (const letter of LETTERS) {
        if (letter === code[at]) continue;
        expect(errorOf(parseRecoveryCode(code.slice(0, at) + letter + code.slice(at + 1)))).toBe('Mistyped');
      }
    }
  });

  it('notices two neighbours that changed places', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(26), (code, at) => {
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(parseRecoveryCode(swapped).ok).toBe(swapped === code);
      }),
    );
  });

  it('says how many letters are there when it is not whole, and refuses letters that no code has', () => {
    expect(parseRecoveryCode('ABCD 12')).toEqual({ ok: false, error: { type: 'WrongLength', length: 6, expected: 28 } });
    expect(errorOf(parseRecoveryCode('U'.repeat(28)))).toBe('Mistyped');
    expect(errorOf(parseRecoveryCode(''))).toBe('WrongLength');
  });

  it('holds 130 random bits: every letter is as likely', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const letter of freshRecoveryCode(createSeededRandom(seed).bytes).slice(0, 26))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(32);
    expect(Math.min(...counts.values())).toBeGreaterThan(250);
    expect(Math.max(...counts.values())).toBeLessThan(410);
  });

  it('always gives the same paper device: this one, forever', async () => {
    const code = valueOf(parseRecoveryCode(`${'A'.repeat(26)}${checkOf('A'.repeat(26))}`));
    const paper = await importPaperDevice(code);
    expect(paper.id).toMatchInlineSnapshot(`"pGldB8Ulr1DyRpfAA2f7DpXChLuz8C4vBs02Twd7bj8"`);
    expect(paper.agreement.publicKey).toMatchInlineSnapshot(`"xNNJhf03fe9YccHKTVwdNa9pItQvUdkWNQxQLUNpdg8"`);
    expect((await importPaperDevice(freshRecoveryCode(createSeededRandom(2).bytes) as RecoveryCode)).id).not.toBe(paper.id);
  });
});

/** The two letters that check: the first 26 read as one number, modulo 1021. */
function checkOf(secret: string): string {
  const rest = Number(Array.from(secret).reduce((number, letter) => number * 32n + BigInt(LETTERS.indexOf(letter)), 0n) % 1021n);
  return LETTERS.charAt(rest >> 5) + LETTERS.charAt(rest & 31);
}

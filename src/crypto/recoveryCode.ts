import { err, ok, type Result } from '../core/shared/result.ts';
import type { Brand } from '../core/shared/ids.ts';
import { type Bytes, concatBytes } from '../protocol/bytes.ts';
import type { RandomBytes } from './ids.ts';
import { type DeviceKeys, importDeviceKeys } from './keys.ts';
import { deriveSecret } from './primitives.ts';

/*
 * The recovery code is a device on paper: 28 letters and digits (130 random bits and a check) from which its key pairs are derived,
 * and two that check the others. Written in seven groups of four. Crockford's letters: no I, L, O or U to misread.
 */

/** 28 letters and digits without spaces, known to be typed right. */
export type RecoveryCode = Brand<string, 'RecoveryCode'>;

/** The key pairs behind a recovery code. It signs and is sealed to like any device, but no device can revoke it. */
export type PaperDevice = DeviceKeys;

export type RecoveryCodeError =
  | { readonly type: 'WrongLength'; readonly length: number; readonly expected: number }
  /** A letter is wrong or two changed places. */
  | { readonly type: 'Mistyped' };

/** A new code; show it once and keep only the paper device's public keys. */
export function freshRecoveryCode(random: RandomBytes): RecoveryCode {
  const secret = Array.from(random(SECRET_LENGTH), (byte) => LETTERS.charAt(byte & 31)).join('');
  return (secret + checkLetters(secret)) as RecoveryCode;
}

/** Seven groups of four, as printed. */
export const formatRecoveryCode = (code: RecoveryCode): string => (code.match(/.{4}/g) as string[]).join(' ');

/** Reads what a person typed: small letters, other spacing, O for 0, I or L for 1 are all fine. */
export function parseRecoveryCode(typed: string): Result<RecoveryCode, RecoveryCodeError> {
  const code = typed
    .toUpperCase()
    .replace(/[\s.\-–—_]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (code.length !== CODE_LENGTH) return err({ type: 'WrongLength', length: code.length, expected: CODE_LENGTH });
  const secret = code.slice(0, SECRET_LENGTH);
  const isRight = /^[0-9A-HJKMNP-TV-Z]+$/.test(code) && checkLetters(secret) === code.slice(SECRET_LENGTH);
  return isRight ? ok(code as RecoveryCode) : err({ type: 'Mistyped' });
}

/** The paper device: the same code gives the same keys on any machine. No slow hash: the code is strong by itself. */
export async function importPaperDevice(code: RecoveryCode): Promise<PaperDevice> {
  const secret: Bytes = new TextEncoder().encode(code.slice(0, SECRET_LENGTH));
  return importDeviceKeys(concatBytes(await deriveSecret(secret, 'paper', 'sign'), await deriveSecret(secret, 'paper', 'agree')));
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_LENGTH = 26;
const CODE_LENGTH = 28;
/** The largest prime below 32 x 32: every single wrong letter and every swap of neighbours changes the rest. */
const CHECK_PRIME = 1021;

function checkLetters(secret: string): string {
  let rest = 0;
  for (const letter of secret) rest = (rest * 32 + LETTERS.indexOf(letter)) % CHECK_PRIME;
  return LETTERS.charAt(rest >> 5) + LETTERS.charAt(rest & 31);
}

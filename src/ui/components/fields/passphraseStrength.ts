import type { MessageKey } from '../../i18n/catalogue.ts';

export type Strength = 'tooShort' | 'weak' | 'good' | 'strong';

export const strengthTexts = {
  tooShort: 'shell.passphrase.tooShort',
  weak: 'shell.passphrase.weak',
  good: 'shell.passphrase.good',
  strong: 'shell.passphrase.strong',
} as const satisfies Record<Strength, MessageKey>;

/** The least that is accepted, in characters. */
export const SHORTEST_PASSPHRASE = 10;
const VERY_COMMON = /wachtwoord|password|welkom|qwerty|12345|knooppunt|school|geheim|zomer|winter|lente|herfst/gi;

/**
 * A rough guess, on the safe side: length counts, repetition and the words everyone takes do not. The slow key derivation does the
 * rest; a measured guess (zxcvbn) would cost more than the whole first screen.
 */
export function passphraseStrength(passphrase: string): Strength {
  if (passphrase.trim().length < SHORTEST_PASSPHRASE) return 'tooShort';
  const own = passphrase.replace(VERY_COMMON, '').replace(/(.)\1+/g, '$1');
  const kinds = new Set(own.toLowerCase()).size;
  const worth = own.length + (/\s|-/.test(own.trim()) ? 2 : 0);
  if (kinds < 6 || worth < 12) return 'weak';
  return worth >= 20 ? 'strong' : 'good';
}

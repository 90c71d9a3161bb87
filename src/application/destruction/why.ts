import { destroyReasons } from '../../core/circle/destruction.ts';
import type { WhyDestroyed } from './types.ts';

/** A reason as it is sealed: a word from the list, and on the next line what somebody wrote. */
export const writeWhy = ({ code, words }: WhyDestroyed): string => `${code}\n${words}`;

export function readWhy(text: string): WhyDestroyed {
  const [first, ...words] = text.split('\n');
  const code = destroyReasons.find((known) => known === first);
  return code === undefined ? { code: 'other', words: text } : { code, words: words.join('\n') };
}

import { compileMessage } from '@lingui/message-utils/compileMessage';

type Token = string | readonly [name: string, kind?: string, branches?: unknown];

/** Everything that a text can come to say: one per branch of each choice in it. A value that is filled in counts as one word. */
export function wordingsOf(text: string): readonly string[] {
  return expand(compileMessage(text) as readonly Token[]);
}

function expand(tokens: readonly Token[]): readonly string[] {
  return tokens.reduce<readonly string[]>(
    (said, token) => {
      const next = typeof token === 'string' ? [token] : branchesOf(token);
      return said.flatMap((before) => next.map((after) => before + after));
    },
    [''],
  );
}

function branchesOf([name, , branches]: Exclude<Token, string>): readonly string[] {
  if (!branches || typeof branches !== 'object') return [`{${name}}`];
  return Object.values(branches).flatMap((branch) => (Array.isArray(branch) ? expand(branch as Token[]) : [String(branch)]));
}

/** The sentences of a text, in each of its wordings. */
export const sentencesOf = (text: string): readonly string[] => [
  ...new Set(wordingsOf(text).flatMap((wording) => wording.split(/[.!?:;…]+\s+|\n/))),
];

export const countWords = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d{#]/u.test(word)).length;

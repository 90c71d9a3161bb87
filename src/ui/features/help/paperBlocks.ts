/** What a part of a paper is made of. */
export type PaperBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list' | 'checks'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const CHECK = '- [ ] ';
const ITEM = '- ';

const kindOf = (line: string): PaperBlock['type'] => {
  if (line.startsWith('|')) return 'table';
  if (line.startsWith(CHECK)) return 'checks';
  return line.startsWith(ITEM) ? 'list' : 'paragraph';
};

/**
 * Reads the plain form in which papers stand in the catalogue: a line is a paragraph, `- ` an item, `- [ ] ` something to tick off,
 * `| a | b |` a row of a table of which the first is its head.
 */
export function readBlocks(text: string): readonly PaperBlock[] {
  const runs: { readonly type: PaperBlock['type']; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const type = kindOf(line);
    const last = runs.at(-1);
    if (last?.type === type && type !== 'paragraph') last.lines.push(line);
    else runs.push({ type, lines: [line] });
  }
  return runs.map(({ type, lines }): PaperBlock => {
    switch (type) {
      case 'paragraph':
        return { type, text: lines.join(' ') };
      case 'list':
        return { type, items: lines.map((line) => line.slice(ITEM.length)) };
      case 'checks':
        return { type, items: lines.map((line) => line.slice(CHECK.length)) };
      case 'table': {
        const [head = [], ...rows] = lines.map(readCells);
        return { type, head, rows };
      }
    }
  });
}

const readCells = (line: string): readonly string[] =>
  line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim());

/** What has to be filled in stands between brackets. */
export const splitBlanks = (text: string): readonly { readonly text: string; readonly isBlank: boolean }[] =>
  text
    .split(/(\[[^\]]+\])/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, isBlank: part.startsWith('[') }));

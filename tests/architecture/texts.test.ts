import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const UI = join(import.meta.dirname, '../../src/ui');
const readTexts = (language: string, file: string) =>
  JSON.parse(readFileSync(join(UI, 'i18n', language, file), 'utf8')) as Record<string, string>;
const files = readdirSync(join(UI, 'i18n/nl')).filter((file) => file.endsWith('.json'));
const LANGUAGES = ['en'];

/** The values a sentence asks for, e.g. {name} and {count, plural, ...}: a translation must ask for the same. */
function argumentsOf(sentence: string): readonly string[] {
  const found = new Set<string>();
  const walk = (token: unknown) => {
    if (!Array.isArray(token)) return;
    if (typeof token[0] === 'string') found.add(token[0]);
    for (const part of token.slice(1))
      if (part && typeof part === 'object') for (const branch of Object.values(part as object)) walkAll(branch);
  };
  const walkAll = (tokens: unknown) => {
    if (Array.isArray(tokens)) for (const token of tokens) walk(token);
  };
  walkAll(compileMessage(sentence));
  return [...found].sort();
}

describe('the catalogue', () => {
  it('is there', () => expect(files.length).toBeGreaterThan(5));

  it.each(LANGUAGES.flatMap((language) => files.map((file) => [language, file] as const)))('is complete in %s: %s', (language, file) => {
    const [dutch, translated] = [readTexts('nl', file), readTexts(language, file)];
    expect(Object.keys(translated).sort()).toEqual(Object.keys(dutch).sort());
    for (const [key, sentence] of Object.entries(dutch)) {
      expect(translated[key]!.trim(), key).not.toBe('');
      expect([key, argumentsOf(translated[key]!)]).toEqual([key, argumentsOf(sentence)]);
    }
  });

  it.each(files)('%s: every key starts with its file and every sentence is at most 15 words', (file) => {
    const tooLong = Object.entries(readTexts('nl', file)).flatMap(([key, text]) => {
      expect(key.startsWith(`${file.replace('.json', '')}.`), key).toBe(true);
      return text
        .replace(/\{(\w+), (plural|select),.*\}\}/g, '$1')
        .split(/[.!?:;]\s+|\n/)
        .filter((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d{]/u.test(word)).length > 15)
        .map((sentence) => `${key}: ${sentence}`);
    });
    expect(tooLong).toEqual([]);
  });

  it('holds no sentence that no screen speaks', () => {
    const sources = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const code = sources.map((path) => readFileSync(join(UI, path), 'utf8')).join('\n');
    // Some keys are put together from a table's own values: `help.topic.${topic}.title`.
    const patterns = [...code.matchAll(/`([a-zA-Z]+\.[\w.${}]*\$\{[\w.${}]*)`/g)].map(
      ([, template]) => new RegExp(`^${template!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.]+')}$`),
    );
    const keys = files.filter((file) => file !== 'terms.json').flatMap((file) => Object.keys(readTexts('nl', file)));
    const unused = keys.filter((key) => !code.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)));
    expect(patterns.length).toBeGreaterThan(0);
    expect(unused).toEqual([]);
  });

  it('has every text: no sentence stands in the screens themselves', () => {
    const SHOWN = new Set(['label', 'title', 'aria-label', 'placeholder', 'alt', 'hint', 'description', 'intro', 'heading']);
    const found: string[] = [];
    const sources = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
    for (const path of sources) {
      const source = ts.createSourceFile(path, readFileSync(join(UI, path), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
      const visit = (node: ts.Node): void => {
        if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`);
        if (
          ts.isJsxAttribute(node) &&
          SHOWN.has(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer) &&
          /\p{L}{2,}/u.test(node.initializer.text)
        )
          found.push(`${path}: ${node.getText()}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(sources.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});

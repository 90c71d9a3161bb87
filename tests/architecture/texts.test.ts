import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findProblems, findUntranslated, type Sentences } from '../../.ci/checkCatalogues.ts';
import { isolateValues } from '../../.ci/compileCatalogues.ts';
import { languageFor } from '../../src/ui/i18n/languages.ts';

const UI = join(import.meta.dirname, '../../src/ui');
const readTexts = (language: string, file: string) =>
  JSON.parse(readFileSync(join(UI, 'i18n', language, file), 'utf8')) as Record<string, string>;
const files = readdirSync(join(UI, 'i18n/nl')).filter((file) => file.endsWith('.json'));

describe('the catalogue', () => {
  it('is there', () => expect(files.length).toBeGreaterThan(5));

  it('is complete in every language, for all of it or for what families see', () => expect(findUntranslated()).toEqual([]));

  it.each([
    ['a key that is missing', { 'a.b': 'Bel {name}' }, {}, 'a.b is missing'],
    ['an empty text', { 'a.b': 'Bel {name}' }, { 'a.b': ' ' }, 'a.b is missing'],
    ['a key that Dutch has not', {}, { 'a.b': 'Ara' }, 'a.b is not there in Dutch'],
    ['another value', { 'a.b': 'Bel {name}' }, { 'a.b': 'Ara: {person}' }, 'a.b asks for {person} instead of {name}'],
    ['a branch less', { 'a.b': '{w, select, je {Jij} other {U}}' }, { 'a.b': '{w, select, other {Siz}}' }, 'a.b asks for'],
    ['a Dutch sentence', { 'a.b': 'Bel ons' }, { 'a.b': 'Bel ons' }, 'a.b is not translated'],
  ])('sees %s', (_, dutch, turkish, problem) => {
    expect(findProblems('tr', dutch as Sentences, turkish as Sentences)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['tr', 'other {# gün}', 'one'],
    ['pl', 'one {# dzień} other {# dni}', 'few, many'],
    ['uk', 'one {# день} few {# дні} other {# дня}', 'many'],
    ['ar', 'one {يوم} other {# يوم}', 'few, many, two, zero'],
  ] as const)('sees a plural that %s lacks', (language, forms, lacks) => {
    const dutch = { 'a.b': '{n, plural, one {# dag} other {# dagen}}' };
    expect(findProblems(language, dutch, { 'a.b': `{n, plural, ${forms}}` })).toEqual([`a.b lacks the plural ${lacks}`]);
  });

  it('sees a text in another script', () => {
    expect(findProblems('uk', { 'a.b': 'Terug' }, { 'a.b': 'Back' })).toEqual(['a.b is not translated']);
    expect(findProblems('ar', { 'a.b': 'Terug' }, { 'a.b': 'Back' })).toEqual(['a.b is not translated']);
  });

  it('sets values apart in sentences from right to left', () => {
    expect(isolateValues(compileMessage('اتصل: {name}'))).toEqual(['اتصل: ', '\u2068', ['name'], '\u2069']);
    const plural = isolateValues(compileMessage('{n, plural, one {{name}} other {#}}'));
    expect(plural).toEqual([['n', 'plural', { one: ['\u2068', ['name'], '\u2069'], other: ['#'] }]]);
  });

  it('keeps a screen in one language: the chosen one when all that it speaks is there, and else Dutch', () => {
    expect(languageFor('ar', ['shell', 'myPlan'])).toBe('ar');
    expect(languageFor('ar', ['myPlan', 'case'])).toBe('nl');
    expect(languageFor('en', ['myPlan', 'case'])).toBe('en');
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

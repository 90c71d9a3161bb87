import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { buildOldBrowserCheck } from '../../.ci/oldBrowser.ts';
import { OLDEST_BROWSERS } from '../../.ci/oldestBrowsers.ts';
import { LANGUAGES } from '../../src/ui/i18n/languages.ts';

/** Written for this age of JavaScript. Types and comments aside, code that is old already comes out as it was. */
const compileTo = (source: string, target: ts.ScriptTarget) =>
  ts.transpileModule(source, { compilerOptions: { target, removeComments: true, strict: false, ignoreDeprecations: '6.0' } }).outputText;
const isES5 = (source: string) => compileTo(source, ts.ScriptTarget.ES5) === compileTo(source, ts.ScriptTarget.ESNext);

describe('the check of the browser', () => {
  const script = buildOldBrowserCheck();

  it('can be read by browsers that know ES5 alone', () => expect(isES5(script)).toBe(true));

  it.each([
    'const a = 1;',
    'var f = () => 1;',
    'var a = `b`;',
    'var a = window?.b;',
    'var a = window.b ?? 1;',
    'var { a } = window;',
    'for (var a of []);',
    'var o = { a, b() {} };',
    'class A {}',
    'async function f() {}',
  ])('would see: %s', (planted) => expect(isES5(`var a = 1;\nvar b = 2;\n${planted}`)).toBe(false));

  it('says it in every language, and names the oldest versions', () => {
    for (const language of LANGUAGES) expect(script).toContain(`"language":"${language}"`);
    expect(script).not.toMatch(/__[A-Z]+__|undefined/);
    for (const [name, version] of Object.entries(OLDEST_BROWSERS)) expect(script).toContain(`${name} ${version}+`);
  });

  it('names the same versions in the README', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8').replaceAll(/\s+/g, ' ');
    for (const [name, version] of Object.entries(OLDEST_BROWSERS)) expect(readme).toContain(`${name} ${version}`);
  });
});

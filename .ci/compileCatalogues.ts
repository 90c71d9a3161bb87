import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { languages } from '../src/ui/i18n/languages.ts';
import { findUntranslated } from './checkCatalogues.ts';

/** Turns the ICU sentences of `src/ui/i18n/<language>/<feature>.json` into Lingui's compiled form while building, so no parser ships. */
export function compileCatalogues(): Plugin {
  return {
    name: 'knooppunt-compile-catalogues',
    enforce: 'pre',
    transform(source, id) {
      const language = /\/src\/ui\/i18n\/([a-z]{2})\/[\w-]+\.json$/.exec(id)?.[1];
      if (!language) return null;
      const compile = isRightToLeft(language) ? (sentence: string) => isolateValues(compileMessage(sentence)) : compileMessage;
      const sentences = Object.entries(JSON.parse(source) as Record<string, string>);
      const compiled = Object.fromEntries(sentences.map(([key, sentence]) => [key, compile(sentence)]));
      return { code: `export default ${JSON.stringify(compiled)}`, map: null, moduleType: 'js' };
    },
  };
}

/** Nothing is built with a sentence that a language misses: it would be a key on somebody's screen. */
export function checkCatalogues(): Plugin {
  return {
    name: 'knooppunt-check-catalogues',
    apply: 'build',
    buildStart() {
      const problems = findUntranslated();
      if (problems.length > 0) this.error(`the catalogues are not complete:\n${problems.join('\n')}`);
    },
  };
}

const isRightToLeft = (language: string): boolean =>
  Object.entries(languages).some(([each, { direction }]) => each === language && direction === 'rtl');

/** A Dutch name or telephone number in a sentence that runs from right to left stands in a direction of its own. */
export function isolateValues(compiled: unknown): unknown {
  if (!Array.isArray(compiled)) return compiled;
  return compiled.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [token];
    if (token.length === 1) return ['\u2068', token, '\u2069'];
    return [
      token.map((part: unknown) =>
        part !== null && typeof part === 'object'
          ? Object.fromEntries(Object.entries(part).map(([branch, tokens]) => [branch, isolateValues(tokens)]))
          : part,
      ),
    ];
  });
}

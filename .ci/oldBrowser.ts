import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { languages } from '../src/ui/i18n/languages.ts';
import { nameOldestBrowsers } from './oldestBrowsers.ts';

const SOURCE = join(import.meta.dirname, '../src/oldBrowser.js');
const COMMENT = /^\/\*[\s\S]*?\*\/\n|^\s*\/\/.*\n/gm;

/** The check of a browser with its sentences in every language, the same as the app's own. */
export function buildOldBrowserCheck(): string {
  const texts = Object.entries(languages).map(([language, { direction }]) => {
    const file = join(import.meta.dirname, `../src/ui/i18n/${language}/shell.json`);
    const { 'shell.unusable.noCrypto.title': title, 'shell.unusable.noCrypto.explain': explain } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Record<string, string>;
    return { language, direction, title, explain };
  });
  return readFileSync(SOURCE, 'utf8')
    .replace(COMMENT, '')
    .replace('__TEXTS__', () => JSON.stringify(texts))
    .replace('__OLDEST__', () => JSON.stringify(nameOldestBrowsers()));
}

/** Puts it before the app's own scripts. A file, because the policy allows nothing inside the page; deferred ones run in their order. */
export function checkBrowserFirst(): Plugin {
  let reference = '';
  return {
    name: 'check-browser-first',
    apply: 'build',
    buildStart() {
      reference = this.emitFile({ type: 'asset', name: 'oldBrowser.js', source: buildOldBrowserCheck() });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const file = Object.values(bundle).find((output) => output.type === 'asset' && output.names.includes('oldBrowser.js'));
        if (!file) throw new Error(`the check of the browser is not in the build (${reference})`);
        return [{ tag: 'script', attrs: { defer: true, src: `/${file.fileName}` }, injectTo: 'head-prepend' }];
      },
    },
  };
}

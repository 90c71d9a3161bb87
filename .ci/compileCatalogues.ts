import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Turns the ICU sentences of `src/ui/i18n/<language>/<feature>.json` into Lingui's compiled form while building, so no parser ships. */
export function compileCatalogues(): Plugin {
  return {
    name: 'knooppunt-compile-catalogues',
    enforce: 'pre',
    transform(source, id) {
      if (!/\/src\/ui\/i18n\/[a-z]{2}\/[\w-]+\.json$/.test(id)) return null;
      const sentences = Object.entries(JSON.parse(source) as Record<string, string>);
      const compiled = Object.fromEntries(sentences.map(([key, sentence]) => [key, compileMessage(sentence)]));
      return { code: `export default ${JSON.stringify(compiled)}`, map: null, moduleType: 'js' };
    },
  };
}

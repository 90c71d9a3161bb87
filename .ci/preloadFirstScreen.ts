import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

interface FirstScreen {
  /** Paths from the root of the modules whose chunks the first screen needs. */
  readonly modules: readonly string[];
  /** Paths from the root of the styles that the drawing in index.html needs. */
  readonly styles: readonly string[];
}

/**
 * Lets index.html ask for the chunks of the first screen at once. They are imported when they are needed, so that without this each
 * would be found only after the one before it had run. What index.html draws waits for its own small style sheet and no other: the rest
 * stand at the end of the body, where scripts still wait for them.
 */
export function preloadFirstScreen({ modules, styles }: FirstScreen): Plugin {
  return {
    name: 'preload-first-screen',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'asset',
        name: OPENING,
        source: styles
          .map((path) => readFileSync(path, 'utf8'))
          .join('')
          .replace(COMMENT, ''),
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
        const wanted = modules.map((module) => {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`));
          if (!chunk) throw new Error(`${module} is no chunk of its own: the first screen would wait for it`);
          return chunk;
        });
        const scripts = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]));
        const files = chunks.flatMap(({ fileName, viteMetadata }) =>
          scripts.has(fileName) ? [fileName, ...viteMetadata!.importedCss] : [],
        );
        const found = [...html.matchAll(STYLE_SHEET)].map(([, file = '']) => file);
        const opening = Object.values(bundle).find((output) => output.type === 'asset' && output.names.includes(OPENING))!;
        const link = (file: string, injectTo: 'head' | 'body') => ({
          tag: 'link',
          attrs: { rel: isStyle(file) ? 'stylesheet' : 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo,
        });
        return {
          html: html.replace(STYLE_SHEET, ''),
          tags: [
            link(opening.fileName, 'head'),
            ...files.filter((file) => !isStyle(file) && !html.includes(`"/${file}"`)).map((file) => link(file, 'head')),
            ...[...new Set([...found, ...files.filter(isStyle)])].map((file) => link(file, 'body')),
          ],
        };
      },
    },
  };
}

const isStyle = (file: string): boolean => file.endsWith('.css');
const OPENING = 'opening.css';
const COMMENT = /\/\*[\s\S]*?\*\//g;
const STYLE_SHEET = /<link rel="stylesheet"[^>]*? href="\/([^"]+)">\s*/g;

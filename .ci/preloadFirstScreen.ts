import type { Plugin } from 'vite';

/**
 * Lets index.html ask for the chunks of the first screen at once. They are imported when they are needed, so that without this each
 * would be found only after the one before it had run.
 *
 * @param modules paths of the modules whose chunks the first screen needs, from the root
 */
export function preloadFirstScreen(modules: readonly string[]): Plugin {
  return {
    name: 'preload-first-screen',
    apply: 'build',
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
        return files
          .filter((file) => !html.includes(`"/${file}"`))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head',
          }));
      },
    },
  };
}

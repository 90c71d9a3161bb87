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
      handler: (_html, { bundle = {} }) => {
        const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []));
        const wanted = modules.map((module) => {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`));
          if (!chunk) throw new Error(`${module} is no chunk of its own: the first screen would wait for it`);
          return chunk;
        });
        const files = new Set(wanted.flatMap(({ fileName, imports }) => [fileName, ...imports]));
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        }));
      },
    },
  };
}

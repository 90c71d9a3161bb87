import { availableParallelism } from 'node:os';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { checkCatalogues, compileCatalogues } from './.ci/compileCatalogues.ts';
import { hashOfSources } from './.ci/hashOfSources.ts';
import { LongestFirst } from './.ci/longestFirst.ts';
import { neededBy } from './.ci/neededBy.ts';
import { checkBrowserFirst } from './.ci/oldBrowser.ts';
import { preloadFirstScreen } from './.ci/preloadFirstScreen.ts';

/** What the first screen on an empty device is made of, beside the entry. */
const FIRST_SCREEN = {
  modules: ['src/ui/routes/welcome.tsx', ...['shell', 'errors', 'terms', 'start'].map((part) => `src/ui/i18n/nl/${part}.json`)],
  styles: ['src/ui/app/tokens.css', 'src/ui/app/base.css', 'src/ui/app/opening.css'],
};

const readsALink = neededBy('src/crypto/invitation.ts');
const isOfADevice = neededBy('src/ownDevice.ts');

const LANGUAGES = ['nl-NL', 'en-US'];

export default defineConfig({
  plugins: [
    checkCatalogues(),
    compileCatalogues(),
    { ...optimizeLocales.vite({ locales: LANGUAGES }), enforce: 'pre' },
    react(),
    preloadFirstScreen(FIRST_SCREEN),
    checkBrowserFirst(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'serviceWorker.ts',
      injectRegister: false,
      registerType: 'prompt',
      // Not the webmanifest: with it in the list the service worker fails without a word.
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,woff2}'], maximumFileSizeToCacheInBytes: 3_000_000 },
      manifest: {
        id: '/',
        name: 'Knooppunt',
        short_name: 'Knooppunt',
        description: 'Eén gezin, één plan, één regisseur. Werkt ook zonder internet.',
        lang: 'nl',
        start_url: '/cases',
        display: 'standalone',
        background_color: '#faf8f4',
        theme_color: '#0b5563',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          { name: 'Overleggen', url: '/conferences' },
          { name: 'Mijn acties', url: '/actions' },
        ],
      },
    }),
  ],
  define: {
    __APP_VERSION__: JSON.stringify(process.env['npm_package_version'] ?? 'dev'),
    __BUILD__: JSON.stringify(hashOfSources()),
  },
  build: {
    target: 'es2022',
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What a first start needs comes in a few files instead of fifty: libraries, which change seldom, the app's own, and its screen.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/, priority: 2 },
            { name: 'start', tags: ['$initial'], test: /[\\/]src[\\/](?!main\.tsx)/, priority: 1 },
            { debugName: 'invitation', name: (id, modules) => (readsALink(id, modules) ? 'invitation' : null) },
            { debugName: 'device', name: (id, modules) => (isOfADevice(id, modules) ? 'device' : null) },
            { name: 'welcome', test: /[\\/]routes[\\/]welcome\.tsx$/ },
            // Each shared icon would be a file of its own, of some 300 bytes: a line in what the service worker keeps, and a question on a slow line.
            { name: 'icons', test: /[\\/]node_modules[\\/]lucide-react[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  // The exchange of a server that runs beside it.
  server: { host: 'localhost', proxy: { '/v1': `http://localhost:${process.env['PORT'] ?? 4180}` } },
  test: {
    // Vitest leaves one processor free, which on two means one test file at a time.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // As long as screens are waited for: a second is nothing on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/ui/**', 'tests/e2e/**', 'tests/faults/**', 'tests/bench/**'],
          testTimeout: 60_000,
          // One more than there are processors: there is always one that waits for a server.
          maxWorkers: availableParallelism() + 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          pool: 'threads',
          include: ['tests/ui/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/jsdom.ts'],
          // A whole conference on a machine that does much else takes more than a minute.
          testTimeout: 120_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/core/**/*.ts', 'src/crypto/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 100, functions: 100, statements: 100, branches: 100 },
    },
  },
});

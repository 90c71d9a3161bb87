import { defineConfig } from 'vite';

/** The bench page alone: the application and its adapters as the product builds them, without the screens. Never part of the product. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: { target: 'es2022', emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  worker: { format: 'es' },
});

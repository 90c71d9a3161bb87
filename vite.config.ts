import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compileCatalogues } from './.build/compileCatalogues.ts';

export default defineConfig({
  plugins: [compileCatalogues(), react()],
  build: { target: 'es2022', sourcemap: false },
  test: {
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/ui/**', 'tests/e2e/**', 'tests/bench/**'] } },
      { extends: true, test: { name: 'jsdom', environment: 'jsdom', include: ['tests/ui/**/*.test.{ts,tsx}'], setupFiles: ['tests/support/jsdom.ts'] } },
    ],
  },
});

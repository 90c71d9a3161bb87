import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('location', { origin: 'https://knooppunt.example' });
});
afterEach(() => vi.unstubAllGlobals());

const load = async () => (await import('../../../src/adapters/browser/trustedTypes.ts')).trustedScriptUrl;

it('lets scripts of this app through, with one policy for all', async () => {
  const made: string[] = [];
  vi.stubGlobal('trustedTypes', {
    createPolicy: (name: string, rules: { createScriptURL: (path: string) => string }) => {
      made.push(name);
      return { createScriptURL: (path: string) => ({ trusted: rules.createScriptURL(path) }) };
    },
  });
  const trustedScriptUrl = await load();
  expect(trustedScriptUrl('/serviceWorker.js')).toEqual({ trusted: 'https://knooppunt.example/serviceWorker.js' });
  expect(trustedScriptUrl('/assets/journal.worker-1a.js')).toEqual({ trusted: 'https://knooppunt.example/assets/journal.worker-1a.js' });
  expect(made).toEqual(['knooppunt']);
});

it.each([
  'https://elsewhere.example/a.js',
  '//elsewhere.example/a.js',
  'data:text/javascript,1',
  'blob:https://knooppunt.example/1',
  'javascript:1',
  '/upload/a.html',
])('refuses %s, also where Trusted Types are unknown', async (path) => {
  const trustedScriptUrl = await load();
  expect(() => trustedScriptUrl(path)).toThrow(TypeError);
});

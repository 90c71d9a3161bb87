import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from '../../src/server/createServer.ts';

const dist = mkdtempSync(join(tmpdir(), 'dist-'));
mkdirSync(join(dist, 'assets'));
writeFileSync(join(dist, 'index.html'), '<title>Knooppunt</title>');
writeFileSync(join(dist, 'serviceWorker.js'), 'self;');
writeFileSync(join(dist, 'assets/app.js'), 'app;');

const server = createServer(dist, () => false);
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Written out, not taken from the program: a header that is dropped there is missed here. */
const HEADERS = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

describe('the server', () => {
  it.each(['/', '/cases', '/cases/abc/conference/conference.member.random', '/help/offline'])('gives the app at %s', async (path) => {
    const response = await fetch(origin + path);
    expect(await response.text()).toContain('Knooppunt');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('keeps hashed files for ever and the service worker never', async () => {
    expect((await fetch(`${origin}/assets/app.js`)).headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${origin}/serviceWorker.js`)).headers.get('cache-control')).toBe('no-store');
  });

  it('answers everything with the security headers', async () => {
    for (const path of ['/', '/assets/app.js', '/missing.js', '/healthz']) {
      const { headers } = await fetch(origin + path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*require-trusted-types-for 'script'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(Object.fromEntries(Object.keys(HEADERS).map((name) => [name, headers.get(name)]))).toEqual(HEADERS);
    }
  });

  it('refuses what is not asked for', async () => {
    expect((await fetch(`${origin}/missing.js`)).status).toBe(404);
    expect((await fetch(origin, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(`${origin}/..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${origin}/%2e%2e/package.json`)).status).toBe(404);
  });

  it('lets a connection go whose answer comes after the server was asked to stop', async () => {
    let answer = () => {};
    const asked = Promise.withResolvers<void>();
    const stopping = createServer(dist, (_, response) => {
      answer = () => void response.end('answered');
      asked.resolve();
      return true;
    });
    stopping.keepAliveTimeout = 600_000;
    await new Promise<void>((resolve) => stopping.listen(0, '127.0.0.1', resolve));
    const answered = fetch(`http://127.0.0.1:${(stopping.address() as AddressInfo).port}/v1/asked`);
    await asked.promise;
    const closed = once(stopping, 'close');
    stopping.close();
    answer();
    expect(await (await answered).text()).toBe('answered');
    await closed;
  });
});

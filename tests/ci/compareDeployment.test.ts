import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareDeployment } from '../../.ci/compareDeployment.ts';
import { writeRelease } from '../../.ci/writeRelease.ts';
import { createServer } from '../../src/server/createServer.ts';

const FILES = {
  'index.html': '<title>Knooppunt</title>',
  'serviceWorker.js': 'self.addEventListener("fetch", () => {});',
  'assets/app.abc.js': 'console.log("app");',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.vite/manifest.json': '{}',
};

let folder: string;
let ours: string;
let theirs: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  ours = makeDist('ours');
  theirs = makeDist('theirs');
});
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function makeDist(name: string): string {
  const dist = join(folder, name);
  for (const [path, text] of Object.entries(FILES)) write(dist, path, text);
  writeRelease(dist, '1.2.3');
  for (const path of [...Object.keys(FILES), 'release.json']) compress(dist, path, readFileSync(join(dist, path)));
  return dist;
}

function write(dist: string, path: string, text: string): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
}

function compress(dist: string, path: string, bytes: Uint8Array): void {
  writeFileSync(join(dist, `${path}.gz`), gzipSync(bytes));
  writeFileSync(join(dist, `${path}.br`), brotliCompressSync(bytes));
}

async function listen(server: Server): Promise<URL> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const serve = (dist: string): Promise<URL> => listen(createServer(dist, () => false));

/** The real server behind something that changes its answers. */
const serveChanged = async (change: (response: ServerResponse, path: string) => void): Promise<URL> => {
  const real = createServer(theirs, () => false);
  return listen(
    createHttpServer((request, response) => {
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) => (setHeader(name, value), change(response, request.url ?? ''), response);
      real.emit('request', request, response);
    }),
  );
};

describe('comparing a server with the release', () => {
  it('finds nothing when everything is the same, in each stored form and on each page', async () => {
    const { release, compared, differences } = await compareDeployment(await serve(theirs), ours);
    expect(differences).toEqual([]);
    expect(release.version).toBe('1.2.3');
    expect(release.hash).toMatch(/^[0-9a-f]{64}$/);
    // Four files, the release itself and three pages, each in three forms.
    expect(compared).toBe(8 * 3);
  });

  it('leaves out what is never handed out', () => {
    const { files } = JSON.parse(readFileSync(join(ours, 'release.json'), 'utf8')) as { files: object };
    expect(Object.keys(files)).toEqual(['/assets/app.abc.js', '/icon.svg', '/index.html', '/serviceWorker.js']);
  });

  it('finds one changed byte in a script', async () => {
    write(theirs, 'assets/app.abc.js', FILES['assets/app.abc.js'].replace('app', 'apq'));
    const { differences } = await compareDeployment(await serve(theirs), ours);
    expect(differences).toEqual([{ path: '/assets/app.abc.js', what: 'other bytes than the release' }]);
  });

  it('finds one changed byte that stands only in the compressed form, as most browsers get it', async () => {
    writeFileSync(join(theirs, 'serviceWorker.js.br'), brotliCompressSync(Buffer.from(`${FILES['serviceWorker.js']} `)));
    const { differences } = await compareDeployment(await serve(theirs), ours);
    expect(differences).toEqual([{ path: '/serviceWorker.js (br)', what: 'other bytes than the release' }]);
  });

  it('finds another page behind every address of the app', async () => {
    const changed = Buffer.from(FILES['index.html'].replace('Knooppunt', 'Knooppunt!'));
    writeFileSync(join(theirs, 'index.html'), changed);
    compress(theirs, 'index.html', changed);
    const { differences } = await compareDeployment(await serve(theirs), ours);
    expect(new Set(differences.map(({ path }) => path.split(' ')[0]))).toEqual(
      new Set(['/index.html', '/', '/cases', '/help/organisation/ict']),
    );
  });

  it('finds a file that is missing, and compressed bytes that are none', async () => {
    rmSync(join(theirs, 'icon.svg'));
    rmSync(join(theirs, 'icon.svg.br'));
    rmSync(join(theirs, 'icon.svg.gz'));
    writeFileSync(join(theirs, 'assets/app.abc.js.gz'), 'no gzip');
    const { differences } = await compareDeployment(await serve(theirs), ours);
    expect(differences.filter(({ path }) => path.startsWith('/icon.svg')).map(({ what }) => what)).toEqual(
      Array.from({ length: 3 }, () => 'answers 404 in place of 200'),
    );
    expect(differences.find(({ path }) => path === '/assets/app.abc.js (gzip)')?.what).toMatch(/no answer that can be read/);
  });

  it('finds a weakened policy, a header that was taken away and one that was added', async () => {
    const url = await serveChanged((response, path) => {
      const policy = response.getHeader('Content-Security-Policy');
      if (path.endsWith('.js') && typeof policy === 'string' && !policy.includes('unsafe-eval'))
        response.setHeader('Content-Security-Policy', policy.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"));
      if (path === '/icon.svg') response.removeHeader('Referrer-Policy');
      if (path === '/cases' && !response.hasHeader('Set-Cookie')) response.setHeader('Set-Cookie', 'who=me');
    });
    const { differences } = await compareDeployment(url, ours);
    const said = differences.map(({ path, what }) => `${path}: ${what}`);
    expect(said).toContainEqual(expect.stringMatching(/^\/serviceWorker\.js: Content-Security-Policy is ".*unsafe-eval/));
    expect(said).toContainEqual('/icon.svg: Referrer-Policy is missing, not "no-referrer"');
    expect(said).toContainEqual('/cases: has a header that the release does not have: set-cookie');
    expect(said.some((line) => line.startsWith('/index.html'))).toBe(false);
  });

  it('does not follow a server that sends elsewhere', async () => {
    const url = await listen(createHttpServer((_request, response) => response.writeHead(302, { Location: '/elsewhere' }).end()));
    const { compared, differences } = await compareDeployment(url, ours);
    expect(differences).toHaveLength(compared);
    expect(new Set(differences.map(({ what }) => what))).toEqual(new Set(['answers 302 in place of 200']));
  });

  it('says of a server that is not there that nothing was read', async () => {
    const url = await serve(theirs);
    await new Promise((resolve) => servers.pop()!.close(resolve));
    const { compared, differences } = await compareDeployment(url, ours);
    expect(differences).toHaveLength(compared);
  });
});

describe('the command', () => {
  it('asks for an address, and ends with 1 without one', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../.ci/verifyDeployment.ts')], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('npm run verify-deployment -- https://');
  });
});

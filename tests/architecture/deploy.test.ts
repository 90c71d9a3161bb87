import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

const serverSource = readdirSync(join(REPOSITORY, 'src/server'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(join('src/server', path)))
  .join('\n');
const known = new Set([...serverSource.matchAll(/process\.env\['(\w+)'\]/g)].map(([, name]) => name!));
const files = readdirSync(join(REPOSITORY, '.deploy'));
const namesIn = (text: string) => new Set([...text.matchAll(/\b(KNOOPPUNT_[A-Z_]+)\b/g)].map(([, name]) => name!));

/** The lines of a unit that set this. */
const settings = (unit: string, name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value!);

describe('the files for running a server', () => {
  it('are all there', () =>
    expect(files.toSorted()).toEqual([
      'Caddyfile',
      'Containerfile',
      'knooppunt-backup.service',
      'knooppunt-backup.timer',
      'knooppunt.service',
    ]));

  it.each(files)('%s names only settings that the server reads', (file) => {
    for (const name of namesIn(read(`.deploy/${file}`))) expect(known).toContain(name);
  });

  it('the README tells every setting that the server reads, and no other', () => {
    const table = [...read('README.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name!);
    expect(table.toSorted()).toEqual([...known].toSorted());
  });

  it('the README and the papers name only commands that there are', () => {
    const named = [...read('README.md').matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(scripts!)).toContain(name);
  });

  it.each([
    ['knooppunt.service', 'start'],
    ['knooppunt-backup.service', 'backup'],
  ])('%s runs what `npm run %s` runs, with the runtime that npm ci brings', (file, script) => {
    const unit = read(`.deploy/${file}`);
    const [folder] = settings(unit, 'WorkingDirectory');
    const [runtime, entry] = settings(unit, 'ExecStart')[0]!.split(' ');
    expect(runtime).toBe(`${folder}/node_modules/.bin/node`);
    expect(existsSync(join(REPOSITORY, 'node_modules/.bin/node'))).toBe(true);
    expect(existsSync(join(REPOSITORY, entry!))).toBe(true);
    expect(scripts![script]!.endsWith(`node ${entry}`)).toBe(true);
    const state = `/var/lib/${settings(unit, 'StateDirectory')[0]}`;
    expect(settings(unit, 'Environment')).toContain(`KNOOPPUNT_DATA=${state}`);
  });

  it('the proxy and the unit agree with the server on the port', () => {
    const port = /process\.env\['PORT'\] \?\? (\d+)/.exec(read('src/server/main.ts'))![1];
    expect(read('.deploy/Caddyfile')).toContain(`reverse_proxy localhost:${port}`);
    expect(settings(read('.deploy/knooppunt.service'), 'Environment')).toContain(`PORT=${port}`);
  });
});

describe('the container', () => {
  const stages = read('.deploy/Containerfile')
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1)!;

  it('has the runtime of package.json in each stage', () => {
    expect(stages).toHaveLength(2);
    for (const stage of stages) expect(stage).toMatch(new RegExp(`^docker\\.io/library/node:${devDependencies!['node']}-slim`));
  });

  it('copies only what is there', () => {
    for (const [, sources] of stages.join('\n').matchAll(/^COPY (?!--from)(.+) \S+$/gm))
      for (const source of sources!.split(' ')) expect([source, existsSync(join(REPOSITORY, source))]).toEqual([source, true]);
  });

  it('has all that the server needs to start: nothing of the app, and no package that is only for building', async () => {
    const house = mkdtempSync(join(tmpdir(), 'container-'));
    try {
      for (const [, sources] of last.matchAll(/^COPY (?!--from)(.+) \S+$/gm))
        for (const source of sources!.split(' ')) {
          mkdirSync(dirname(join(house, source)), { recursive: true });
          cpSync(join(REPOSITORY, source), join(house, source), { recursive: true });
        }
      for (const name of Object.keys(dependencies!)) {
        mkdirSync(dirname(join(house, 'node_modules', name)), { recursive: true });
        symlinkSync(join(REPOSITORY, 'node_modules', name), join(house, 'node_modules', name));
      }
      mkdirSync(join(house, 'dist'));
      writeFileSync(join(house, 'dist/index.html'), '<title>Knooppunt</title>');
      const [command, ...words] = JSON.parse(/^CMD (.+)$/m.exec(last)![1]!) as readonly string[];
      expect(command).toBe('node');
      const server = spawn(process.execPath, words, {
        cwd: house,
        env: { PATH: process.env['PATH'], PORT: '0', KNOOPPUNT_DATA: join(house, 'data') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      try {
        let said = '';
        for (const stream of [server.stdout, server.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
        await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
        const [, origin] = /Knooppunt: (\S+)/.exec(said) ?? [];
        expect(origin, said).toBeDefined();
        expect(await (await fetch(`${origin}/healthz`)).text()).toBe('ok');
      } finally {
        server.kill('SIGKILL');
        if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      }
    } finally {
      rmSync(house, { recursive: true, force: true });
    }
  });
});

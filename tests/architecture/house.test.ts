import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const TOP_LEVEL = [
  'ARCHITECTURE.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'index.html',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
];

/** What the compiler says of a file that stands in the core's own project. */
function compileInCore(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'core-'));
  try {
    writeFileSync(join(folder, 'planted.ts'), source);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: join(REPOSITORY, 'src/core/tsconfig.json'), include: ['planted.ts'] }),
    );
    execFileSync(process.execPath, [join(REPOSITORY, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return String((error as { stdout: unknown }).stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the house', () => {
  it('has the agreed top level', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: REPOSITORY, encoding: 'utf8' }).trim().split('\n');
    const top = new Set(tracked.map((path) => path.split('/')[0]!).filter((name) => !name.startsWith('.')));
    expect([...top].sort()).toEqual(TOP_LEVEL.toSorted());
  });

  it('pins every version exactly', () => {
    const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it.each(['document.title;', 'process.env;', 'new TextEncoder();', 'fetch("/");', 'setTimeout(() => 1, 1);'])(
    'refuses in the core: %s',
    (source) => {
      expect(compileInCore(source)).toMatch(/error TS2(304|584|580|552|591)/);
    },
  );

  it('compiles in the core what is pure', () => expect(compileInCore('export const one = 1;')).toBe(''));
});

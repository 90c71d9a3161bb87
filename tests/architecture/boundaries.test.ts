import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

// The rules are JavaScript, because the dependency cruiser's own program reads them too.
const { default: rules } = (await import('../../.dependency-cruiser.mjs' as string)) as {
  default: { forbidden: never[]; options: object };
};

const REPOSITORY = resolve(import.meta.dirname, '../..');

async function look(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src'], { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir });
  return output as ICruiseResult;
}

/** A small copy of the house with one import that must not be there. */
async function lookAtPlanted(files: Record<string, string>): Promise<readonly string[]> {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const [path, source] of Object.entries({
      ...files,
      'tsconfig.json': '{}',
      'package.json': '{"type":"module","dependencies":{"dexie":"*"}}',
    })) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), source);
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(house, 'node_modules'));
    return (await look(house)).summary.violations.map((violation) => violation.rule.name);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

describe('the rooms', () => {
  it('import only what ARCHITECTURE.md allows, and every source file was looked at', async () => {
    const result = await look(REPOSITORY);
    const sources = readdirSync(join(REPOSITORY, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const seen = new Set(result.modules.map((module) => module.source));
    expect(sources.filter((path) => !seen.has(`src/${path.replaceAll('\\', '/')}`))).toEqual([]);
    expect(result.modules.some((module) => module.dependencies.length > 3)).toBe(true);
    expect(result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  it.each([
    ['room-core-shared', { 'src/core/shared/a.ts': `export * from '../plan/b.ts';`, 'src/core/plan/b.ts': `export const b = 1;` }],
    [
      'room-core-conference',
      { 'src/core/conference/a.ts': `export * from '../evaluation/b.ts';`, 'src/core/evaluation/b.ts': `export const b = 1;` },
    ],
    ['room-core-consent', { 'src/core/consent/a.ts': `export * from '../clocks/b.ts';`, 'src/core/clocks/b.ts': `export const b = 1;` }],
    ['room-server', { 'src/server/a.ts': `export * from '../core/plan/b.ts';`, 'src/core/plan/b.ts': `export const b = 1;` }],
    [
      'room-server',
      { 'src/server/a.ts': `import type { b } from '../crypto/b.ts'; export type c = b;`, 'src/crypto/b.ts': `export type b = 1;` },
    ],
    [
      'server-is-blind',
      {
        'src/server/a.ts': `export * from '../crypto/verification/b.ts';`,
        'src/crypto/verification/b.ts': `export * from '../c.ts';`,
        'src/crypto/c.ts': `export const c = 1;`,
      },
    ],
    [
      'service-worker-is-blind',
      {
        'src/serviceWorker.ts': `export * from './courier/a.ts';`,
        'src/courier/a.ts': `export * from '../protocol/b.ts';`,
        'src/protocol/b.ts': `export * from '../crypto/c.ts';`,
        'src/crypto/c.ts': `export const c = 1;`,
      },
    ],
    ['room-courier', { 'src/courier/a.ts': `export * from '../core/plan/b.ts';`, 'src/core/plan/b.ts': `export const b = 1;` }],
    ['room-crypto-verification', { 'src/crypto/verification/a.ts': `export * from '../b.ts';`, 'src/crypto/b.ts': `export const b = 1;` }],
    [
      'room-ui-features',
      { 'src/ui/features/one/a.tsx': `export * from '../two/b.tsx';`, 'src/ui/features/two/b.tsx': `export const b = 1;` },
    ],
    ['library-dexie', { 'src/application/a.ts': `import { Dexie } from 'dexie'; export const a = Dexie;` }],
    ['only-rooms', { 'src/elsewhere/a.ts': `export * from './b.ts';`, 'src/elsewhere/b.ts': `export const b = 1;` }],
    ['no-cycles', { 'src/core/plan/a.ts': `export * from './b.ts';`, 'src/core/plan/b.ts': `export * from './a.ts';` }],
  ])('a planted violation of %s is found', async (rule, files) => {
    expect(await lookAtPlanted(files)).toContain(rule);
  });

  it('a house that keeps the rules has no violation', async () => {
    expect(
      await lookAtPlanted({ 'src/core/plan/a.ts': `export * from '../shared/b.ts';`, 'src/core/shared/b.ts': `export const b = 1;` }),
    ).toEqual([]);
  });
});

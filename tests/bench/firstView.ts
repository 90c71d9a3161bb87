import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure } from './figure.ts';

/** What the build's own budget counts, so that both say the same; above it the build itself fails too. */
export function measureFirstView(): Promise<readonly Figure[]> {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, '../../.ci/budgets.ts')], { encoding: 'utf8' });
  const views = [...stdout.matchAll(/([\d.]+) kB of (\d+) kB gzip JavaScript in the first view of (.+)/g)];
  if (views.length === 0) throw new Error('the budgets say nothing: build first');
  return Promise.resolve(
    views.map(([, value, limit, whose]) => ({
      name: `JavaScript of the first view of ${whose} (gzip)`,
      value: Number(value),
      unit: 'kB',
      aim: Number(limit),
      ratio: Number(value) / Number(limit),
      limit: 1,
    })),
  );
}

if (import.meta.main) console.log(await measureFirstView());

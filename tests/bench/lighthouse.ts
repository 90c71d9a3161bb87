import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { findBrowser } from '../../.ci/findBrowser.ts';
import { BROWSER_ARGUMENTS } from '../e2e/support/browser.ts';
import { startServer } from '../e2e/support/server.ts';
import { median, type Figure } from './figure.ts';

const LEAST = { performance: 90, accessibility: 100, 'best-practices': 100 } as const;
const RUNS = 3;
const PORT = 9357;

/** Lighthouse's mobile scores of the first screen, median of three. Its scores are points out of 100, so they pass or fail as they are. */
export async function measureLighthouse(): Promise<readonly Figure[]> {
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...BROWSER_ARGUMENTS, `--remote-debugging-port=${PORT}`],
  });
  try {
    const runs: Record<string, number>[] = [];
    for (let run = 0; run < RUNS; run++) {
      const result = await lighthouse(server.origin, { port: PORT, onlyCategories: Object.keys(LEAST), logLevel: 'error' });
      const categories = result!.lhr.categories;
      runs.push(Object.fromEntries(Object.keys(LEAST).map((name) => [name, (categories[name]!.score ?? 0) * 100])));
      reportFailures(result!.lhr);
    }
    return Object.entries(LEAST).map(([name, least]) => {
      const value = median(runs.map((run) => run[name]!));
      return { name: `Lighthouse mobile: ${name}`, value, unit: 'points', aim: least, ratio: least / Math.max(value, 1), limit: 1 };
    });
  } finally {
    await browser.close();
    await server.kill();
  }
}

function reportFailures(report: { audits: Record<string, { score: number | null; title: string; weight?: number }> }): void {
  for (const { score, title } of Object.values(report.audits))
    if (score !== null && score < 0.5) console.log(`  lighthouse: ${title} (${score})`);
}

import { expect, type Page } from '@playwright/test';

/** Longer than printing takes on a busy machine. */
const PRINT_MS = 40_000;
const PAPER = {
  A4: /\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/,
  A5: /\/MediaBox \[0 0 (419|420)(\.\d+)? 59\d(\.\d+)?\]/,
};

/** On how many sheets the browser prints this page, and that they are of the size that the style sheet must ask for. */
export async function countSheets(page: Page, paper: keyof typeof PAPER = 'A4'): Promise<number> {
  // The browser prints in a process of its own. Should that not answer, asking again gets another one.
  const pdf = ((await print(page)) ?? (await print(page)))?.toString('latin1');
  if (pdf === undefined) throw new Error('the browser did not print');
  expect(pdf).toMatch(PAPER[paper]);
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
}

async function print(page: Page): Promise<Buffer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, PRINT_MS, undefined)));
  return Promise.race([page.pdf({ preferCSSPageSize: true }), tooLate]).finally(() => clearTimeout(timer));
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Engine } from './engine.ts';
import { guard, HIT, whenItStandsStill } from './press.ts';

/** Somebody before that browser: finds what stands there by what it is and what it is called, and sees what is shown. */
export interface Person {
  readonly name: string;
  readonly open: (address: string) => Promise<void>;
  readonly press: (role: string, name: string | RegExp) => Promise<void>;
  /** Presses a link until what it leads to is shown. */
  readonly follow: (link: string, words: RegExp) => Promise<void>;
  readonly write: (label: string | RegExp, text: string) => Promise<void>;
  readonly sees: (words: string | RegExp) => Promise<void>;
  /** The words shown that a pattern finds. */
  readonly read: (pattern: RegExp) => Promise<string[]>;
  /** Waits until the whole app is on the device. */
  readonly keepsApp: () => Promise<void>;
  readonly address: () => Promise<string>;
}

/** The same queries as in the tests of screens. */
const QUERIES = readFileSync(
  join(createRequire(import.meta.url).resolve('@testing-library/dom'), '../@testing-library/dom.umd.min.js'),
  'utf8',
);
const LIBRARY = 'window.TestingLibraryDom';
/** Two browsers and a server on a machine that does something else too. */
const STEP = { timeout: 90_000, intervals: [50, 100, 250] };

export function before(engine: Engine, name: string): Person {
  const bring = async () => {
    if (!(await engine.evaluate(`'TestingLibraryDom' in window`))) await engine.evaluate(`(() => { ${QUERIES} })()`);
  };
  const byRole = (role: string, called: string | RegExp) =>
    `${LIBRARY}.queryAllByRole(document.body, ${JSON.stringify(role)}, { name: ${inScript(called)} })[0]`;
  const byLabel = (label: string | RegExp) => `${LIBRARY}.queryAllByLabelText(document.body, ${inScript(label)})[0]`;
  const until = async (what: string, expression: string) =>
    await expect
      .poll(
        async () => {
          await bring();
          return await engine.evaluate(`Boolean(${expression})`);
        },
        { ...STEP, message: what },
      )
      .toBe(true);
  const shown = async () => String(await engine.evaluate('document.body.innerText'));
  // Anew when a driver says no, or when the press came down beside it: what was found was drawn again, or moved. Nothing was pressed then.
  const press = async (role: string, called: string | RegExp) =>
    await expect(async () => {
      await until(`${role} ${String(called)}`, byRole(role, called));
      expect(await engine.evaluate(whenItStandsStill(byRole(role, called))), `${role} ${String(called)} stands still`).toBe(true);
      await engine.evaluate(guard(byRole(role, called)));
      await engine.click(byRole(role, called));
      expect(await engine.evaluate(HIT), `${role} ${String(called)} is what was pressed`).not.toBe(false);
    }).toPass(STEP);
  return {
    name,
    open: engine.open,
    press,
    // A driver presses a place, and what comes in above it may have moved the link from there.
    follow: async (called, words) =>
      await expect(async () => {
        await bring();
        if (await engine.evaluate(`Boolean(${byRole('link', called)})`)) await press('link', called);
        await expect.poll(shown, { ...STEP, timeout: 3000 }).toMatch(words);
      }).toPass(STEP),
    write: async (label, text) => {
      await until(`field ${String(label)}`, byLabel(label));
      await engine.type(byLabel(label), text);
    },
    sees: async (words) => await expect.poll(shown, STEP)[typeof words === 'string' ? 'toContain' : 'toMatch'](words as string & RegExp),
    read: async (pattern) => (await shown()).match(pattern) ?? [],
    // An old phone takes its time for that, and says so nowhere.
    keepsApp: async () =>
      await expect
        .poll(async () => await engine.evaluate('navigator.serviceWorker.getRegistration().then((it) => Boolean(it?.active))'), STEP)
        .toBe(true),
    address: async () => String(await engine.evaluate('location.href')),
  };
}

const inScript = (text: string | RegExp) => (typeof text === 'string' ? JSON.stringify(text) : String(text));

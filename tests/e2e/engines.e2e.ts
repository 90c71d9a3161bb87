import { writeFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { findFirefox, findWebKit } from '../../.ci/findEngines.ts';
import type { Engine } from './engines/engine.ts';
import { walkAsFamily } from './engines/familyWalk.ts';
import { startFirefox } from './engines/firefox.ts';
import { before, type Person } from './engines/person.ts';
import { startWebKit } from './engines/webKit.ts';

const firefox = findFirefox();
const webKit = findWebKit();
const PICTURES = process.env['PICTURES'];

// Each walk has two browsers and a server, on a machine that does something else too.
test.describe.configure({ timeout: 600_000 });

test('the family does its main job in Firefox', async ({ browser }) => {
  test.skip(!firefox, 'there is no Firefox on this machine');
  const engine = await startFirefox(firefox!);
  await withPicture(engine, 'firefox', async (family) => await walkAsFamily(browser, family));
});

test('the family does its main job in WebKitGTK', async ({ browser }) => {
  test.skip(!webKit, 'there is no WebKitGTK on this machine');
  const engine = await startWebKit(webKit!);
  await withPicture(engine, 'webKit', async (family) => await walkAsFamily(browser, family));
});

/** What stands on the screen at the end: after a failure that says most. */
async function withPicture(engine: Engine, name: string, walk: (family: Person) => Promise<void>): Promise<void> {
  try {
    await walk(before(engine, 'Sanne Verzonnen'));
  } finally {
    if (PICTURES) writeFileSync(`${PICTURES}/${name}.png`, await engine.picture());
    await engine.close();
  }
}

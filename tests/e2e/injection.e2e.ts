import { expect } from '@playwright/test';
import { fillAndSave, openLocked, PASSPHRASE, setUpWithFamily } from '../faults/support/app.ts';
import { test } from '../faults/support/laptop.ts';
import { watchForProblems } from './support/watch.ts';

/** Each would say so when it ran: by a dialog, or by a request or an address that the watch does not allow. */
const CORPUS = [
  '<script>alert(1)</script>',
  '"><script src=https://kwaad.example/a.js></script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">klik</a>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<body onpageshow=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<style>@import url(https://kwaad.example/a.css)</style>',
  '<link rel=stylesheet href=https://kwaad.example/a.css>',
  '<img src=https://kwaad.example/a.png>',
  '<meta http-equiv=refresh content="0;url=https://kwaad.example">',
  '<base href=https://kwaad.example>',
  '<form action=https://kwaad.example><button autofocus>x</button></form>',
  '<object data="javascript:alert(1)"></object>',
  '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  "'-alert(1)-'",
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '{name, select, other {x}}',
  '<x onclick=alert(1)>&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u202E<script>alert(1)</script>\u202C',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
] as const;
const SCREENS = ['', '/family', '/preparation', '/timeline', '/print/onepage', '/print/full'] as const;

test(`none of ${CORPUS.length} texts that pose as a program runs, on any screen that shows them`, async ({ laptop }) => {
  const { page } = await laptop.start();
  const watch = await watchForProblems(page.context(), laptop.origin);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const [coordinator, organisation, family, child, school] = CORPUS;
  const address = await setUpWithFamily(page, laptop.origin, { coordinator, organisation, family, child, school });
  const left: string[] = [...CORPUS];
  for (const screen of ['family', 'preparation']) {
    await openLocked(page, `${address}/${screen}`);
    for (const field of await page.locator('main textarea').all()) {
      if (left.length > 0) await fillAndSave(field, left.splice(0, 5).join(' '));
    }
  }
  expect(left, 'every text was typed somewhere').toEqual([]);
  for (const screen of SCREENS) {
    await page.goto(`${address}${screen}`);
    await page.getByLabel('Wachtzin', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Ontgrendelen' }).click();
    await expect(page.getByRole('main').getByText('alert(1)').first()).toBeAttached();
  }
  expect(await page.evaluate(() => document.querySelectorAll('main script, main iframe, main object, main svg script').length)).toBe(0);
  expect(dialogs).toEqual([]);
  expect(watch.problems).toEqual([]);
});

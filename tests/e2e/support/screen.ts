import { expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Chooses, and waits until the choice shows: some show only what is stored. */
export async function choose(option: Locator): Promise<void> {
  await option.click();
  await expect(option).toBeChecked();
}

const PICTURES = process.env['PICTURES'];

/** A phone, a tablet, a school laptop. */
export const WIDTHS = [
  { width: 360, height: 780 },
  { width: 768, height: 1024 },
  { width: 1366, height: 860 },
] as const;

const TABLET = 768;

/** What every screen must be, at its own and all usual widths: readable by assistive technology, no sideways scrolling, large targets. */
export async function expectGoodScreen(page: Page, name: string, widths: readonly (typeof WIDTHS)[number][] = WIDTHS): Promise<void> {
  const own = page.viewportSize()!;
  const others = widths.filter(({ width }) => width !== own.width);
  for (const size of [own, ...others]) {
    if (size !== own) await page.setViewportSize(size);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${size.width}.png`, fullPage: true, animations: 'disabled' });
    await expectReflow(page);
    await expectTargets(page);
    // A tablet has the phone's layout or the laptop's: what axe looks at is the same there.
    if (size.width !== TABLET || size === own) await expectAccessible(page);
  }
  await page.setViewportSize(own);
}

/** No axe finding on this screen, by WCAG 2.2 AA. Targets are measured below: axe also counts what a bar happens to cover at this scroll. */
async function expectAccessible(page: Page): Promise<void> {
  // Put into a page once, and asked for nothing but violations: describing all that passed takes longer than finding what does not.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const found = await inPage.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'target-size': { enabled: false } },
      resultTypes: ['violations'],
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
  expect(violations).toEqual([]);
}

/** Nothing scrolls sideways, at the page's present width. axe does not see this. */
async function expectReflow(page: Page): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120))
      .slice(0, 5);
  });
  expect(tooWide).toEqual([]);
}

/** With letters twice as large nothing scrolls sideways, and what stands at the top of a phone scrolls away. */
export async function expectLargeLetters(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expectReflow(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(page.getByRole('button', { name: 'Vergrendelen' })).not.toBeInViewport();
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await expect(page.getByRole('button', { name: 'Vergrendelen' })).toBeInViewport();
}

/** Everything that can be pressed is at least 48 px high and wide, or stands inside a line of text. */
async function expectTargets(page: Page, least = 48): Promise<void> {
  const small = await page.evaluate((size) => {
    const isInText = (element: Element) =>
      element.parentElement !== null &&
      /\p{L}{3}/u.test(
        [...element.parentElement.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent)
          .join(''),
      );
    const isHidden = (element: Element) =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      element.closest('[aria-hidden=true], [inert]') !== null ||
      isForListeners(element);
    // Cut away to nothing: only there for those who listen.
    const isForListeners = (element: Element): boolean =>
      getComputedStyle(element).clipPath === 'inset(50%)' || (element.parentElement !== null && isForListeners(element.parentElement));
    return (
      [
        ...document.querySelectorAll(
          'button, a[href], input:not([type=hidden]), select, textarea, [role=button], [role=radio], [role=checkbox], [role=tab]',
        ),
      ]
        .filter((element) => !isHidden(element) && !isInText(element))
        // A native radio or checkbox is pressed through its label.
        .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && box.height > 1 && (box.height < size - 0.5 || box.width < size - 0.5))
        .map(({ element, box }) => `${Math.round(box.width)}x${Math.round(box.height)} ${element.outerHTML.slice(0, 100)}`)
    );
  }, least);
  expect(small).toEqual([]);
}

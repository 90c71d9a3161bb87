import type { Page } from '@playwright/test';

/** Goes to another address of an app that is open and unlocked, as "Back" does. Opening it anew takes five times the work, passphrase included. */
export const goInApp = async (page: Page, address: string): Promise<void> =>
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);

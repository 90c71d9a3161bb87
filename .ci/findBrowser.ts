import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages, mayInstallPackages } from './packages.ts';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium to test with; installs one when there is none. Throws one clear sentence when that cannot be done. */
export async function findBrowser(): Promise<string> {
  return (await presentBrowser()) ?? (await installBrowser());
}

async function presentBrowser(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  return [process.env['CHROME_PATH'], ...SYSTEM_BROWSERS, chromium.executablePath()].find((path) => path && existsSync(path));
}

async function installBrowser(): Promise<string> {
  try {
    if (mayInstallPackages()) installPackages(['chromium']);
    else execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Error('No Chromium found and none could be installed: install Chromium or Chrome, or set CHROME_PATH to one.');
  }
  const installed = await presentBrowser();
  if (!installed) throw new Error('Chromium was installed but not found: set CHROME_PATH to its program.');
  return installed;
}

import { existsSync } from 'node:fs';
import { installPackages, mayInstallPackages } from './packages.ts';

const FIREFOXES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
/** Where Debian puts the driver of WebKitGTK, a screen that nobody sees, and WebKitGTK's own small browser. */
const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const MINI_BROWSERS = ['x86_64', 'aarch64'].map((kind) => `/usr/lib/${kind}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

/** The program of a Firefox to walk in. */
export const findFirefox = (): string | undefined => [process.env['FIREFOX_PATH'], ...FIREFOXES].find((path) => path && existsSync(path));

export interface WebKit {
  readonly driver: string;
  readonly browser: string;
}

export function findWebKit(): WebKit | undefined {
  const browser = MINI_BROWSERS.find((path) => existsSync(path));
  return browser && existsSync(DRIVER) && existsSync(SCREEN) ? { driver: DRIVER, browser } : undefined;
}

const ENGINES = [
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKitGTK', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
] as const;

/** In which engines nothing can be walked on this machine, and what would bring them. */
export const missingEngines = (): readonly { readonly name: string; readonly packages: readonly string[] }[] =>
  ENGINES.filter(({ find }) => !find());

/** Brings what is missing where that can be done. What is then still missing is skipped, and said at the end. */
export function installEngines(): void {
  const packages = missingEngines().flatMap((engine) => engine.packages);
  if (packages.length === 0 || !mayInstallPackages()) return;
  try {
    installPackages(packages);
  } catch {
    console.warn(`could not install ${packages.join(' ')}`);
  }
}

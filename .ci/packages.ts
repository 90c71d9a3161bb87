import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this is a Debian whose packages are ours to install. */
export const mayInstallPackages = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Throws when that does not succeed. */
export function installPackages(names: readonly string[]): void {
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...names],
  ])
    execFileSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

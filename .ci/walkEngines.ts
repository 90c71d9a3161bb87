import { spawnSync } from 'node:child_process';
import { installEngines, missingEngines } from './findEngines.ts';

// Apart from `npm test`: two browsers and a server beside each other take minutes on two processors, and the drivers press places on a
// screen that may still move. Run it when the way in, storage or the service worker changes.
installEngines();
const missing = missingEngines();
for (const { name, packages } of missing)
  console.log(`SKIPPED the walk in ${name}: it is not on this machine (Debian: apt-get install ${packages.join(' ')})`);
const { status } = spawnSync('npm', ['run', '--silent', 'e2e', '--', 'engines\\.e2e'], {
  stdio: 'inherit',
  env: { ...process.env, ENGINES: '1' },
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;

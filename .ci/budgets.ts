import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** kB of gzip JavaScript that a professional's first view may cost: the entry, what it imports, and the first screens' own chunks. */
const FIRST_VIEW_KB = 230;
/** The same for the service worker, with the list of what it keeps. */
const SERVICE_WORKER_KB = 16;
const DIST = join(import.meta.dirname, '../dist');
/** The lazy modules that the first screen on an empty device, and the list of cases after it, need. */
const FIRST_SCREENS = [
  'src/ui/routes/welcome.tsx',
  'src/ui/routes/cases.tsx',
  'src/ui/i18n/nl/shell.json',
  'src/ui/i18n/nl/cases.json',
  'src/ui/i18n/nl/terms.json',
  'src/ui/i18n/nl/errors.json',
  'src/ui/i18n/nl/device.json',
  // Behind a link to node_modules the path is another one.
  /node_modules\/dexie\/import-wrapper\.mjs$/,
];

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

function collect(asked: string | RegExp, seen: Set<string>): Set<string> {
  const key = typeof asked === 'string' ? asked : (Object.keys(manifest).find((name) => asked.test(name)) ?? String(asked));
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build: the budget would be measured without it`);
  if (!seen.has(chunk.file)) {
    seen.add(chunk.file);
    for (const imported of chunk.imports ?? []) collect(imported, seen);
  }
  return seen;
}

const files = ['index.html', ...FIRST_SCREENS].reduce((seen, key) => collect(key, seen), new Set<string>());
const sizes = [...files]
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, kB: gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1000 }));
const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
for (const { file, kB } of sizes.toSorted((a, b) => b.kB - a.kB)) console.log(`${kB.toFixed(1).padStart(7)} kB  ${file}`);
console.log(`${total.toFixed(1).padStart(7)} kB of ${FIRST_VIEW_KB} kB gzip JavaScript in the first view`);
if (total > FIRST_VIEW_KB) process.exitCode = 1;

const serviceWorker = gzipSync(readFileSync(join(DIST, 'serviceWorker.js')), { level: 9 }).length / 1000;
console.log(`${serviceWorker.toFixed(1).padStart(7)} kB of ${SERVICE_WORKER_KB} kB gzip in the service worker`);
if (serviceWorker > SERVICE_WORKER_KB) process.exitCode = 1;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The same texts for both. */
const FIRST_TEXTS = ['shell', 'terms', 'errors', 'start'];
/** What index.html asks for at once, whoever comes. */
const ENTRY = ['index.html', 'src/ui/routes/welcome.tsx', ...FIRST_TEXTS.map(textOf)];

/** Most kB of gzip JavaScript of a first view: the entry, and the lazy modules that its first screens need, with all they import. */
const FIRST_VIEWS = [
  {
    whose: 'a professional',
    limit: 230,
    // The first screen on an empty device, and the list of cases after it.
    modules: [
      ...ENTRY,
      'src/ownDevice.ts',
      'src/ui/routes/cases.tsx',
      textOf('cases'),
      // Behind a link to node_modules the path is another one.
      /node_modules\/dexie\/import-wrapper\.mjs$/,
    ],
  },
  {
    whose: 'the family',
    limit: 170,
    // What a scanned link leads to on a phone that has nothing yet. What a device does comes while they read and fill it in.
    modules: [...ENTRY, 'src/ui/routes/join.tsx', 'src/crypto/invitation.ts', ...['join', 'asked'].map(textOf)],
  },
];
/** The same for the service worker, which comes after the first view. 12 kB of it work; each file that it keeps is a line of some 13 bytes. */
const SERVICE_WORKER_KB = 18;
const DIST = join(import.meta.dirname, '../dist');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** Their files, each once. */
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

const sizeOf = (file: string) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1000;

for (const { whose, limit, modules } of FIRST_VIEWS) {
  const files = modules.reduce((seen, key) => collect(key, seen), new Set<string>());
  const sizes = [...files].filter((file) => file.endsWith('.js')).map((file) => ({ file, kB: sizeOf(file) }));
  const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
  for (const { file, kB } of sizes.toSorted((a, b) => b.kB - a.kB)) console.log(`${kB.toFixed(1).padStart(7)} kB  ${file}`);
  console.log(`${total.toFixed(1).padStart(7)} kB of ${limit} kB gzip JavaScript in the first view of ${whose}\n`);
  if (total > limit) process.exitCode = 1;
}

const serviceWorker = sizeOf('serviceWorker.js');
console.log(`${serviceWorker.toFixed(1).padStart(7)} kB of ${SERVICE_WORKER_KB} kB gzip in the service worker`);
if (serviceWorker > SERVICE_WORKER_KB) process.exitCode = 1;

function textOf(part: string): string {
  return `src/ui/i18n/nl/${part}.json`;
}

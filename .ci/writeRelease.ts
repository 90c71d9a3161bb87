import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const NAME = 'release.json';

/**
 * Writes down which files the server hands out, and what is in them. Anyone with the same checkout can compare a running server with
 * it (verifyDeployment.ts), or the hash of this file with the one that was published.
 *
 * @param dist the built app
 */
export function writeRelease(dist: string, version: string): void {
  // Not what stands in a folder with a dot, which is never handed out, and not the compressed forms.
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll(sep, '/'))
    .filter((path) => !path.includes('/.') && !/\.(gz|br)$/.test(path) && path !== `/${NAME}`);
  const files = Object.fromEntries(paths.toSorted().map((path) => [path, hashOf(join(dist, path))]));
  writeFileSync(join(dist, NAME), `${JSON.stringify({ version, files }, null, 2)}\n`);
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

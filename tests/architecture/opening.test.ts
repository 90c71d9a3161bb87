import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'index.html'), 'utf8');
const texts = JSON.parse(readFileSync(join(root, 'src/ui/i18n/nl/shell.json'), 'utf8')) as Record<string, string>;
const welcome = JSON.parse(readFileSync(join(root, 'src/ui/i18n/nl/start.json'), 'utf8')) as Record<string, string>;

it('draws in index.html what the app draws next, so that nothing jumps', () => {
  expect(/<p class="opening-title">(.*)<\/p>/.exec(page)?.[1]).toBe(texts['shell.opening.title']);
  expect(/<p>(.*)<\/p>/.exec(page)?.[1]).toBe(texts['shell.opening.wait']);
  expect(texts['shell.opening.title']).toBe(welcome['start.welcome.title']);
  const knot = (source: string) => /<path d="(M12 3[^"]*)"/.exec(source)?.[1];
  expect(knot(page)).toBe(knot(readFileSync(join(root, 'src/ui/app/Brand.tsx'), 'utf8')));
});

it('has no style or script of its own in index.html: the policy would stop it', () => {
  expect(page).not.toMatch(/<style|style="|<script(?![^>]*src=)/);
});

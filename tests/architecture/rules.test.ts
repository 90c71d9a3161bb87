import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** `14a` for a lettered sentence, `16` for a rule that has none. What is crossed out is no rule any more. */
function listRules(specification: string): readonly string[] {
  return specification
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const number = /^\d+/.exec(section)?.[0] ?? '';
      const letters = [...section.matchAll(/^- ([a-z])\. (?!~~)/gm)].map(([, letter]) => `${number}${letter!}`);
      return letters.length > 0 ? letters : [number];
    });
}

/** `SPEC 14a`, `SPEC 5a, 5b`, `SPEC 2c and 6b`. The number of a whole section stands for none of its sentences. */
const CITED = /SPEC (\d+[a-z]?(?:(?:, | and )\d+[a-z]?\b)*)/g;
const listCited = (source: string): readonly string[] => [...source.matchAll(CITED)].flatMap(([, list]) => list!.split(/, | and /));

function listTests(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== import.meta.filename);
}

const rules = listRules(readFileSync(join(REPOSITORY, 'src/core/sync/SPEC.md'), 'utf8'));
const tests = listTests(join(REPOSITORY, 'tests')).map((path) => ({ path, cited: listCited(readFileSync(path, 'utf8')) }));

it('reads rules and citations as they are written', () => {
  expect(listRules('# x\n## 1. One\n\n- a. yes\n- b. ~~gone~~\n- c. also\n\n## 2. Two\n\nAll of it.\n')).toEqual(['1a', '1c', '2']);
  expect(listCited('(SPEC 5a, 5b) and SPEC 2c and 6b, or SPEC 16, two')).toEqual(['5a', '5b', '2c', '6b', '16']);
});

it('every numbered rule of the exchange is cited by a test', () => {
  expect(rules.length).toBeGreaterThan(90);
  const cited = new Set(tests.flatMap((test) => test.cited));
  expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
});

it('no test cites a rule that is not there', () => {
  const known = new Set([...rules, ...rules.map((rule) => rule.replace(/[a-z]$/, ''))]);
  const unknown = tests.flatMap(({ path, cited }) =>
    cited.filter((rule) => !known.has(rule)).map((rule) => `${relative(REPOSITORY, path)}: ${rule}`),
  );
  expect(unknown).toEqual([]);
});

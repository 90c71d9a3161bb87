import { describe, expect, it } from 'vitest';
import { readEdexml } from '../../../src/adapters/files/edexml.ts';
import { makeEdexmlText } from '../../support/edexmlSample.ts';
import { createSeededRandom, type SeededRandom } from '../../support/seededRandom.ts';

const SEED = 2026;
const FILES = 2_000;
const rest = () => Promise.resolve();
const sample = Buffer.from(makeEdexmlText({ pupils: 4 }));

/** What goes wrong with files: bits that turn, parts that vanish, double or come from elsewhere, and what attackers write. */
const SNIPPETS = [
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x110000;',
  '<?xml version="1.1"?>',
  '\u0000',
  '\ufffe',
  '</EDEX>',
  '<EDEX>',
  'key=""',
  'xmlns:a=""',
  '__proto__',
  'constructor',
];
const DAMAGES: readonly ((bytes: Buffer, random: SeededRandom) => Buffer)[] = [
  (bytes, random) => {
    const at = random.below(bytes.length);
    bytes[at] = bytes[at]! ^ (1 << random.below(8));
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.below(200))]);
  },
  (bytes, random) => {
    const [from, to] = [random.below(bytes.length), random.below(bytes.length)];
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, from + random.below(400)), bytes.subarray(to)]);
  },
  // A line twice, or instead of the next one: the same pupil twice.
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    const line = random.below(lines.length);
    return Buffer.from(lines.toSpliced(line, random.below(2), lines[line]!, lines[line]!).join('\n'), 'latin1');
  },
  // One element gone: a pupil without a surname.
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const elements = text.match(/<([\w-]+)>[^<]*<\/\1>/g) ?? [''];
    return Buffer.from(text.replace(random.pick(elements), ''), 'latin1');
  },
  (bytes, random) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(SNIPPETS)), bytes.subarray(at)]);
  },
];

describe('two thousand damaged exports', () => {
  it(`end in a school or in a named reason, never in an exception (seed ${SEED})`, async () => {
    const random = createSeededRandom(SEED);
    const outcomes = new Map<string, number>();
    for (let n = 0; n < FILES; n++) {
      let bytes = Buffer.from(sample);
      for (let times = 1 + random.below(6); times > 0 && bytes.length > 0; times--)
        bytes = Buffer.from(random.pick(DAMAGES)(bytes, random));
      const read = await readEdexml(new Blob([Uint8Array.from(bytes)]), rest);
      const outcome = read.ok ? 'read' : read.error.type;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (read.ok) {
        expect(read.value.pupils.every(({ key, firstName, lastName }) => key !== '' && firstName !== '' && lastName !== '')).toBe(true);
        expect(JSON.stringify(read.value).length).toBeLessThan(20_000);
      }
    }
    // The damage is varied enough to reach every reason that a damaged file can have.
    for (const outcome of ['read', 'BrokenXml', 'UnknownEncoding', 'PupilKeysWrong', 'PupilNamesMissing', 'BirthDatesWrong']) {
      expect([outcome, (outcomes.get(outcome) ?? 0) > 0]).toEqual([outcome, true]);
    }
  });
});

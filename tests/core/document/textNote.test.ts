import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { TextOperation } from '../../../src/core/document/operation.ts';
import { readText } from '../../../src/core/document/state.ts';
import { writeNote } from '../../../src/core/document/textNote.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor, type Story } from '../../support/documentStory.ts';

vi.setConfig({ testTimeout: 120_000 });
const rules = rulesFor({ ib: 'lead', wijkteam: 'professional' });
const family = 'family' as EntityId;
const textOf = (story: Story) => readText(story.state(), family, 'analysis');
const type = (story: Story, after: string, client: number, before = textOf(story)): TextOperation =>
  writeNote(story.state(), family, 'analysis', before, after, client);

function startWith(text: string): [Story, Story] {
  const [ib, wijkteam] = [createStory('ib-laptop', rules), createStory('wijkteam-tablet', rules)];
  wijkteam.hear(ib.write(type(ib, text, 1)));
  return [ib, wijkteam];
}

describe('a long note', () => {
  test('SPEC 7e: two people typing apart both keep what they typed', () => {
    const [ib, wijkteam] = startWith('Het kind leest graag.');
    const [a, b] = [
      ib.write(type(ib, 'Het kind leest heel graag.', 2)),
      wijkteam.write(type(wijkteam, 'Het kind leest graag. Ook thuis.', 3)),
    ];
    ib.hear(b);
    wijkteam.hear(a);
    expect(textOf(ib)).toBe('Het kind leest heel graag. Ook thuis.');
    expect(textOf(wijkteam)).toBe(textOf(ib));
  });

  const before = 'een twee drie vier';
  test.each([
    ['ahead of it', 'EEN twee drie vier', 'een twee drie vier vijf', 'EEN twee drie vier vijf'],
    ['behind it', 'een twee drie VIER', 'nul een twee drie vier', 'nul een twee drie VIER'],
    ['both at the end', 'een twee drie vier A', 'een twee drie vier B', 'een twee drie vier A B'],
    ['taking away what was taken away already', 'een vier', 'een drie vier', 'een vier'],
    ['taking away around a new word', 'een twee TUSSEN drie vier', 'een vier', 'een TUSSEN vier'],
    ['replacing a word that was replaced', 'een TWEE drie vier', 'een 2 drie vier', 'een TWEE2 drie vier'],
    ['inside what was taken away', 'een vier', 'een twee X drie vier', 'een X vier'],
    ['ending inside what was replaced', 'een TWEE DRIE vier', 'dan drie vier', 'danTWEE DRIE vier'],
  ])('SPEC 7e: typing on an older text keeps both: %s', (_, now, after, merged) => {
    const [ib] = startWith(before);
    ib.write(type(ib, now, 2));
    ib.write(type(ib, after, 3, before));
    expect(textOf(ib)).toBe(merged);
  });

  test('SPEC 7e: whatever one typed on an older text, nothing that the other put in is lost', () => {
    const word = fc.constantFrom('', 'a', 'b ', 'cd', '😀', '😁x');
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, word, fc.nat(12), (old, after, added, at) => {
        const [ib] = startWith(old);
        const place = old.slice(0, at).isWellFormed() ? Math.min(at, old.length) : 0;
        const marked = `${old.slice(0, place)}[${added}]${old.slice(place)}`;
        ib.write(type(ib, marked, 2));
        ib.write(type(ib, after, 3, old));
        expect(textOf(ib)).toContain(`[${added}]`);
        expect(textOf(ib).isWellFormed()).toBe(true);
        expect(textOf(ib).replace(`[${added}]`, '')).toBe(after);
      }),
      { numRuns: 1000 },
    );
  });

  test('an emoji is never cut in two', () => {
    const [ib, wijkteam] = startWith('blij 😀!');
    wijkteam.hear(ib.write(type(ib, 'blij 😁!', 2)));
    expect(textOf(wijkteam)).toBe('blij 😁!');
    wijkteam.hear(ib.write(type(ib, 'blij 🤀!', 2)));
    expect(textOf(wijkteam)).toBe('blij 🤀!');
  });

  test('nothing typed is an empty update', () => {
    const [ib] = startWith('tekst');
    const operation = type(ib, 'tekst', 2);
    expect(operation[3]).toEqual(new Uint8Array([0, 0]));
    ib.write(operation);
    expect(textOf(ib)).toBe('tekst');
  });

  test('one letter typed in a long note is a small update', () => {
    const [ib] = startWith('woord '.repeat(400));
    expect(type(ib, `${'woord '.repeat(200)}x${'woord '.repeat(200)}`, 2)[3].length).toBeLessThan(40);
  });

  test('SPEC 4f: two updates that claim the same place read alike on every device', () => {
    const [ib, wijkteam] = startWith('rust');
    const [a, b] = [ib.write(type(ib, 'rust in huis', 9)), wijkteam.write(type(wijkteam, 'meer rust', 9))];
    ib.hear(b);
    wijkteam.hear(a);
    expect(textOf(wijkteam)).toBe(textOf(ib));
  });

  test('SPEC 4f: an hour of typing and one late sentence read as if they had come in order', () => {
    const [ib, wijkteam] = startWith('');
    const late = wijkteam.write(type(wijkteam, 'Laat.', 2));
    const log = Array.from({ length: 100 }, (_, at) => {
      const typed = ib.write(type(ib, `${textOf(ib)}${at % 10}`, 1));
      expect(textOf(ib)).toHaveLength(at + 1);
      return typed;
    });
    ib.hear(late);
    wijkteam.hear(...log);
    expect(textOf(ib)).toHaveLength(105);
    expect(textOf(wijkteam)).toBe(textOf(ib));
    const last = ib.write(type(ib, `${textOf(ib)}!`, 1));
    wijkteam.hear(last);
    expect(textOf(wijkteam)).toBe(textOf(ib));
  });

  test('SPEC 4f: an update that cannot be read is left out whole', () => {
    const [ib, wijkteam] = startWith('goed');
    const damaged = ib.write(['text', family, 'analysis', new Uint8Array([1, 9, 255, 255, 3])]);
    const more = ib.write(type(ib, 'goed zo', 2));
    wijkteam.hear(more, damaged);
    expect([textOf(ib), textOf(wijkteam)]).toEqual(['goed zo', 'goed zo']);
  });
});

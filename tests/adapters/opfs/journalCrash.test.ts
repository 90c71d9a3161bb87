import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openJournalFiles } from '../../../src/adapters/opfs/journalFiles.ts';
import type { RecordTable, StoredRecord } from '../../../src/application/ports.ts';
import { applyChange, createFakeFiles, tearChange, type FakeFiles } from '../../support/fakeFiles.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';

type Act =
  { readonly type: 'append'; readonly records: readonly StoredRecord[] } | { readonly type: 'erase'; readonly prefixes: readonly string[] };

const tables: readonly RecordTable[] = ['device', 'document', 'roster', 'keyring', 'envelope', 'outbox'];
const anyRecord: fc.Arbitrary<StoredRecord> = fc.record({
  table: fc.constantFrom(...tables),
  key: fc.oneof(fc.stringMatching(/^[ab]\/\d{1,3}$/), fc.string({ unit: 'grapheme', maxLength: 4 })),
  bytes: fc.uint8Array({ maxLength: 24 }).map((bytes) => new Uint8Array(bytes)),
});
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('append' as const), records: fc.array(anyRecord, { minLength: 1, maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('erase' as const), prefixes: fc.constantFrom([], ['a/'], ['a/', 'b/']) }) },
);

const open = (files: FakeFiles, seed = 1) => openJournalFiles(files.pair, () => createSeededRandom(seed).bytes(16));
const plain = (records: readonly StoredRecord[]) => records.map(({ table, key, bytes }) => `${table} ${key} ${bytes.toString()}`);

/** What the journal must give back after these acts. */
function expectedAfter(acts: readonly Act[]): readonly string[] {
  let records: readonly StoredRecord[] = [];
  for (const act of acts) {
    if (act.type === 'append') records = [...records, ...act.records];
    else {
      const newest = new Map(records.map((record) => [`${record.table} ${record.key}`, record]));
      records = [...newest.values()].filter(({ key }) => !act.prefixes.some((prefix) => key.startsWith(prefix)));
    }
  }
  return plain(records);
}

/** Runs the acts and notes after how many changes of the files each was acknowledged. */
function runActs(acts: readonly Act[]): { readonly files: FakeFiles; readonly acknowledgedAt: readonly number[] } {
  const files = createFakeFiles();
  const journal = open(files);
  const acknowledgedAt = acts.map((act) => {
    if (act.type === 'append') journal.append(act.records);
    else journal.erase(act.prefixes);
    expect(files.pending()).toEqual([]);
    return files.steps().length;
  });
  return { files, acknowledgedAt };
}

/** The files as a crash leaves them: the changes before `step`, and `written` bytes of that one. */
function crashAt(files: FakeFiles, step: number, written: number, holes: boolean): FakeFiles {
  const contents: [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>] = [new Uint8Array(0), new Uint8Array(0)];
  files.steps().forEach((change, at) => {
    const file = change.file as 0 | 1;
    if (at < step) contents[file] = applyChange(contents[file], change);
    if (at === step) contents[file] = tearChange(contents[file], change, written, holes);
  });
  return createFakeFiles(contents);
}

describe('a crash at any byte', () => {
  it('keeps every acknowledged append and erasure, invents nothing, and never keeps half an append', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 1, maxLength: 6 }), fc.boolean(), (acts, holes) => {
        const { files, acknowledgedAt } = runActs(acts);
        files.steps().forEach((change, step) => {
          const done = acknowledgedAt.filter((at) => at <= step).length;
          const allowed = [expectedAfter(acts.slice(0, done)).join(), expectedAfter(acts.slice(0, done + 1)).join()];
          const length = change.type === 'write' ? change.bytes.length : 1;
          for (let written = 0; written <= length; written++) {
            const reopened = open(crashAt(files, step, written, holes), 2);
            const { records, damaged } = reopened.read(0);
            expect(allowed).toContain(plain(records).join());
            expect(damaged).toBe(0);
            expect(reopened.mark().records).toBe(records.length);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves nothing erased in either file once opened again', () => {
    const secret = new TextEncoder().encode('een geheim dat weg moet');
    const { files } = runActs([
      {
        type: 'append',
        records: [
          { table: 'envelope', key: 'a/1', bytes: secret },
          { table: 'envelope', key: 'b/1', bytes: new Uint8Array([1]) },
        ],
      },
      { type: 'erase', prefixes: ['a/'] },
    ]);
    const hides = (contents: readonly Uint8Array[]) => contents.some((bytes) => Buffer.from(bytes).includes(Buffer.from(secret)));
    expect(hides(files.contents())).toBe(false);
    // Cut off is not gone: the bytes were overwritten before.
    const cut = files.steps().findLastIndex((change) => change.type === 'cut' && change.size === 0);
    const before = files.steps()[cut - 1]!;
    expect(before).toMatchObject({ file: 0, type: 'write', at: 0 });
    expect(before.type === 'write' && before.bytes.length > secret.length && before.bytes.every((byte) => byte === 0)).toBe(true);
    const swapped = files
      .steps()
      .findLastIndex((change) => change.type === 'write' && change.at === 0 && change.bytes.some((byte) => byte !== 0));
    const between = crashAt(files, swapped + 1, 0, false);
    expect(hides(between.contents())).toBe(true);
    expect(plain(open(between).read(0).records)).toEqual(['envelope b/1 1']);
    expect(hides(between.contents())).toBe(false);
  });

  it('goes on after the crash: what is appended then is there as well', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 1, maxLength: 4 }),
        anyRecord,
        fc.nat(),
        fc.boolean(),
        (records, later, place, holes) => {
          const { files } = runActs(records.map((record) => ({ type: 'append', records: [record] })));
          const last = files.steps().length - 1;
          const change = files.steps()[last]!;
          const torn = crashAt(files, last, change.type === 'write' ? place % change.bytes.length : 0, holes);
          const journal = open(torn);
          const before = plain(journal.read(0).records);
          const mark = journal.append([later]);
          const again = open(torn);
          expect(again.mark()).toEqual(mark);
          expect(again.cutBytes).toBe(0);
          expect(plain(again.read(0).records)).toEqual([...before, ...plain([later])]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('damage in the middle', () => {
  it('costs the frame that it hits, is counted, and leaves the others', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (records, place, flip) => {
          const { files } = runActs(records.map((record) => ({ type: 'append', records: [record] })));
          const frames = files.steps().filter((change) => change.type === 'write' && change.at > 0);
          const hit = place % (frames.length - 1);
          const frame = frames[hit]!;
          if (frame.type !== 'write') return;
          const [content] = files.contents();
          const at = frame.at + (place % frame.bytes.length);
          content[at] = content[at]! ^ flip;
          const journal = open(createFakeFiles([content, new Uint8Array(0)]));
          expect(journal.cutBytes).toBe(0);
          const { records: found, damaged } = journal.read(0);
          expect(plain(found)).toEqual(plain(records.filter((_, index) => index !== hit)));
          expect(damaged).toBe(1);
          expect(journal.mark().records).toBe(records.length - 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not take a frame hidden inside a record for one of its own', () => {
    const other = createFakeFiles();
    open(other, 7).append([{ table: 'device', key: 'device', bytes: new Uint8Array([6, 6, 6]) }]);
    const hidden = other.contents()[0].slice(32);
    const { files } = runActs([
      { type: 'append', records: [{ table: 'envelope', key: 'a/1', bytes: hidden }] },
      { type: 'append', records: [{ table: 'envelope', key: 'a/2', bytes: new Uint8Array([2]) }] },
    ]);
    const [content] = files.contents();
    content[32] = content[32]! ^ 1;
    const { records, damaged } = open(createFakeFiles([content, new Uint8Array(0)])).read(0);
    expect(plain(records)).toEqual(['envelope a/2 2']);
    expect(damaged).toBe(1);
  });

  it('a damaged header is a lost journal, told by its empty mark', () => {
    const { files } = runActs([{ type: 'append', records: [{ table: 'envelope', key: 'a/1', bytes: new Uint8Array([1]) }] }]);
    const [content] = files.contents();
    content[5] = 9;
    expect(open(createFakeFiles([content, new Uint8Array(0)])).mark().records).toBe(0);
  });
});

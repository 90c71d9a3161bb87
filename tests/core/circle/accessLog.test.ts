import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessOperation,
  findSilent,
  followChains,
  isNewAccess,
  noChains,
  readAccess,
  readAccessLog,
  type Access,
} from '../../../src/core/circle/accessLog.ts';
import type { OpenedEnvelope } from '../../../src/core/document/operation.ts';
import type { DeviceId, DocumentId, EnvelopeHash } from '../../../src/core/shared/ids.ts';

const line = (device: string, seq: number, change: Partial<Access> = {}): Access => ({
  hash: `${device}${seq}` as EnvelopeHash,
  device: device as DeviceId,
  incarnation: 'i',
  seq,
  previous: seq === 0 ? null : (`${device}${seq - 1}` as EnvelopeHash),
  roster: 0,
  at: seq,
  day: '2026-11-24',
  what: 'opened',
  name: 'Anouk',
  organisation: 'De Regenboog',
  ...change,
});
const chain = (device: string, length: number) => Array.from({ length }, (_, seq) => line(device, seq));
const missingIn = (lines: readonly Access[]) => [...readAccessLog(lines).chains.values()].map(({ missing }) => missing);

const envelope = (ops: OpenedEnvelope['ops'], parents: readonly string[] = []): OpenedEnvelope => ({
  hash: 'h' as EnvelopeHash,
  doc: 'd' as DocumentId,
  device: 'a' as DeviceId,
  incarnation: 'i',
  seq: 1,
  parents: parents as readonly EnvelopeHash[],
  roster: 3,
  wall: 9,
  lamport: 2,
  ops,
});

describe('a line of the access log', () => {
  it('says what, when, and by whom as their device says', () => {
    const said = { what: 'printed', day: '2026-11-24', name: 'Anouk', organisation: 'De Regenboog' } as const;
    expect(readAccess(envelope([accessOperation(said)], ['g']))).toEqual({
      hash: 'h',
      device: 'a',
      incarnation: 'i',
      seq: 1,
      previous: 'g',
      roster: 3,
      at: 9,
      ...said,
    });
  });

  it('of a newer app, or none at all, is still a line', () => {
    for (const ops of [[], [['access', 'sung', 4]], [['access', 'opened']], [['other', 'opened', 'x']]] as OpenedEnvelope['ops'][])
      expect(readAccess(envelope(ops))).toMatchObject({ previous: null, name: '' });
    expect(readAccess(envelope([['access', 'sung', 4]]))).toMatchObject({ what: 'unknown', day: '' });
    expect(readAccess(envelope([['other', 'opened', 'x']]))).toMatchObject({ what: 'unknown', day: 'x' });
  });
});

it('opening and taking along count once a day, coming onto a device once, the rest each time (SPEC 22b)', () => {
  const today = '2026-11-24';
  for (const what of ['received', 'opened', 'printed', 'exported', 'invited'] as const) expect(isNewAccess([], what, today)).toBe(true);
  const own = [{ what: 'opened', day: today } as const];
  expect(isNewAccess(own, 'received', today)).toBe(false);
  expect(isNewAccess(own, 'opened', today)).toBe(false);
  expect(isNewAccess(own, 'opened', '2026-11-25')).toBe(true);
  expect(isNewAccess(own, 'exported', today)).toBe(true);
  expect(isNewAccess([...own, { what: 'printed', day: today }], 'printed', today)).toBe(true);
  expect(isNewAccess([{ what: 'invited', day: today }], 'invited', today)).toBe(true);
});

describe('the chains (SPEC 22)', () => {
  it('miss nothing when nothing was taken out, in whatever order and however often the lines come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat()), (a, b, numbers) => {
        const lines = [...chain('a', a), ...chain('b', b), ...chain('a', a)];
        const shuffled = lines.map((each) => ({ each, by: numbers.next().value as number })).toSorted((x, y) => x.by - y.by);
        expect(missingIn(shuffled.map(({ each }) => each))).toEqual([0, 0]);
      }),
    );
  });

  it('miss exactly what was taken out before the last line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.infiniteStream(fc.boolean()), (length, choices) => {
        const kept = chain('a', length).filter(({ seq }) => seq === length - 1 || (choices.next().value as boolean));
        const [missing] = missingIn(kept);
        expect(missing).toBe(length - kept.length);
      }),
    );
  });

  it('notice another line at a place, and one that follows on something else', () => {
    const other = line('a', 1, { hash: 'a1x' as EnvelopeHash });
    // The other one, and the next one that does not follow on it.
    expect(missingIn([...chain('a', 3), other])).toEqual([2]);
    expect(missingIn([line('a', 0), line('a', 1, { previous: 'elsewhere' as EnvelopeHash })])).toEqual([1]);
    expect(missingIn([line('a', 0, { previous: 'elsewhere' as EnvelopeHash })])).toEqual([1]);
  });

  it('are followed from where they were', () => {
    const [first, second, third, fourth] = chain('a', 4) as [Access, Access, Access, Access];
    const begun = followChains(noChains, [first, second]);
    expect([...followChains(begun, [second, first, third]).values()]).toMatchObject([{ seq: 2, hash: 'a2', missing: 0 }]);
    expect([...followChains(begun, [fourth]).values()]).toMatchObject([{ seq: 3, missing: 1 }]);
  });
});

it('shows the newest first, one device after another when they are of one moment', () => {
  const lines = [
    line('a', 0, { at: 5 }),
    line('b', 0, { at: 9 }),
    line('a', 1, { at: 5 }),
    line('c', 0, { at: 5 }),
    line('b', 1, { at: 5 }),
  ];
  expect(readAccessLog(lines).lines.map(({ hash }) => hash)).toEqual(['b0', 'a1', 'b1', 'a0', 'c0']);
  expect(readAccessLog(lines.toReversed()).lines.map(({ hash }) => hash)).toEqual(['b0', 'a1', 'b1', 'a0', 'c0']);
});

it('a device that was given content and never wrote is found, after a day', () => {
  const { chains } = readAccessLog(chain('a', 2));
  const now = 10 * 24 * 60 * 60 * 1000;
  const fetched = (device: string, first: number) => ({ device: device as DeviceId, first });
  expect(findSilent([fetched('a', 0), fetched('b', 0), fetched('c', now - 1000)], chains, now)).toEqual(['b']);
});

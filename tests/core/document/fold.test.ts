import { describe, expect, test } from 'vitest';
import { foldEnvelopes, type FoldRules } from '../../../src/core/document/fold.ts';
import type { OpenedEnvelope, Operation } from '../../../src/core/document/operation.ts';
import {
  emptyDocument,
  frontierOf,
  headsOf,
  listSetAside,
  nextPlace,
  readCandidates,
  missingParents,
  waitingCount,
} from '../../../src/core/document/state.ts';
import type { DeviceId, DocumentId, EntityId, EnvelopeHash, OperationId } from '../../../src/core/shared/ids.ts';
import { createStory, describeDocument, rulesFor, storyDocument, writeEnvelope } from '../../support/documentStory.ts';

const rules = rulesFor({ ib: 'lead', moeder: 'caregiver', wijkteam: 'professional', gast: 'reader' });
const goal = 'goal.ib.1' as EntityId;
const family = 'family' as EntityId;
const empty = emptyDocument(storyDocument);
const fold = (...envelopes: readonly OpenedEnvelope[]) => foldEnvelopes(empty, envelopes, rules);
const set = (entity: EntityId, field: string, value: string | boolean | null, preds: readonly OperationId[] = []): Operation => [
  'set',
  entity,
  field,
  value,
  preds,
];

describe('a cell', () => {
  test('SPEC 7b: two values written apart both stay, latest first, until someone names them', () => {
    const [ib, wijkteam] = [createStory('ib-laptop', rules), createStory('wijkteam-tablet', rules)];
    wijkteam.hear(ib.write(set(goal, 'domain', 'home')));
    const seen = ib.ids(goal, 'domain');
    const [a, b] = [ib.write(set(goal, 'domain', 'school', seen)), wijkteam.write(set(goal, 'domain', 'leisure', seen))];
    ib.hear(b);
    wijkteam.hear(a);
    expect(ib.values(goal, 'domain')).toHaveLength(2);
    expect(wijkteam.values(goal, 'domain')).toEqual(ib.values(goal, 'domain'));
    wijkteam.hear(ib.write(set(goal, 'domain', 'health', ib.ids(goal, 'domain').slice(1))));
    expect(wijkteam.values(goal, 'domain')).toHaveLength(2);
    wijkteam.hear(ib.write(set(goal, 'domain', 'network', ib.ids(goal, 'domain'))));
    expect(wijkteam.values(goal, 'domain')).toEqual(['network']);
  });

  test('SPEC 7a: a value of another cell, or one that the writer had not seen, is not replaced', () => {
    const [ib, wijkteam] = [createStory('ib-laptop', rules), createStory('wijkteam-tablet', rules)];
    const first = ib.write(set(goal, 'domain', 'home'), set(goal, 'state', 'active'));
    const unseen = `${first.hash}/0` as OperationId;
    const second = wijkteam.write(set(goal, 'domain', 'school', [unseen]));
    const third = ib.write(set(goal, 'domain', 'leisure', [`${first.hash}/1` as OperationId, 'nowhere/0' as OperationId]));
    for (const order of [
      [first, second, third],
      [second, first, third],
      [third, second, first],
    ]) {
      expect(new Set(readCandidates(fold(...order), goal, 'domain').map(({ value }) => value))).toEqual(
        new Set(['home', 'leisure', 'school']),
      );
      expect(readCandidates(fold(...order), goal, 'state')).toHaveLength(1);
    }
  });

  test('SPEC 7a: within one envelope the later write of a cell replaces the earlier', () => {
    const ib = createStory('ib-laptop', rules);
    ib.write(set(goal, 'domain', 'home'), set(goal, 'domain', 'school'));
    expect(ib.values(goal, 'domain')).toEqual(['school']);
  });

  test('SPEC 4b: what a writer claims as Lamport number decides nothing', () => {
    const [ib, wijkteam] = [createStory('ib-laptop', rules), createStory('wijkteam-tablet', rules)];
    const boast = { ...ib.write(set(goal, 'domain', 'home')), lamport: 1_000_000 };
    wijkteam.write(set(goal, 'state', 'active'));
    wijkteam.write(set(goal, 'domain', 'school'));
    wijkteam.hear(boast);
    expect(wijkteam.values(goal, 'domain')).toEqual(['school', 'home']);
  });
});

describe('what is kept without effect', () => {
  const shapes: readonly OpenedEnvelope['ops'][number][] = [
    ['draw', family, 'circle'],
    ['set', family, 'name', 'x'],
    ['set', family, 'name', { nested: true }, []],
    ['set', family, 'name', Number.NaN, []],
    ['set', family, 'name', 'x', 'all'],
    ['set', 7, 'name', 'x', []],
    ['set', family, 7, 'x', []],
    ['text', family, 'analysis', 'no bytes'],
    ['text', family, 'analysis'],
    ['set'],
  ];

  test.each(shapes)('SPEC 4c: an operation of an unknown shape is listed and changes nothing (%#)', (...operation) => {
    const state = fold(writeEnvelope(empty, 'ib-laptop', [operation as OpenedEnvelope['ops'][number]]));
    expect(state.kinds.size).toBe(0);
    expect(listSetAside(state)).toMatchObject([{ because: 'unknown', operation, author: 'ib', index: 0 }]);
  });

  test('SPEC 4d: an operation that is not theirs is listed as refused; the rest of the envelope counts', () => {
    const state = fold(
      writeEnvelope(empty, 'moeder-phone', [set('concern.ib.1' as EntityId, 'text', 'x'), set(family, 'questionFamily', 'rust')]),
    );
    expect(readCandidates(state, family, 'questionFamily')).toHaveLength(1);
    expect(listSetAside(state)).toMatchObject([{ because: 'notPermitted', author: 'moeder', index: 0 }]);
  });

  test('SPEC 4d, 6b: a stranger changes nothing, and holds nobody up', () => {
    const strange = writeEnvelope(empty, 'vreemde-phone', [set(family, 'name', 'x')]);
    const answer = writeEnvelope(fold(strange), 'ib-laptop', [set(family, 'name', 'de Wit')]);
    const state = fold(strange, answer);
    expect(readCandidates(state, family, 'name').map(({ value }) => value)).toEqual(['de Wit']);
    expect(listSetAside(state)).toMatchObject([{ because: 'notMember', author: null, device: 'vreemde-phone' }]);
  });

  test('what was set aside is listed in the order of the document', () => {
    const unknown = (): OpenedEnvelope['ops'] => [['draw'], ['paint']];
    const first = writeEnvelope(empty, 'ib-laptop', unknown());
    const apart = writeEnvelope(empty, 'wijkteam-tablet', unknown());
    const second = writeEnvelope(fold(first), 'ib-laptop', unknown());
    const listed = listSetAside(fold(apart, first, second));
    expect(listed.map(({ lamport, index }) => [lamport, index])).toEqual([
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
    expect(listSetAside(fold(first, second, apart))).toEqual(listed);
  });
});

describe('the place of an envelope', () => {
  test('SPEC 2a, 2b: the next one counts on and names its own previous first', () => {
    const [ib, wijkteam] = [createStory('ib-laptop', rules), createStory('wijkteam-tablet', rules)];
    const first = ib.write(set(family, 'name', 'a'));
    const other = wijkteam.write(set(family, 'phase', 'intake'));
    ib.hear(other);
    expect(nextPlace(ib.state(), 'ib-laptop' as DeviceId, 'first')).toEqual({ seq: 1, parents: [first.hash, other.hash], lamport: 2 });
    expect(nextPlace(ib.state(), 'ib-laptop' as DeviceId, 'second')).toMatchObject({ seq: 0, parents: frontierOf(ib.state()) });
    expect(nextPlace(empty, 'ib-laptop' as DeviceId, 'first')).toEqual({ seq: 0, parents: [], lamport: 1 });
  });

  test('SPEC 2a: an envelope that skips a number counts for nothing, nor what continues it', () => {
    const skips = writeEnvelope(empty, 'ib-laptop', [set(family, 'name', 'x')], { seq: 1 });
    const continues = writeEnvelope(fold(skips), 'ib-laptop', [set(family, 'name', 'y')], { seq: 2, parents: [skips.hash] });
    const state = fold(skips, continues);
    expect(listSetAside(state).map(({ because }) => because)).toEqual(['brokenChain', 'brokenChain']);
    expect(headsOf(state).size).toBe(0);
  });

  test('SPEC 5c: the roster entry never falls within a chain', () => {
    const known: FoldRules = { ...rules, authorOf: (device) => rules.authorOf(device, 0, { incarnation: 'first', seq: 0 }) };
    const first = writeEnvelope(empty, 'ib-laptop', [set(family, 'name', 'a')], { roster: 2 });
    const before = foldEnvelopes(empty, [first], known);
    const falls = writeEnvelope(before, 'ib-laptop', [set(family, 'phase', 'intake')], { roster: 1 });
    const after = writeEnvelope(foldEnvelopes(before, [falls], known), 'ib-laptop', [set(family, 'existingPlan', 'no')], { roster: 2 });
    const state = foldEnvelopes(before, [falls, after], known);
    expect(listSetAside(state)).toMatchObject([{ because: 'brokenChain', author: 'ib' }]);
    expect(readCandidates(state, family, 'existingPlan')).toHaveLength(1);
  });

  test('SPEC 4e: two envelopes at one place both count, and the chain is marked', () => {
    const [a, b] = [
      writeEnvelope(empty, 'ib-laptop', [set(family, 'name', 'a')]),
      writeEnvelope(empty, 'ib-laptop', [set(family, 'name', 'b')]),
    ];
    expect(describeDocument(fold(a, b))).toEqual(describeDocument(fold(b, a)));
    expect(readCandidates(fold(a, b), family, 'name')).toHaveLength(2);
    expect([...headsOf(fold(a, b)).values()]).toMatchObject([{ forked: true, seq: 0, hash: [a.hash, b.hash].toSorted()[0] }]);
    expect([...headsOf(fold(a)).values()]).toMatchObject([{ forked: false }]);
  });
});

describe('waiting', () => {
  const first = writeEnvelope(empty, 'ib-laptop', [set(family, 'name', 'a')]);
  const second = writeEnvelope(fold(first), 'ib-laptop', [set(family, 'phase', 'intake')]);
  const third = writeEnvelope(fold(first, second), 'ib-laptop', [set(family, 'existingPlan', 'no')]);

  test('SPEC 3b: what misses a parent is counted and folded when the parent comes', () => {
    const waiting = fold(third, second);
    expect(waitingCount(waiting)).toBe(2);
    expect(missingParents(waiting)).toEqual([first.hash]);
    expect(waiting.kinds.size).toBe(0);
    const complete = foldEnvelopes(waiting, [first], rules);
    expect(waitingCount(complete)).toBe(0);
    expect(missingParents(complete)).toEqual([]);
    expect(describeDocument(complete)).toEqual(describeDocument(fold(first, second, third)));
  });

  test('SPEC 4a: a second copy of what waits changes nothing', () => {
    const waiting = fold(third);
    expect(foldEnvelopes(waiting, [third], rules)).toBe(waiting);
  });

  test('SPEC 3b: what names a roster entry that is not here waits for it', () => {
    const later = writeEnvelope(empty, 'ib-laptop', [set(family, 'name', 'a')], { roster: 1 });
    const muchLater = writeEnvelope(empty, 'wijkteam-tablet', [set(family, 'phase', 'intake')], { roster: 2 });
    const arrivedTo = (n: number): FoldRules => ({
      ...rules,
      authorOf: (device, rosterN) => (rosterN > n ? 'notYet' : { member: device.split('-')[0] as never, role: 'lead' }),
    });
    const waiting = foldEnvelopes(empty, [later, muchLater], arrivedTo(0));
    expect(waitingCount(waiting)).toBe(2);
    expect(missingParents(waiting)).toEqual([]);
    expect(foldEnvelopes(waiting, [], arrivedTo(0))).toBe(waiting);
    const one = foldEnvelopes(waiting, [], arrivedTo(1));
    expect(waitingCount(one)).toBe(1);
    expect(readCandidates(one, family, 'name')).toHaveLength(1);
    expect(waitingCount(foldEnvelopes(one, [], arrivedTo(2)))).toBe(0);
  });

  test('SPEC 10c: the erased form takes the place of the one that waits, and never the other way round', () => {
    const erased: OpenedEnvelope = { ...second, ops: [], redacted: [{ entity: family, field: 'phase', preds: [] }] };
    const waiting = fold(second, erased);
    expect(waitingCount(waiting)).toBe(1);
    expect(foldEnvelopes(waiting, [second], rules)).toBe(waiting);
    expect(readCandidates(foldEnvelopes(waiting, [first], rules), family, 'phase')).toEqual([]);
  });

  test('SPEC 3c: an envelope of another document is not for this one', () => {
    expect(foldEnvelopes(empty, [{ ...first, doc: 'other' as DocumentId }], rules)).toBe(empty);
  });
});

describe('erasing', () => {
  test('SPEC 10b: a value goes, what it replaced does not come back, and what was beside it stays', () => {
    const ib = createStory('ib-laptop', rules);
    const first = ib.write(set(goal, 'statement', 'old'), set(goal, 'order', 'a'));
    const named = ib.ids(goal, 'statement');
    const second = ib.write(set(goal, 'statement', 'secret', named));
    const erased: OpenedEnvelope = { ...second, ops: [], redacted: [{ entity: goal, field: 'statement', preds: named }] };
    for (const state of [fold(first, second, erased), fold(first, erased, second), fold(erased, second, first)]) {
      expect(readCandidates(state, goal, 'statement')).toEqual([]);
      expect(readCandidates(state, goal, 'order')).toHaveLength(1);
    }
  });

  test('SPEC 10b: an entity of which everything was erased is gone, and so is its kind', () => {
    const first = writeEnvelope(empty, 'ib-laptop', [set(goal, 'statement', 'secret'), set('goal.ib.2' as EntityId, 'statement', 'stays')]);
    const second = writeEnvelope(fold(first), 'ib-laptop', [set('point.ib.1' as EntityId, 'text', 'secret'), ['set', 'odd']]);
    const state = fold(first, second);
    const clean = foldEnvelopes(state, [{ ...second, ops: [], redacted: [] }], rules);
    expect([...clean.kinds.keys()]).toEqual(['goal']);
    expect(listSetAside(clean)).toEqual([]);
  });

  test('SPEC 4d: an erasure frees no more than its author might have written', () => {
    const ib = createStory('ib-laptop', rules);
    const first = ib.write(set(goal, 'statement', 'mine'));
    const preds = ib.ids(goal, 'statement');
    const foreign = writeEnvelope(ib.state(), 'moeder-phone', [], { redacted: [{ entity: goal, field: 'statement', preds }] });
    const stranger = writeEnvelope(ib.state(), 'vreemde-phone', [], { redacted: [{ entity: goal, field: 'statement', preds }] });
    expect(readCandidates(fold(first, foreign, stranger), goal, 'statement')).toHaveLength(1);
  });
});

test('SPEC 7b: a value carries its author and time', () => {
  const envelope = writeEnvelope(empty, 'ib-laptop', [set(family, 'name', 'a')], { hash: 'h' as EnvelopeHash });
  expect(readCandidates(fold(envelope), family, 'name')[0]).toEqual({
    id: 'h/0',
    value: 'a',
    author: 'ib',
    wall: envelope.wall,
    lamport: 1,
  });
});

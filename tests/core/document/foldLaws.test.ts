import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { foldEnvelopes } from '../../../src/core/document/fold.ts';
import type { OpenedEnvelope, Operation } from '../../../src/core/document/operation.ts';
import { bytesToState, needsRefold, stateToBytes } from '../../../src/core/document/snapshot.ts';
import { type DocumentState, emptyDocument, listSetAside, readCandidates } from '../../../src/core/document/state.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { history, historyRules } from '../../support/documentHistory.ts';
import { describeContent, describeDocument, storyDocument } from '../../support/documentStory.ts';
import { findLiveValues } from '../../support/referenceContent.ts';

const runs = { numRuns: 1000 };
vi.setConfig({ testTimeout: 120_000 });
const empty = emptyDocument(storyDocument);
const fold = (envelopes: readonly OpenedEnvelope[], from: DocumentState = empty) => foldEnvelopes(from, envelopes, historyRules);

/** The same envelopes in another order, some of them twice. */
const shuffled = (log: readonly OpenedEnvelope[]) =>
  fc
    .tuple(fc.shuffledSubarray([...log], { minLength: log.length }), fc.subarray([...log]))
    .chain(([all, again]) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }));
const historyAndShuffled = history.chain((log) => fc.tuple(fc.constant(log), shuffled(log)));
const cuts = fc.array(fc.nat(20), { maxLength: 4 });

describe('the fold', () => {
  test('SPEC 4a: any order gives the same document', () => {
    fc.assert(
      fc.property(historyAndShuffled, ([log, other]) => {
        expect(describeDocument(fold(other))).toEqual(describeDocument(fold(log)));
      }),
      runs,
    );
  });

  test('SPEC 4a: any division into batches gives the same document', () => {
    fc.assert(
      fc.property(historyAndShuffled, cuts, ([log, other], at) => {
        const batched = divide(other, at).reduce((state, batch) => fold(batch, state), empty);
        expect(describeDocument(batched)).toEqual(describeDocument(fold(log)));
      }),
      runs,
    );
  });

  test('SPEC 4a: folding again changes nothing, not even the object', () => {
    fc.assert(
      fc.property(historyAndShuffled, ([log, other]) => {
        const state = fold(log);
        expect(fold(other, state)).toBe(state);
      }),
      runs,
    );
  });

  test('SPEC 4a: a state that was folded further has not changed itself', () => {
    fc.assert(
      fc.property(historyAndShuffled, fc.nat(20), ([, other], at) => {
        const state = fold(other.slice(0, at));
        const before = structuredClone(describeDocument(state));
        fold(other.slice(at), state);
        expect(describeDocument(state)).toEqual(before);
      }),
      runs,
    );
  });

  test('SPEC 7a, 7b: exactly the values that a write named and had seen are gone', () => {
    fc.assert(
      fc.property(historyAndShuffled, ([log, other]) => {
        expect(listLiveValues(fold(other))).toEqual(findLiveValues(log, historyRules));
      }),
      runs,
    );
  });

  test('SPEC 3b: what misses a parent waits, and nothing else does', () => {
    fc.assert(
      fc.property(history, fc.nat(20), (log, at) => {
        const missing = log[at % log.length] as OpenedEnvelope;
        const state = fold(log.filter((envelope) => envelope !== missing));
        const behind = log.filter((envelope) => envelope !== missing && isBehind(envelope, missing, log));
        expect(state.waiting.size).toBe(behind.length);
        expect(describeDocument(fold([missing], state))).toEqual(describeDocument(fold(log)));
      }),
      runs,
    );
  });

  test("SPEC 4c, 4d: an operation outside its author's role, or an unknown one, changes no view", () => {
    fc.assert(
      fc.property(history, (log) => {
        const state = fold(log);
        const aside = new Set(listSetAside(state).map(({ envelope, index }) => `${envelope}/${index}`));
        const without = log.map((envelope) => ({
          ...envelope,
          ops: envelope.ops.map((operation, index) => (aside.has(`${envelope.hash}/${index}`) ? (['left out'] as const) : operation)),
        }));
        expect(describeContent(fold(without))).toEqual(describeContent(state));
      }),
      runs,
    );
  });
});

describe('erasing', () => {
  const historyWithErased = history.chain((log) => fc.tuple(fc.constant(log), fc.subarray([...log], { minLength: 1 }), shuffled(log)));

  test('SPEC 10b: everything else stays and no old value comes back', () => {
    fc.assert(
      fc.property(historyWithErased, ([log, erased]) => {
        const hashes = new Set(erased.map(({ hash }) => hash));
        const left = listLiveValues(fold(log.map((envelope) => (hashes.has(envelope.hash) ? erase(envelope) : envelope))));
        const expected = listLiveValues(fold(log)).filter((value) => ![...hashes].some((hash) => value.includes(`(${hash}/`)));
        expect(left).toEqual(expected);
      }),
      runs,
    );
  });

  test('SPEC 10c: erased before or after it arrived, the document is the same', () => {
    fc.assert(
      fc.property(historyWithErased, ([log, erased, other]) => {
        const hashes = new Set(erased.map(({ hash }) => hash));
        const clean = fold(log.map((envelope) => (hashes.has(envelope.hash) ? erase(envelope) : envelope)));
        expect(describeDocument(fold(erased.map(erase), fold(other)))).toEqual(describeDocument(clean));
        expect(describeDocument(fold(other, fold(erased.map(erase))))).toEqual(describeDocument(clean));
      }),
      runs,
    );
  });
});

describe('a snapshot', () => {
  test('SPEC 4g: opening it and folding on is folding the log', () => {
    fc.assert(
      fc.property(historyAndShuffled, fc.nat(20), ([log, other], at) => {
        const opened = bytesToState(stateToBytes(fold(other.slice(0, at)))) as DocumentState;
        expect(describeDocument(opened)).toEqual(describeDocument(fold(other.slice(0, at))));
        expect(describeDocument(fold(other.slice(at), opened))).toEqual(describeDocument(fold(log)));
      }),
      runs,
    );
  });

  test('SPEC 10c: an erasure after it gives the same document, or asks for a refold', () => {
    fc.assert(
      fc.property(history, fc.nat(20), (log, at) => {
        const opened = bytesToState(stateToBytes(fold(log))) as DocumentState;
        const erased = erase(log[at % log.length] as OpenedEnvelope);
        const clean = fold(log.map((envelope) => (envelope.hash === erased.hash ? erased : envelope)));
        if (!needsRefold(opened, erased)) expect(describeDocument(fold([erased], opened))).toEqual(describeDocument(clean));
        expect(needsRefold(clean, erased)).toBe(false);
        expect(describeDocument(fold(log, bytesToState(stateToBytes(clean))))).toEqual(describeDocument(clean));
      }),
      runs,
    );
  });
});

function divide<T>(list: readonly T[], at: readonly number[]): readonly (readonly T[])[] {
  const bounds = [0, ...at.map((one) => one % (list.length + 1)).sort((a, b) => a - b), list.length];
  return bounds.slice(1).map((to, index) => list.slice(bounds[index], to));
}

const listLiveValues = (state: DocumentState): readonly string[] =>
  [...state.kinds.values()]
    .flatMap((entities) => [...entities].flatMap(([id, { cells }]) => [...cells.keys()].flatMap((field) => listCell(state, id, field))))
    .sort();

const listCell = (state: DocumentState, id: EntityId, field: string): readonly string[] =>
  readCandidates(state, id, field).map((candidate) => `${id} ${field} = ${JSON.stringify(candidate.value)} (${candidate.id})`);

function isBehind(envelope: OpenedEnvelope, missing: OpenedEnvelope, log: readonly OpenedEnvelope[]): boolean {
  return envelope.parents.some(
    (hash) => hash === missing.hash || isBehind(log.find((other) => other.hash === hash) as OpenedEnvelope, missing, log),
  );
}

const erase = (envelope: OpenedEnvelope): OpenedEnvelope => ({
  ...envelope,
  ops: [],
  redacted: envelope.ops.flatMap((operation) =>
    operation[0] === 'set' || operation[0] === 'text'
      ? [
          {
            entity: operation[1] as EntityId,
            field: operation[2] as string,
            preds: operation[0] === 'set' ? (operation as Extract<Operation, readonly ['set', ...unknown[]]>)[4] : [],
          },
        ]
      : [],
  ),
});

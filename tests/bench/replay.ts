import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { foldEnvelopes } from '../../src/core/document/fold.ts';
import { type DocumentState, emptyDocument, entityIdsOf, readText } from '../../src/core/document/state.ts';
import { makeOneYearLog, makeOneYearYjsUpdates, oneYearDocument, oneYearRules, yjsTextOf } from '../support/oneYearLog.ts';
import { type Figure, median } from './figure.ts';

const ROUNDS = 31;
const LIMIT = 1.5;

/** From nothing to the whole year with every note read, by our fold and by yjs, in turns within one run. */
export function measureReplay(): Promise<readonly Figure[]> {
  return Promise.resolve((['session', 'edit'] as const).map(compare));
}

function compare(per: 'session' | 'edit'): Figure {
  const log = makeOneYearLog({ per });
  const updates = makeOneYearYjsUpdates({ per });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timeOf(() => readAll(foldEnvelopes(emptyDocument(oneYearDocument), log, oneYearRules))));
    theirs.push(timeOf(() => replayInYjs(updates)));
  }
  const [value, baseline] = [median(ours), median(theirs)];
  const name = `replay of a year, ${log.length} envelopes (baseline: yjs)`;
  return { name, value, unit: 'ms', baseline, ratio: value / baseline, limit: LIMIT };
}

function replayInYjs(updates: readonly Uint8Array[]): number {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return [...doc.getMap('conference').keys()].reduce(
    (length, entity) => length + yjsTextOf(doc, { entity, field: 'notes' }).toJSON().length,
    0,
  );
}

const readAll = (state: DocumentState): number =>
  entityIdsOf(state, 'conference').reduce((length, conference) => length + readText(state, conference, 'notes').length, 0);

function timeOf(run: () => number): number {
  const start = performance.now();
  if (run() === 0) throw new Error('nothing was replayed');
  return performance.now() - start;
}

if (import.meta.main) console.log(await measureReplay());

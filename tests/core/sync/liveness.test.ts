import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../support/seededRandom.ts';
import type { Failure, SyncEffect, SyncEvent } from '../../../src/core/sync/syncState.ts';
import type { DocumentId } from '../../../src/core/shared/ids.ts';
import { refusals, type Refusal } from '../../../src/protocol/exchange/refusals.ts';
import { createStory, refused } from './syncStory.ts';

const RUNS = process.env['SOAK'] ? 20_000 : 400;
const DOCS = ['a', 'b', 'c', 'd', 'e', 'f'] as unknown as readonly DocumentId[];
const FAILURES: readonly Failure[] = [
  { type: 'Unreachable' },
  { type: 'TooBusy', seconds: 3 },
  { type: 'NotStored', problem: 'diskFull' },
  { type: 'Differs' },
  { type: 'NewerVersion' },
  ...Object.keys(refusals).map((code) => refused(code as Refusal)),
];

/** Whatever goes wrong for a while, in whatever order; then everything goes well. */
function live(seed: number) {
  const random = createSeededRandom(seed);
  const story = createStory();
  const waiting = new Map<DocumentId, number>();
  let open: SyncEffect[] = [];
  let healthy = false;
  let wakeAt = Number.POSITIVE_INFINITY;

  const happen = (event: SyncEvent) => {
    story.random = random.below(1000) / 1000;
    for (const effect of story.happen(event)) {
      if (effect.type === 'wake') wakeAt = story.now + effect.after;
      else if (effect.type === 'stopListening') open = open.filter(({ type }) => type !== 'listen');
      else open.push(effect);
    }
    const running = [...story.state.documents.values()].filter((document) => document.running !== null);
    const working = open.filter((effect) => effect.type === 'work');
    const listening = open.filter(({ type }) => type === 'listen');
    const atOnce = running.length + working.filter(({ doc }) => !story.state.documents.has(doc)).length;
    // Looked at some hundred thousand times: an expectation each would take longer than all these lives.
    if (running.length > 3 || working.length !== atOnce || listening.length > 1)
      expect.fail(`seed ${seed}: ${running.length} run, ${working.length} are asked for and ${listening.length} listen`);
  };

  /** What comes of one effect. */
  const answer = (effect: SyncEffect): SyncEvent => {
    const failure = healthy || random.below(3) === 0 ? undefined : random.pick(FAILURES);
    switch (effect.type) {
      case 'openSession':
        return failure ? { type: 'sessionFailed', failure } : { type: 'sessionOpened' };
      case 'listen':
        if (failure) return { type: 'listenFailed', failure };
        return {
          type: 'heard',
          items: DOCS.map((doc) => ({ doc, changed: !healthy && random.below(3) === 0 })),
          next: 'x',
          whole: effect.offset === '-1',
        };
      case 'work':
        if (failure) return { type: 'failed', doc: effect.doc, work: effect.work, failure };
        if (effect.work === 'deliver' || effect.work === 'compare') waiting.set(effect.doc, 0);
        return { type: 'done', doc: effect.doc, work: effect.work, waiting: waiting.get(effect.doc) ?? 0 };
      default:
        throw new Error('not asked');
    }
  };
  const turn = () => {
    const at = random.below(open.length + 2);
    const [effect] = open.splice(at, 1);
    if (effect) return happen(answer(effect));
    story.now = Math.max(story.now, healthy && wakeAt < Number.POSITIVE_INFINITY ? wakeAt : story.now + random.below(30_000));
    if (wakeAt <= story.now) {
      wakeAt = Number.POSITIVE_INFINITY;
      return happen({ type: 'due' });
    }
    if (healthy) return;
    const doc = random.pick(DOCS);
    if (random.below(4) === 0) return happen({ type: 'hope' });
    if (random.below(4) === 0) return happen({ type: 'opened', docs: [doc] });
    waiting.set(doc, (waiting.get(doc) ?? 0) + 1);
    happen({ type: 'saved', waiting: new Map([...waiting].filter(([, count]) => count > 0)) });
  };

  happen({ type: 'begin', documents: DOCS.map((doc) => ({ doc, waiting: 0 })) });
  for (let step = 0; step < 150; step++) turn();
  healthy = true;
  happen({ type: 'hope' });
  // Half of the lives nobody asks: then only what was told may be left.
  if (seed % 2 === 0) happen({ type: 'retry', doc: null });
  for (let step = 0; step < 300; step++) turn();
  return story.state;
}

describe('whatever the server says', () => {
  it(`one thing at a time for each document, and once all is well everything is exchanged, in ${RUNS} lives`, () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const { session, stopped, line, documents } = live(seed);
      expect([session, stopped, line.reached], `seed ${seed}`).toEqual(['open', null, true]);
      const left = [...documents].filter(([, { running, wanted, waiting, trouble }]) => {
        const isLeft = running !== null || wanted.size > 0 || waiting > 0;
        return seed % 2 === 0 ? isLeft || trouble : isLeft && !trouble;
      });
      expect(left, `seed ${seed}`).toEqual([]);
    }
  });
});

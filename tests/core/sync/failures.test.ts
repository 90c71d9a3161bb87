import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../../src/core/sync/backoff.ts';
import { reactionTo, troubleOf } from '../../../src/core/sync/reactions.ts';
import type { Failure } from '../../../src/core/sync/syncState.ts';
import { refusals, type Refusal } from '../../../src/protocol/exchange/refusals.ts';
import { A, B, createConnected, createStory, done, failed, heard, refused, saved, typesIn, unreachable, worksIn } from './syncStory.ts';

describe('a pause (SPEC 17a)', () => {
  it('doubles up to five minutes, and chance only shortens it', () => {
    expect([1, 2, 3, 9, 10, 60].map((tries) => pauseAfter(tries, 0.999_999_9))).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
    expect([1, 4].map((tries) => pauseAfter(tries, 0))).toEqual([500, 4000]);
  });
});

describe('when nobody answers (SPEC 17)', () => {
  it('a document that got no answer lets a small question decide, and nothing else begins before (SPEC 17b)', () => {
    const story = createConnected({ a: 0, b: 0 });
    story.happen(saved([A, 1]));
    const effects = story.happen(failed(A, 'deliver', unreachable));
    expect(effects.slice(0, 2)).toEqual([{ type: 'stopListening' }, { type: 'listen', offset: 'later', wait: false }]);
    expect(worksIn(story.happen(saved([A, 1], [B, 1])))).toEqual([]);
    expect(worksIn(story.happen(heard([], false)))).toEqual(['b deliver']);
    story.now += 1_000;
    expect(worksIn(story.happen({ type: 'due' }))).toEqual(['a deliver']);
  });

  it('a document that came a step further each time is asked for again as soon as the first time (SPEC 17f)', () => {
    const pauseOf = (moved: boolean) => {
      const story = createConnected({ a: 0 });
      story.happen(saved([A, 1]));
      let pause = 0;
      for (let tries = 0; tries < 5; tries++) {
        story.happen(failed(A, 'deliver', unreachable, moved));
        story.happen(heard([], false));
        pause = story.state.documents.get(A)!.notBefore - story.now;
        story.now += pause;
        expect(worksIn(story.happen({ type: 'due' }))).toEqual(['a deliver']);
      }
      return pause;
    };
    expect(pauseOf(true)).toBeLessThanOrEqual(1_000);
    expect(pauseOf(false)).toBeGreaterThan(7_000);
  });

  it('a server that is gone is asked again with growing pauses', () => {
    const story = createConnected({ a: 0 });
    const pauses = [1, 2, 3].map(() => {
      const [wake] = story.happen({ type: 'listenFailed', failure: unreachable });
      const after = wake?.type === 'wake' ? wake.after : 0;
      story.now += after;
      expect(typesIn(story.happen({ type: 'due' }))).toEqual(['listen']);
      return after;
    });
    expect(pauses).toEqual([500, 1000, 2000]);
    expect(story.state.line.reached).toBe(false);
    story.happen(heard([], false));
    expect(story.state.line).toEqual({ reached: true, tries: 0, notBefore: 0 });
  });

  it('what this device itself could not do is tried again too', () => {
    const story = createStory();
    story.happen({ type: 'begin', documents: [] });
    const failure: Failure = { type: 'NotStored', problem: 'storageLost' };
    expect(story.happen({ type: 'sessionFailed', failure })).toEqual([{ type: 'wake', after: 500 }]);
    expect(story.state.line.reached).toBe(true);
  });

  it('a pause that was counted on a clock ten years ahead is over (SPEC 17e)', () => {
    const story = createConnected({ a: 0 });
    story.now += 10 * 365 * 24 * 3600 * 1000;
    story.happen(saved([A, 1]));
    story.happen(failed(A, 'deliver', { type: 'NotStored', problem: 'diskFull' }));
    story.happen({ type: 'listenFailed', failure: unreachable });
    story.now = 1_000_000;
    expect(typesIn(story.happen({ type: 'due' }))).toEqual(['listen']);
    expect(worksIn(story.happen(heard([], false)))).toEqual(['a deliver']);
  });

  it('so is one that was never reached', () => {
    const story = createStory();
    story.happen({ type: 'begin', documents: [] });
    expect(story.happen({ type: 'sessionFailed', failure: unreachable })).toEqual([{ type: 'wake', after: 500 }]);
    story.now += 500;
    expect(typesIn(story.happen({ type: 'due' }))).toEqual(['openSession']);
  });

  it.each<readonly [Failure, number]>([
    [{ type: 'TooBusy', seconds: 7 }, 7],
    [refused('TooMany'), 5],
    [refused('Unavailable'), 30],
  ])('busy is left alone: %o for %d seconds (SPEC 17d)', (failure, seconds) => {
    const story = createConnected({ a: 0, b: 0 });
    story.happen(saved([A, 1]));
    const [wake] = story.happen(failed(A, 'deliver', failure));
    expect(wake).toEqual({ type: 'wake', after: seconds * 1000 });
    expect(worksIn(story.happen(saved([A, 1], [B, 1])))).toEqual([]);
    story.now += seconds * 1000;
    expect(worksIn(story.happen({ type: 'due' }))).toEqual(['a deliver', 'b deliver']);
    story.happen({ type: 'listenFailed', failure });
    expect(story.state.line.notBefore).toBeGreaterThan(story.now + 4000);
    expect(story.state.line.reached).toBe(true);
  });
});

describe('a refusal (SPEC 18)', () => {
  it('each has a reaction, and those that tell have words', () => {
    const reactions = Object.keys(refusals).map((code) => reactionTo(refused(code as Refusal)).type);
    expect(new Set(reactions)).toEqual(new Set(['tell', 'newSession', 'stop', 'first', 'again']));
  });

  it('can be told, also where something else follows from it', () => {
    expect(troubleOf({ type: 'NewerVersion' })).toBe('newerVersion');
    expect(troubleOf({ type: 'NotStored', problem: 'diskFull' })).toBe('diskFull');
    expect(troubleOf(refused('EntryMoved'))).toBe('refused');
  });

  it.each(['NoSession', 'SessionExpired'] as const)('%s of a document: a new session, then the same again', (code) => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    expect(typesIn(story.happen(failed(A, 'deliver', refused(code))))).toEqual(['openSession']);
    expect(worksIn(story.happen({ type: 'sessionOpened' }))).toEqual(['a deliver']);
    // Not round and round.
    story.happen(failed(A, 'deliver', refused(code)));
    expect(worksIn(story.happen({ type: 'sessionOpened' }))).toEqual([]);
    expect(story.state.documents.get(A)?.notBefore).toBeGreaterThan(story.now);
  });

  it('of the inbox: a new session, with a pause the second time', () => {
    const story = createConnected();
    expect(typesIn(story.happen({ type: 'listenFailed', failure: refused('SessionExpired') }))).toEqual(['openSession']);
    story.happen({ type: 'sessionOpened' });
    expect(typesIn(story.happen({ type: 'listenFailed', failure: refused('SessionExpired') }))).toEqual(['wake']);
  });

  it.each([
    ['DeviceBlocked', 'blocked'],
    ['DeviceRevoked', 'revoked'],
    ['UnknownDevice', 'unknown'],
  ] as const)('%s stops everything, and is asked again after ten minutes', (code, because) => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    expect(story.happen(failed(A, 'deliver', refused(code)))).toEqual([{ type: 'wake', after: 600_000 }]);
    expect(story.state.stopped).toBe(because);
    story.now += 600_000;
    expect(typesIn(story.happen({ type: 'due' }))).toEqual(['openSession']);
    expect(story.state.stopped).toBe(because);
    story.happen({ type: 'sessionFailed', failure: refused(code) });
    story.happen({ type: 'hope' });
    expect(worksIn(story.happen({ type: 'sessionOpened' }))).toEqual(['a deliver']);
    expect(story.state.stopped).toBeNull();
  });

  it.each([
    ['SeqTaken', 'reseal'],
    ['SeqGap', 'compare'],
    ['NotFound', 'compare'],
    ['OtherEpoch', 'compare'],
    ['AlreadyThere', 'compare'],
  ] as const)('%s: first %s, then the same again; with pauses when it comes back', (code, first) => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    expect(worksIn(story.happen(failed(A, 'deliver', refused(code))))).toEqual([`a ${first}`]);
    expect(worksIn(story.happen(done(A, first, 1)))).toEqual(['a deliver']);
    expect(worksIn(story.happen(failed(A, 'deliver', refused(code))))).toEqual([`a ${first}`]);
    story.happen(done(A, first, 1));
    expect(worksIn(story.happen(failed(A, 'deliver', refused(code))))).toEqual([]);
  });

  it('EntryMoved: the circle is read', () => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    story.happen(failed(A, 'deliver', refused('EntryMoved')));
    expect(story.state.documents.get(A)?.wanted).toEqual(new Set(['collect']));
  });

  it('another epoch of the inbox: everything is asked from the start', () => {
    const story = createConnected({ a: 0 });
    expect(story.happen({ type: 'listenFailed', failure: refused('OtherEpoch') })).toEqual([{ type: 'listen', offset: '-1', wait: false }]);
  });

  it.each([
    ['NotAMember', 'removed'],
    ['Destroyed', 'destroyed'],
    ['Closed', 'destroyed'],
  ] as const)('%s: what waits is offered, and the person is told', (code, what) => {
    const story = createConnected({ a: 0 });
    story.happen(heard([{ doc: A, changed: true }], false));
    expect(worksIn(story.happen(failed(A, 'collect', refused(code))))).toEqual(['a leave']);
    story.happen(done(A, 'leave', 1));
    expect(story.state.documents.get(A)).toMatchObject({ trouble: { what, work: 'collect' }, wanted: new Set() });
  });

  it('leaving that is refused too ends there', () => {
    const story = createConnected({ a: 0 });
    story.happen(heard([{ doc: A, changed: true }], false));
    story.happen(failed(A, 'collect', refused('NotAMember')));
    expect(worksIn(story.happen(failed(A, 'leave', refused('NotAMember'))))).toEqual([]);
  });

  it('who can read again is a member again', () => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    story.happen(failed(A, 'deliver', refused('NotAMember')));
    story.happen(done(A, 'leave', 1));
    story.happen(heard([{ doc: A, changed: true }], false));
    expect(worksIn(story.happen(done(A, 'collect', 1)))).toEqual(['a deliver']);
    expect(story.state.documents.get(A)?.trouble).toBeNull();
  });

  it('what is told stays told until that same work went well', () => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    expect(worksIn(story.happen(failed(A, 'deliver', refused('TooLarge'))))).toEqual([]);
    story.happen(heard([{ doc: A, changed: true }], false));
    story.happen(done(A, 'collect', 1));
    expect(story.state.documents.get(A)?.trouble).toEqual({ what: 'tooLarge', work: 'deliver' });
    story.happen({ type: 'retry', doc: A });
    story.happen(failed(A, 'deliver', refused('QuotaFull')));
    story.now += 60_000;
    expect(worksIn(story.happen({ type: 'due' }))).toEqual(['a deliver']);
    story.happen(done(A, 'deliver'));
    expect(story.state.documents.get(A)?.trouble).toBeNull();
  });
});

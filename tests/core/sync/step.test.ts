import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../src/core/shared/ids.ts';
import {
  A,
  B,
  C,
  createConnected,
  createStory,
  D,
  done,
  E,
  failed,
  heard,
  refused,
  saved,
  typesIn,
  unreachable,
  worksIn,
} from './syncStory.ts';

describe('beginning (SPEC 13, 15)', () => {
  it('asks for a session, then for everything in the inbox, and then waits for news (SPEC 15c)', () => {
    const story = createStory();
    expect(story.happen({ type: 'begin', documents: [] })).toEqual([{ type: 'openSession' }]);
    expect(story.happen({ type: 'sessionOpened' })).toEqual([{ type: 'listen', offset: '-1', wait: false }]);
    expect(story.happen(heard())).toEqual([{ type: 'listen', offset: 'later', wait: true }]);
    expect(story.happen(heard([], false))).toEqual([{ type: 'listen', offset: 'later', wait: true }]);
  });

  it('collects what changed there, compares what is not there, and leaves alone what is the same (SPEC 15a, 15b)', () => {
    const story = createStory();
    story.happen({ type: 'begin', documents: [A, B, C].map((doc) => ({ doc, waiting: 0 })) });
    story.happen({ type: 'sessionOpened' });
    const items = [
      { doc: A, changed: true },
      { doc: B, changed: false },
      { doc: D, changed: true },
    ];
    expect(worksIn(story.happen(heard(items)))).toEqual(['a collect']);
    story.now += 1_000;
    expect(worksIn(story.happen({ type: 'due' }))).toEqual(['c compare', 'd collect']);
  });

  it('delivers what waited, at once when the session is there', () => {
    const story = createStory();
    story.happen({ type: 'begin', documents: [{ doc: A, waiting: 2 }] });
    expect(worksIn(story.happen({ type: 'sessionOpened' }))).toEqual(['a deliver']);
  });

  it('news of one document asks for that document only', () => {
    const story = createConnected({ a: 0, b: 0 });
    expect(worksIn(story.happen(heard([{ doc: B, changed: true }], false)))).toEqual(['b collect']);
  });

  it('a document that was made or found here is collected; one that is known is not asked for twice', () => {
    const story = createConnected();
    expect(worksIn(story.happen({ type: 'added', doc: A }))).toEqual(['a collect']);
    expect(worksIn(story.happen({ type: 'added', doc: A }))).toEqual([]);
  });
});

it('the same events, times and chances give the same exchange (SPEC 13c)', () => {
  const tell = () => {
    const story = createConnected({ a: 1, b: 0 });
    const events = [saved([A, 2]), failed(A, 'deliver', unreachable), heard([{ doc: B, changed: true }], false), done(B, 'collect')];
    const effects = events.map((event) => {
      story.now += 700;
      return story.happen(event);
    });
    return { effects, state: { ...story.state, documents: [...story.state.documents] } };
  };
  expect(tell()).toEqual(tell());
});

describe('what goes out (SPEC 14)', () => {
  it('a save is delivered; saving on while it is under way delivers once more behind it (SPEC 14d)', () => {
    const story = createConnected({ a: 0 });
    expect(worksIn(story.happen(saved([A, 1])))).toEqual(['a deliver']);
    expect(worksIn(story.happen(saved([A, 2])))).toEqual([]);
    expect(worksIn(story.happen(done(A, 'deliver', 1)))).toEqual(['a deliver']);
    expect(worksIn(story.happen(done(A, 'deliver', 0)))).toEqual([]);
    expect(story.state.documents.get(A)).toMatchObject({ waiting: 0, running: null, tries: 0 });
  });

  it('also when the count is the same, because one went and one came', () => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    story.happen(saved([A, 1]));
    expect(worksIn(story.happen(done(A, 'deliver', 1)))).toEqual(['a deliver']);
  });

  it('a save in a document that was unknown makes it known', () => {
    expect(worksIn(createConnected().happen(saved([A, 1])))).toEqual(['a deliver']);
  });

  it('own edits go before news (SPEC 14a)', () => {
    const story = createConnected({ a: 0 });
    story.happen(heard([{ doc: A, changed: true }], false));
    story.happen(saved([A, 1]));
    story.happen(heard([{ doc: A, changed: true }], false));
    expect(worksIn(story.happen(done(A, 'collect', 1)))).toEqual(['a deliver']);
    expect(worksIn(story.happen(done(A, 'deliver')))).toEqual(['a collect']);
  });
});

describe('what a work asks for at its end (SPEC 11d)', () => {
  it('follows at once, in the order of every document', () => {
    const story = createConnected({ a: 0 });
    story.happen(heard([{ doc: A, changed: true }], false));
    expect(worksIn(story.happen({ type: 'done', doc: A, work: 'collect', waiting: 0, follow: ['collect', 'compare'] }))).toEqual([
      'a compare',
    ]);
    expect(worksIn(story.happen(done(A, 'compare')))).toEqual(['a collect']);
    expect(worksIn(story.happen(done(A, 'collect')))).toEqual([]);
  });
});

describe('who goes first (SPEC 13b, 16)', () => {
  const all = [A, B, C, D, E].map((doc) => ({ doc, changed: true }));

  it('three at once, the next as one is done', () => {
    const story = createConnected({ a: 0, b: 0, c: 0, d: 0, e: 0 });
    expect(worksIn(story.happen(heard(all, false)))).toEqual(['a collect', 'b collect', 'c collect']);
    expect(worksIn(story.happen(done(B, 'collect')))).toEqual(['d collect']);
  });

  /** Every document of the first exchange has news. */
  function beginFirst() {
    const story = createStory();
    story.happen({ type: 'begin', documents: [] });
    story.happen({ type: 'sessionOpened' });
    return { story, effects: story.happen(heard(all)) };
  }

  it('in the first second of the first exchange one at a time, then three (SPEC 16b)', () => {
    const { story, effects } = beginFirst();
    expect(worksIn(effects)).toEqual(['a collect']);
    expect(effects.at(-1)).toEqual({ type: 'wake', after: 1_000 });
    story.now += 400;
    const next = story.happen(done(A, 'collect'));
    expect(worksIn(next)).toEqual(['b collect']);
    expect(next.at(-1)).toEqual({ type: 'wake', after: 600 });
    story.now += 600;
    expect(worksIn(story.happen({ type: 'due' }))).toEqual(['c collect', 'd collect']);
    expect(typesIn(story.happen({ type: 'due' }))).toEqual([]);
  });

  it('and a clock that is put back keeps nobody waiting for it', () => {
    const { story } = beginFirst();
    story.now -= 3_600_000;
    expect(worksIn(story.happen({ type: 'due' }))).toEqual(['b collect', 'c collect']);
  });

  it('the newest opened first, then the one before (SPEC 16a)', () => {
    const story = createConnected({ a: 0, b: 0, c: 0, d: 0, e: 0 });
    story.happen({ type: 'opened', docs: [D] });
    story.happen({ type: 'opened', docs: [E, 'unknown' as DocumentId] });
    expect(worksIn(story.happen(heard(all, false)))).toEqual(['e collect', 'd collect', 'a collect']);
  });

  it('counts the first exchange, also over a document that is in trouble or leaves', () => {
    const story = createStory();
    story.happen({ type: 'begin', documents: [A, B, C].map((doc) => ({ doc, waiting: 0 })) });
    story.happen({ type: 'sessionOpened' });
    story.happen(heard([A, B, C].map((doc) => ({ doc, changed: true }))));
    const progress = () => story.state.first && [story.state.first.of - story.state.first.left.size, story.state.first.of];
    expect(progress()).toEqual([0, 3]);
    story.happen(done(A, 'collect'));
    expect(progress()).toEqual([1, 3]);
    story.happen(failed(B, 'collect', { type: 'Differs' }));
    expect(progress()).toEqual([2, 3]);
    story.happen({ type: 'forgotten', doc: C });
    expect(progress()).toBeNull();
    expect(worksIn(story.happen(done(C, 'collect')))).toEqual([]);
  });
});

describe('a person or a sign of hope (SPEC 17c, 18)', () => {
  it('hope tries at once, and gives up on the question that waits', () => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    story.happen(failed(A, 'deliver', { type: 'NotStored', problem: 'diskFull' }));
    const effects = story.happen({ type: 'hope' });
    expect(typesIn(effects)).toEqual(['stopListening', 'listen', 'work']);
    expect(story.state.documents.get(A)?.trouble).toEqual({ what: 'diskFull', work: 'deliver' });
  });

  it('hope while nothing waits gives nothing up', () => {
    const story = createStory();
    expect(typesIn(story.happen({ type: 'hope' }))).toEqual(['openSession']);
  });

  it('who asks again clears what was told, of one document or of all', () => {
    const story = createConnected({ a: 0, b: 0 });
    for (const doc of [A, B]) {
      story.happen(saved([doc, 1]));
      story.happen(failed(doc, 'deliver', refused('TooLarge')));
    }
    story.happen(saved([B, 1]));
    expect(worksIn(story.happen({ type: 'retry', doc: B }))).toEqual(['b deliver']);
    expect(story.state.documents.get(A)?.trouble).toEqual({ what: 'tooLarge', work: 'deliver' });
    expect(worksIn(story.happen({ type: 'retry', doc: null }))).toEqual(['a collect']);
  });

  it('a moment that came begins what waited for it', () => {
    const story = createConnected({ a: 0 });
    story.happen(saved([A, 1]));
    const effects = story.happen(failed(A, 'deliver', { type: 'NotStored', problem: 'storageLost' }));
    expect(effects).toEqual([{ type: 'wake', after: 60_000 }]);
    expect(story.happen({ type: 'due' })).toEqual([{ type: 'wake', after: 60_000 }]);
    story.now += 60_000;
    expect(worksIn(story.happen({ type: 'due' }))).toEqual(['a deliver']);
  });

  it('events about a document that is gone change nothing', () => {
    const story = createConnected({ a: 0 });
    story.happen({ type: 'forgotten', doc: A });
    const before = story.state.documents;
    story.happen(done(A, 'collect'));
    story.happen(failed(A, 'collect', unreachable));
    expect(story.state.documents).toEqual(before);
  });
});

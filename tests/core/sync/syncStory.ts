import { idle, step } from '../../../src/core/sync/step.ts';
import type { Failure, SyncEffect, SyncEvent, SyncState, Work } from '../../../src/core/sync/syncState.ts';
import type { DocumentId } from '../../../src/core/shared/ids.ts';
import type { Refusal } from '../../../src/protocol/exchange/refusals.ts';

export const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'] as unknown as readonly [
  DocumentId,
  DocumentId,
  DocumentId,
  DocumentId,
  DocumentId,
];

export interface Story {
  state: SyncState;
  now: number;
  random: number;
  /** Lets an event happen; what is to be done now. */
  readonly happen: (event: SyncEvent) => readonly SyncEffect[];
}

export function createStory(): Story {
  const story: Story = {
    state: idle,
    now: 1_000_000,
    random: 0,
    happen: (event) => {
      const next = step(story.state, event, { now: story.now, random: story.random });
      story.state = next.state;
      return next.effects;
    },
  };
  return story;
}

/** Session open, inbox heard: these documents are known on both sides; a number is what waits here. */
export function createConnected(documents: Readonly<Record<string, number>> = {}): Story {
  const story = createStory();
  const docs = Object.entries(documents).map(([doc, waiting]) => ({ doc: doc as DocumentId, waiting }));
  story.happen({ type: 'begin', documents: docs });
  story.happen({ type: 'sessionOpened' });
  story.happen(heard(docs.map(({ doc }) => ({ doc, changed: false }))));
  return story;
}

export const heard = (items: readonly { readonly doc: DocumentId; readonly changed: boolean }[] = [], whole = true): SyncEvent => ({
  type: 'heard',
  items,
  next: 'later',
  whole,
});
export const saved = (...counts: readonly (readonly [DocumentId, number])[]): SyncEvent => ({ type: 'saved', waiting: new Map(counts) });
export const done = (doc: DocumentId, work: Work, waiting = 0): SyncEvent => ({ type: 'done', doc, work, waiting });
export const failed = (doc: DocumentId, work: Work, failure: Failure, moved?: boolean): SyncEvent => ({
  type: 'failed',
  doc,
  work,
  failure,
  ...(moved === undefined ? {} : { moved }),
});
export const refused = (code: Refusal): Failure => ({ type: 'Refused', code });
export const unreachable: Failure = { type: 'Unreachable' };

export const worksIn = (effects: readonly SyncEffect[]): readonly string[] =>
  effects.flatMap((effect) => (effect.type === 'work' ? [`${effect.doc} ${effect.work}`] : []));
export const typesIn = (effects: readonly SyncEffect[]): readonly string[] => effects.map(({ type }) => type);

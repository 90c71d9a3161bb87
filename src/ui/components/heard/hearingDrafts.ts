import { useSyncExternalStore } from 'react';
import type { OpenCase } from '../../../application/application.ts';
import type { CommandOf } from '../../../core/plan/decidePlan.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useOpenCase } from '../applicationContext.tsx';

export type HearingDraft = Omit<CommandOf<'recordHearing'>, 'type' | 'outcome' | 'on'> & {
  readonly outcome: CommandOf<'recordHearing'>['outcome'] | null;
  readonly on: CommandOf<'recordHearing'>['on'] | null;
};
type Drafts = readonly HearingDraft[];

const NONE: Drafts = [];
/** They go with the open case: after a lock not a word of them is left. */
const kept = new WeakMap<OpenCase, Drafts>();
const listeners = new Set<() => void>();

function useDrafts(): readonly [Drafts, (change: (drafts: Drafts) => Drafts) => void] {
  const openCase = useOpenCase();
  const read = (): Drafts => kept.get(openCase) ?? NONE;
  const drafts = useSyncExternalStore(subscribe, read);
  const keep = (change: (drafts: Drafts) => Drafts): void => {
    kept.set(openCase, change(read()));
    for (const listener of listeners) listener();
  };
  return [drafts, keep];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What somebody is writing of how a child was heard stays while they walk to another step and back. */
export function useHearingDraft(child: EntityId, meeting: EntityId) {
  const [drafts, keep] = useDrafts();
  const isOther = (draft: HearingDraft): boolean => draft.child !== child || draft.meeting !== meeting;
  return {
    draft: drafts.find((draft) => !isOther(draft)) ?? null,
    write: (draft: HearingDraft): void => keep((now) => [...now.filter(isOther), draft]),
    drop: (): void => keep((now) => now.filter(isOther)),
  };
}

/** The children of whom something is written that was not saved: the meeting does not end before it is. */
export const useHalfWritten = (meeting: EntityId): readonly EntityId[] =>
  useDrafts()[0].flatMap((draft) => (draft.meeting === meeting ? [draft.child] : []));

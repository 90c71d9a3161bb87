import type { ChangeError } from '../../../application/application.ts';
import type { Result } from '../../../core/shared/result.ts';

/** Saved after this pause in typing, */
const PAUSE_MS = 400;
/** and while typing goes on, at least this often. */
const LONGEST_MS = 2000;

export interface AutosaveState<V> {
  /** What the field shows while someone is editing; undefined: it shows the plan's value. */
  readonly draft: { readonly value: V } | undefined;
  readonly status: 'untouched' | 'saving' | 'saved' | 'failed';
  readonly error: ChangeError | null;
}

/** What saving one cell needs. `C` is what the writer saw when the edit began: operation ids, or the text of a note. */
export interface AutosaveTarget<V, C> {
  readonly begin: () => C;
  readonly save: (value: V, seen: C) => Promise<Result<unknown, ChangeError>>;
  /** What the writer has seen once `value` is saved: their own words. */
  readonly continueFrom: (value: V) => C;
}

export interface Autosave<V> {
  readonly get: () => AutosaveState<V>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly edit: (value: V) => void;
  /** Saves what waits, now. */
  readonly flush: () => Promise<void>;
  /** The writer left the field: save, and follow the plan again. */
  readonly leave: () => Promise<void>;
  /** What could not be stored is stored after all: it had been waiting in memory. */
  readonly confirmSaved: () => void;
}

const untouched = { draft: undefined, status: 'untouched', error: null } as const;

/**
 * One field that saves itself. While someone edits, what arrives from elsewhere does not touch their words; the save names only
 * what they had seen, so the other value stays visible. A failed save leaves the text where it is.
 */
export function createAutosave<V, C>(target: AutosaveTarget<V, C>): Autosave<V> {
  let state: AutosaveState<V> = untouched;
  let seen: C | undefined;
  let unsavedSince: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | null = null;
  let isLeft = false;
  const listeners = new Set<() => void>();

  function update(next: Partial<AutosaveState<V>>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function edit(value: V): void {
    seen ??= target.begin();
    isLeft = false;
    unsavedSince ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(PAUSE_MS, unsavedSince + LONGEST_MS - Date.now())));
    update({ draft: { value }, status: 'saving' });
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    while (saving) await saving;
    if (unsavedSince === null || !state.draft) return;
    saving = saveOnce(state.draft.value, seen as C);
    await saving;
  }

  async function saveOnce(value: V, seenNow: C): Promise<void> {
    unsavedSince = null;
    update({ status: 'saving' });
    const result = await target.save(value, seenNow);
    saving = null;
    if (result.ok) {
      seen = target.continueFrom(value);
      if (unsavedSince === null) update({ status: 'saved', error: null, ...(isLeft ? followAgain() : {}) });
      return;
    }
    // Stored later by the application itself: what was seen stays the same. Everything else must be sent anew.
    if (result.error.type !== 'NotSaved') unsavedSince ??= Date.now();
    update({ status: 'failed', error: result.error });
  }

  function followAgain(): { readonly draft: undefined } {
    seen = undefined;
    return { draft: undefined };
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit,
    flush,
    leave: async () => {
      isLeft = true;
      await flush();
      if (isLeft && state.status === 'saved') update(followAgain());
    },
    confirmSaved: () => {
      if (state.error?.type !== 'NotSaved' || unsavedSince !== null || !state.draft) return;
      seen = target.continueFrom(state.draft.value);
      update({ status: 'saved', error: null, ...(isLeft ? followAgain() : {}) });
    },
  };
}

import { useEffect, useState, type ReactNode } from 'react';
import type { EntityId, OperationId } from '../../../core/shared/ids.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useApplication, useEdited, useStore, type Edited } from '../applicationContext.tsx';
import { Button } from '../Button.tsx';
import { ConflictNote } from '../ConflictNote.tsx';
import { ErasedNote } from '../ErasedNote.tsx';
import { errorText } from '../errorText.ts';
import { useIsTrial } from '../useIsTrial.ts';
import { createAutosave, type Autosave, type AutosaveTarget } from './createAutosave.ts';
import styles from './Field.module.css';
import { TypingLine } from './TypingLine.tsx';

export interface AutosaveProps<V> {
  readonly label: string;
  readonly entity: EntityId;
  readonly field: string;
  /** The document's value, from the view. */
  readonly value: V;
  readonly hint?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

export interface AutosaveCell<V> {
  readonly value: V;
  /** Typed: saved after a pause. */
  readonly edit: (value: V) => void;
  /** Chosen: saved at once. */
  readonly choose: (value: V) => void;
  readonly leave: () => void;
  readonly status: ReactNode;
  readonly below: ReactNode;
  readonly error: string | null;
}

interface ConflictOptions {
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly canCombine?: boolean;
}

/** A cell of the open case in a field: its value, how to change it, and what to say about it. */
export function useAutosave<V>(
  { entity, field, value }: AutosaveProps<V>,
  writes: 'set' | 'write' = 'set',
  conflict: ConflictOptions = {},
): AutosaveCell<V> {
  const t = useTexts();
  const application = useApplication();
  const edited = useEdited();
  const autosave = useCellAutosave<V>(edited, entity, field, value, writes);
  const state = useStore(autosave);
  const isTrial = useIsTrial();
  const found = useStore(edited.view).conflicts.find((other) => other.entity === entity && other.field === field);

  useEffect(() => {
    const saveNow = () => void autosave.flush();
    const confirmWhenStored = () => {
      if (application.saving.get().type === 'saved') autosave.confirmSaved();
    };
    document.addEventListener('visibilitychange', saveNow);
    const stopFollowing = application.saving.subscribe(confirmWhenStored);
    const stopHandingOver = application.beforeLock(autosave.flush);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      stopFollowing();
      stopHandingOver();
      saveNow();
    };
  }, [application, autosave]);

  const isNotStored = state.error?.type === 'NotSaved';
  const retry = () =>
    void (isNotStored
      ? application.retrySaving().then(() => application.saving.get().type !== 'failed' && autosave.confirmSaved())
      : autosave.flush());
  return {
    value: state.draft ? state.draft.value : value,
    edit: (next) => {
      edited.noteTyping?.(entity, field);
      autosave.edit(next);
    },
    choose: (next) => {
      autosave.edit(next);
      void autosave.leave();
    },
    leave: () => void autosave.leave(),
    error: state.error && !isNotStored ? errorText(t, state.error) : null,
    status: (
      <>
        {edited.presence && <TypingLine presence={edited.presence} entity={entity} field={field} />}
        {(state.status === 'saving' || state.status === 'saved') && (
          <span className={styles['status']}>
            {t(state.status === 'saving' ? 'shell.field.saving' : isTrial ? 'shell.field.inMemory' : 'shell.field.saved')}
          </span>
        )}
      </>
    ),
    below: (
      <>
        {state.status === 'failed' && (
          <div className={styles['notSaved']} role="alert">
            {t('shell.field.failed')}
            <Button variant="plain" onPress={retry}>
              {t('shell.field.retry')}
            </Button>
          </div>
        )}
        <ErasedNote entity={entity} field={field} value={value} />
        {found && <ConflictNote entity={entity} field={field} candidates={found.candidates} {...conflict} />}
      </>
    ),
  };
}

/** One autosave per cell; a field that starts to show another cell starts anew. */
function useCellAutosave<V>(edited: Edited, entity: EntityId, field: string, value: V, writes: 'set' | 'write'): Autosave<V> {
  const [latest] = useState(() => createLatest(value));
  useEffect(() => latest.set(value));
  const make = () => ({
    edited,
    entity,
    field,
    autosave: createAutosave<V, unknown>(writes === 'set' ? cellTarget(edited, entity, field) : noteTarget(edited, entity, field, latest)),
  });
  const [current, setCurrent] = useState(make);
  if (current.edited === edited && current.entity === entity && current.field === field) return current.autosave;
  const next = make();
  setCurrent(next);
  return next.autosave;
}

interface Latest<V> {
  readonly get: () => V;
  readonly set: (value: V) => void;
}

function createLatest<V>(value: V): Latest<V> {
  let latest = value;
  return { get: () => latest, set: (next) => void (latest = next) };
}

function cellTarget<V>(edited: Edited, entity: EntityId, field: string): AutosaveTarget<V, unknown> {
  return {
    begin: () => edited.basisOf(entity, field),
    save: (value, seen) => edited.change({ type: 'set', entity, field, value, basis: seen as readonly OperationId[] }),
    continueFrom: (value) => {
      const found = edited.view.get().conflicts.find((conflict) => conflict.entity === entity && conflict.field === field);
      return found ? found.candidates.filter((candidate) => candidate.value === value).map(({ id }) => id) : edited.basisOf(entity, field);
    },
  };
}

/** A long note merges letter by letter, so it needs the text as the writer saw it. */
function noteTarget<V>(edited: Edited, entity: EntityId, field: string, shown: Latest<V>): AutosaveTarget<V, unknown> {
  return {
    begin: () => shown.get(),
    save: (value, seen) => edited.change({ type: 'write', entity, field, before: seen as string, after: value as string }),
    continueFrom: (value) => value,
  };
}

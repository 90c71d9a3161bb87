import type { EntityId } from '../../core/shared/ids.ts';
import { dayOf } from '../../core/shared/dayOf.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useCaseView, useEdited, useStore } from './applicationContext.tsx';
import styles from './ErasedNote.module.css';
import { formatDay } from './formatDate.ts';

interface ErasedNoteProps {
  readonly entity: EntityId;
  readonly field: string;
  /** What stands there now: as soon as somebody wrote something new, that is what is read. */
  readonly value: unknown;
}

/** Where a text was erased for everyone: who did that and when, in its place. */
export const ErasedNote = ({ entity, field, value }: ErasedNoteProps) => {
  const t = useTexts();
  const { cells } = useStore(useEdited().erasing);
  const { people } = useCaseView();
  const erased = value ? undefined : cells.find((cell) => cell.entity === entity && cell.field === field);
  if (!erased) return null;
  const name = people.find(({ member }) => member === erased.by)?.name ?? t('shell.conflict.someone');
  return <p className={styles['erased']}>{t('shell.erased', { name, day: formatDay(dayOf(erased.at)) })}</p>;
};

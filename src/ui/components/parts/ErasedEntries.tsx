import type { PartView } from '../../../application/application.ts';
import { kindOf } from '../../../core/document/entityId.ts';
import { useEdited, useStore } from '../applicationContext.tsx';
import { ErasedNote } from '../ErasedNote.tsx';
import styles from './parts.module.css';

interface ErasedEntriesProps {
  readonly label: string;
  readonly entries: PartView['entries'];
}

/** Entries of which nothing is left: who erased them for everyone, and when. */
export const ErasedEntries = ({ label, entries }: ErasedEntriesProps) => {
  const { cells } = useStore(useEdited().erasing);
  const here = new Set(entries.map(({ id }) => id));
  const gone = cells.filter(({ entity }) => kindOf(entity) === 'entry' && !here.has(entity));
  if (gone.length === 0) return null;
  return (
    <ul className={styles['erased']} aria-label={label}>
      {gone.map(({ entity, field }) => (
        <li key={`${entity} ${field}`}>
          <ErasedNote entity={entity} field={field} value="" />
        </li>
      ))}
    </ul>
  );
};

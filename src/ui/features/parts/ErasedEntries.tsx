import type { PartView } from '../../../application/application.ts';
import { kindOf } from '../../../core/document/entityId.ts';
import { useEdited, useStore } from '../../components/applicationContext.tsx';
import { ErasedNote } from '../../components/ErasedNote.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './parts.module.css';

/** Entries of which nothing is left: who erased them for everyone, and when. */
export const ErasedEntries = ({ view }: { readonly view: PartView }) => {
  const t = useTexts();
  const { cells } = useStore(useEdited().erasing);
  const here = new Set(view.entries.map(({ id }) => id));
  const gone = cells.filter(({ entity }) => kindOf(entity) === 'entry' && !here.has(entity));
  if (gone.length === 0) return null;
  return (
    <ul className={styles['erased']} aria-label={t('parts.entries.erased')}>
      {gone.map(({ entity, field }) => (
        <li key={`${entity} ${field}`}>
          <ErasedNote entity={entity} field={field} value="" />
        </li>
      ))}
    </ul>
  );
};

import type { PartView } from '../../../../application/application.ts';
import { useEdited } from '../../../components/applicationContext.tsx';
import { ConflictNote } from '../../../components/ConflictNote.tsx';
import { ErasedNote } from '../../../components/ErasedNote.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { useChangeOf } from '../../../components/useChange.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { useReaderName } from './useReaderName.ts';

interface EntryItemProps {
  readonly entry: PartView['entries'][number];
  readonly view: PartView;
}

/** One entry: of oneself to go on writing in, of another to read. */
export const EntryItem = ({ entry, view }: EntryItemProps) => {
  const t = useTexts();
  const nameOf = useReaderName();
  const { run, errorText } = useChangeOf(useEdited());
  const { id, author, on, text, editedAfterDeletion, conflicts } = entry;
  const isMine = author === view.me;
  const mayRemove = (isMine && view.mayWrite) || view.mayLead;
  const label = t('ownWords.by', { name: nameOf(author), day: on ? formatDay(on) : t('ownWords.noDay') });
  const remove = () => void run({ type: 'remove', entity: id });
  return (
    <li className={styles['item']}>
      {isMine && view.mayWrite ? (
        <AutosaveText label={label} multiline rows={3} entity={id} field="text" value={text} />
      ) : (
        <>
          <p className={styles['soft']} translate="no">
            {label}
          </p>
          <Words>{text}</Words>
          <ErasedNote entity={id} field="text" value={text} />
          {conflicts.text && <ConflictNote entity={id} field="text" candidates={conflicts.text} mayChoose={false} />}
        </>
      )}
      {editedAfterDeletion && <p>{t('ownWords.removedWhileWriting')}</p>}
      <Failed why={errorText} />
      {mayRemove && (
        <div className={styles['buttons']}>
          {editedAfterDeletion && (
            <button type="button" className={styles['quiet']} onClick={() => void run({ type: 'restore', entity: id })}>
              {t('ownWords.keep')}
            </button>
          )}
          <button type="button" className={styles['small']} aria-label={t('ownWords.removeOf', { what: text })} onClick={remove}>
            {t('ownWords.remove')}
          </button>
        </div>
      )}
    </li>
  );
};

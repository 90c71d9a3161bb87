import type { OpenPart, PartView } from '../../../../application/application.ts';
import { TextArea } from '../../../components/fields/TextArea.tsx';
import { ErasedEntries } from '../../../components/parts/ErasedEntries.tsx';
import { useNewEntry } from '../../../components/parts/useNewEntry.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { EntryItem } from './EntryItem.tsx';

interface EntriesCardProps {
  readonly view: PartView;
  readonly part: OpenPart;
}

/** What was written here, newest first; and a place for what comes now. */
export const EntriesCard = ({ view, part }: EntriesCardProps) => {
  const t = useTexts();
  const none = t('ownWords.entries.none');
  return (
    <PlanCard title={t('ownWords.entries')} aloud={view.entries.length === 0 ? [none] : view.entries.map(({ text }) => text)}>
      {view.mayWrite && <NewEntry part={part} />}
      {view.entries.length === 0 && <p>{none}</p>}
      <ul className={styles['list']}>
        {view.entries.map((entry) => (
          <EntryItem key={entry.id} entry={entry} view={view} />
        ))}
      </ul>
      <ErasedEntries label={t('ownWords.entries.erased')} entries={view.entries} />
    </PlanCard>
  );
};

const NewEntry = ({ part }: Pick<EntriesCardProps, 'part'>) => {
  const t = useTexts();
  const { text, setText, isMissing, errorText, isRunning, add } = useNewEntry(part);
  return (
    <form
      className={styles['say']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) void add();
      }}
    >
      <TextArea label={t('ownWords.new')} value={text} onChange={setText} error={isMissing ? t('ownWords.missing') : errorText} />
      <div>
        <button type="submit" className={styles['primary']}>
          {t('ownWords.add')}
        </button>
      </div>
    </form>
  );
};

import { Plus } from 'lucide-react';
import type { OpenPart, PartView } from '../../../application/application.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { Stack } from '../../components/Layout.tsx';
import { ErasedEntries } from '../../components/parts/ErasedEntries.tsx';
import { useNewEntry } from '../../components/parts/useNewEntry.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { EntryCard } from './EntryCard.tsx';
import styles from './parts.module.css';

/** What was written here, newest first, each with who and when; and a place for what comes now. */
export const PartEntries = ({ view, part }: { readonly view: PartView; readonly part: OpenPart }) => {
  const t = useTexts();
  return (
    <Stack as="section" labelledBy="part-entries">
      <h2 id="part-entries">{t('parts.entries')}</h2>
      {view.mayWrite && <NewEntry part={part} />}
      {view.entries.length === 0 ? (
        <EmptyCell>{t('parts.entries.none')}</EmptyCell>
      ) : (
        <Stack as="ul" gap={3}>
          {view.entries.map((entry) => (
            <EntryCard key={entry.id} entry={entry} view={view} />
          ))}
        </Stack>
      )}
      <ErasedEntries label={t('parts.entries.erased')} entries={view.entries} />
    </Stack>
  );
};

const NewEntry = ({ part }: { readonly part: OpenPart }) => {
  const t = useTexts();
  const { text, setText, isMissing, errorText, isRunning, add } = useNewEntry(part);
  return (
    <div className={styles['new']}>
      <TextArea label={t('parts.entry.new')} value={text} onChange={setText} error={isMissing ? t('parts.entry.missing') : errorText} />
      <Button icon={Plus} isDisabled={isRunning} onPress={() => void add()}>
        {t('parts.entry.add')}
      </Button>
    </div>
  );
};

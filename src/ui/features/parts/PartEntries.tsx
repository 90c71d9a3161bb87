import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OpenPart, PartView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useChangeOf } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { EntryCard } from './EntryCard.tsx';
import { ErasedEntries } from './ErasedEntries.tsx';
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
      <ErasedEntries view={view} />
    </Stack>
  );
};

const NewEntry = ({ part }: { readonly part: OpenPart }) => {
  const t = useTexts();
  const { clock, beforeLock } = useApplication();
  const { run, isRunning, errorText } = useChangeOf(part);
  const [text, setText] = useState('');
  const [isEmptyTried, setEmptyTried] = useState(false);
  const isEmpty = text.trim() === '';
  const add = async () => {
    setEmptyTried(isEmpty);
    if (isEmpty) return;
    const added = await run({ type: 'add', kind: 'entry', fields: { text: text.trim(), on: clock.today() } });
    if (added) setText('');
  };
  // What somebody was still writing when the device locks is an entry too.
  const latest = useRef(add);
  useEffect(() => void (latest.current = add));
  useEffect(() => beforeLock(async () => await latest.current()), [beforeLock]);
  return (
    <div className={styles['new']}>
      <TextArea
        label={t('parts.entry.new')}
        value={text}
        onChange={setText}
        error={isEmptyTried && isEmpty ? t('parts.entry.missing') : errorText}
      />
      <Button icon={Plus} isDisabled={isRunning} onPress={() => void add()}>
        {t('parts.entry.add')}
      </Button>
    </div>
  );
};

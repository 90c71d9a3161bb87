import MiniSearch from 'minisearch';
import { useMemo, useState } from 'react';
import { Autocomplete, Input, Label, Menu, MenuItem, SearchField } from 'react-aria-components';
import { generatePath, useNavigate } from 'react-router';
import { useApplication, useStore } from '../components/applicationContext.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { paths } from '../components/paths.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { destinations } from './navigation.ts';
import styles from './Palette.module.css';

interface Goal {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly words: string;
}

const SHOWN = 8;

/** Ctrl-K: to any case or screen by typing. In memory only; made anew each time it opens. */
export const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useTexts();
  const navigate = useNavigate();
  const goals = useGoals();
  const search = useMemo(() => {
    const index = new MiniSearch<Goal>({
      fields: ['label', 'words'],
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { label: 3 }, combineWith: 'AND' },
    });
    index.addAll(goals);
    return index;
  }, [goals]);
  const [words, setWords] = useState('');
  const found = words.trim() ? search.search(words).flatMap(({ id }) => goals.find((goal) => goal.id === id) ?? []) : goals;

  return (
    <Dialog title={t('shell.palette.title')} isOpen onClose={onClose}>
      <Autocomplete inputValue={words} onInputChange={setWords}>
        <SearchField autoFocus className={styles['search'] ?? ''}>
          <Label>{t('shell.palette.label')}</Label>
          <Input className={styles['input'] ?? ''} autoComplete="off" translate="no" />
        </SearchField>
        <Menu
          aria-label={t('shell.palette.title')}
          className={styles['list'] ?? ''}
          items={found.slice(0, SHOWN)}
          renderEmptyState={() => <p>{t('shell.palette.none')}</p>}
          onAction={(to) => {
            onClose();
            void navigate(String(to));
          }}
        >
          {(goal) => (
            <MenuItem id={goal.id} textValue={goal.label} className={styles['item'] ?? ''}>
              <span translate="no">{goal.label}</span>
              <small>{goal.kind}</small>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
};

/** Everywhere one can go: the address is the id. */
function useGoals(): readonly Goal[] {
  const t = useTexts();
  const { cases } = useStore(useApplication().caseload);
  return useMemo(
    () => [
      ...cases.map((summary) => ({
        id: generatePath(paths.case, { caseId: summary.caseId }),
        label: summary.name,
        kind: t('shell.palette.case'),
        words: summary.searchText,
      })),
      ...Object.values(destinations).map(({ to, label }) => ({ id: to, label: t(label), kind: t('shell.palette.screen'), words: '' })),
    ],
    [cases, t],
  );
}

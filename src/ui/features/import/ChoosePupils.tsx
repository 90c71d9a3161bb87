import { FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Pupil, SchoolExport } from '../../../core/plan/schoolExport.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { ToggleChip } from '../../components/Chip.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { ChosenBar } from './ChosenBar.tsx';
import styles from './import.module.css';
import { LaterExport } from './LaterExport.tsx';
import { PupilList } from './PupilList.tsx';
import { createPlanSearch, createPupilSearch, listGroups, listSameName } from './pupils.ts';

interface ChoosePupilsProps {
  readonly school: SchoolExport;
  readonly chosen: readonly Pupil[];
  readonly onChoose: (chosen: readonly Pupil[]) => void;
  readonly onBack: () => void;
  readonly onForward: () => void;
}

/** The children of one family: by group or by name. Only the chosen group or what was found is drawn. */
export const ChoosePupils = ({ school, chosen, onChoose, onBack, onForward }: ChoosePupilsProps) => {
  const t = useTexts();
  const { cases } = useStore(useApplication().caseload);
  const [search, setSearch] = useState('');
  const [groupKey, setGroupKey] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);
  const groups = useMemo(() => listGroups(school), [school]);
  const findPupils = useMemo(() => createPupilSearch(school), [school]);
  const planOf = useMemo(() => createPlanSearch(school, cases), [school, cases]);
  const group = groups.find(({ key }) => key === groupKey);
  const found = search.trim() ? findPupils(search) : group?.pupils;
  const sameName = listSameName(school, chosen).filter((pupil) => !found?.includes(pupil));
  const nameOfGroup = (name: string) => name || t('cases.import.noGroup');
  const list = { school, chosen, onChoose, planOf };

  return (
    <Stack gap={5}>
      <PageHeading
        title={t('cases.import.choose.title')}
        step={t('cases.import.step', { step: 2 })}
        intro={t('cases.import.choose.intro', { count: school.pupils.length, year: school.schoolYear || 'none' })}
        actions={
          <Button variant="quiet" icon={FileUp} onPress={onBack}>
            {t('cases.import.otherFile')}
          </Button>
        }
      />
      {isTried && chosen.length === 0 && <ErrorSummary errors={[t('cases.import.choose.nobody')]} />}
      <LaterExport school={school} />
      <div className={styles['search']}>
        <TextField
          label={t('cases.import.search')}
          type="search"
          value={search}
          onChange={(words) => {
            setSearch(words);
            setGroupKey(null);
          }}
        />
      </div>
      <div role="group" aria-label={t('cases.import.groups')}>
        <Row gap={2}>
          {groups.map(({ key, name, pupils }) => (
            <ToggleChip
              key={key}
              isPressed={key === groupKey}
              onPress={() => {
                setSearch('');
                setGroupKey(key === groupKey ? null : key);
              }}
            >
              {t('cases.filterCount', { name: nameOfGroup(name), count: pupils.length })}
            </ToggleChip>
          ))}
        </Row>
      </div>
      <p role="status" className={styles['status']}>
        {found ? t('cases.import.found', { count: found.length }) : ''}
      </p>
      {found && found.length > 0 && (
        <PupilList title={group ? nameOfGroup(group.name) : t('cases.import.matches')} pupils={found} showGroup={!group} {...list} />
      )}
      <PupilList title={t('cases.import.sameName')} hint={t('cases.import.sameNameHint')} pupils={sameName} {...list} />
      <ChosenBar chosen={chosen} onChoose={onChoose}>
        <Button onPress={() => (chosen.length > 0 ? onForward() : setIsTried(true))}>{t('cases.import.choose.next')}</Button>
      </ChosenBar>
    </Stack>
  );
};

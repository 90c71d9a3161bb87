import { FileUp, Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { planSchema } from '../../../core/plan/planSchema.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { LeftBanner } from '../../components/exchange/LeftBanner.tsx';
import { ToggleChip } from '../../components/Chip.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { CaseRow } from './CaseRow.tsx';
import styles from './cases.module.css';
import { NoCases } from './NoCases.tsx';
import { filterCases, isStuck, listStuck, type Filter } from './stuckFirst.ts';
import { StuckCard } from './StuckCard.tsx';

const STUCK_SHOWN = 4;

/** Mijn casussen: what is stuck first, then everything. */
export const CasesScreen = () => {
  const t = useTexts();
  const { caseload, exchange } = useApplication();
  const { cases, loaded } = useStore(caseload);
  const isConnected = useStore(exchange).type !== 'unconnected';
  if (cases.length === 0) return loaded ? <NoCases /> : <p role="status">{t('cases.loading')}</p>;
  const asking = listStuck(cases, isConnected);
  const stuck = asking.filter(({ alarm }) => isStuck(alarm)).length;
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('cases.title')}
        intro={t('cases.stuckCount', { count: stuck })}
        actions={
          <>
            <LinkButton to={paths.import} variant="quiet" icon={FileUp}>
              {t('cases.import')}
            </LinkButton>
            <LinkButton to={paths.newCase} icon={Plus}>
              {t('cases.new')}
            </LinkButton>
          </>
        }
      />
      <LeftBanner />
      {asking.length > 0 && (
        <ul className={styles['stuck']} aria-label={t('cases.stuckList')}>
          {asking.slice(0, STUCK_SHOWN).map((stop) => (
            <StuckCard key={stop.summary.caseId} {...stop} />
          ))}
        </ul>
      )}
      {!loaded && <p role="status">{t('cases.loading')}</p>}
      <CaseList />
    </Stack>
  );
};

const CaseList = () => {
  const t = useTexts();
  const { term } = useTerms();
  const { cases } = useStore(useApplication().caseload);
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const found = filterCases(cases, filter, useDeferredValue(search));
  const phases = planSchema.family.fields.phase.options.filter((phase) => cases.some((summary) => summary.phase === phase));
  return (
    <Stack gap={4}>
      <div className={styles['search']}>
        <TextField label={t('cases.search')} type="search" value={search} onChange={setSearch} />
      </div>
      <div role="group" aria-label={t('cases.filter')}>
        <Row gap={2}>
          {(['all', ...phases] as const).map((option) => (
            <ToggleChip key={option} isPressed={filter === option} onPress={() => setFilter(option)}>
              {t('cases.filterCount', {
                name: option === 'all' ? t('cases.all') : term('family', 'phase', option),
                count: option === 'all' ? cases.length : cases.filter(({ phase }) => phase === option).length,
              })}
            </ToggleChip>
          ))}
        </Row>
      </div>
      <p className={styles['announce']} role="status">
        {search || filter !== 'all' ? t('cases.found', { count: found.length }) : ''}
      </p>
      <div className={styles['list']}>
        <div className={styles['head']} aria-hidden>
          <span>{t('cases.column.family')}</span>
          <span>{t('cases.column.phase')}</span>
          <span>{t('cases.column.kept')}</span>
          <span>{t('cases.column.coordinator')}</span>
        </div>
        <ul className={styles['rows']} aria-label={t('cases.title')}>
          {found.map((summary) => (
            <CaseRow key={summary.caseId} summary={summary} />
          ))}
        </ul>
      </div>
    </Stack>
  );
};

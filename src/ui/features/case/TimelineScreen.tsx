import { useState } from 'react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useHistory } from '../../components/useHistory.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { BackToCase } from './BackToCase.tsx';
import { groupByDay, milestonesOf } from './timeline/days.ts';
import { TimelineDay } from './timeline/TimelineDay.tsx';
import { FILTERS, groupHistory, isShown, type TimelineFilter } from './timeline/timelineItems.ts';

const AT_ONCE = 100;

/** What changed in this case, newest first, day by day. */
export const TimelineScreen = () => {
  const t = useTexts();
  const view = useCaseView();
  const history = useHistory();
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [shown, setShown] = useState(AT_ONCE);
  const items = history === null ? [] : groupHistory(history).filter(({ kind }) => isShown(kind, filter));
  const happened = milestonesOf(view).filter(({ kind }) => isShown(kind, filter));
  const days = groupByDay(items.slice(0, shown), items.length > shown ? [] : happened);
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('case.timeline.title', { name: view.family.name })}
        neutralTitle={t('case.timeline.neutralTitle')}
        intro={t('case.timeline.intro')}
        actions={<BackToCase />}
      />
      <ChoiceField
        label={t('case.timeline.filter')}
        appearance="chips"
        options={FILTERS.map((value) => ({ value, label: t(`case.timeline.filter.${value}`) }))}
        value={filter}
        onChange={(next) => setFilter(next ?? 'all')}
      />
      {history === null && <p role="status">{t('case.timeline.loading')}</p>}
      {history !== null && days.length === 0 && <EmptyCell>{t('case.timeline.empty')}</EmptyCell>}
      {days.map(({ day, items: changes, meetings }) => (
        <TimelineDay key={day} title={formatDayLong(day)} items={changes} meetings={meetings} />
      ))}
      {items.length > shown && (
        <div>
          <Button variant="quiet" onPress={() => setShown(shown + AT_ONCE)}>
            {t('case.timeline.more', { count: items.length - shown })}
          </Button>
        </div>
      )}
    </Stack>
  );
};

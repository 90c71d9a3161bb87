import { useState } from 'react';
import type { AccessLine } from '../../../application/application.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { AccessDay } from './AccessDay.tsx';

const AT_ONCE = 100;

const filters = {
  all: null,
  opened: ['received', 'opened', 'unknown'],
  taken: ['printed', 'exported'],
  let: ['invited'],
} as const satisfies Record<string, readonly AccessLine['what'][] | null>;
type Filter = keyof typeof filters;
const FILTERS = Object.keys(filters) as readonly Filter[];

/** The lines, newest first, day by day. */
export const AccessLines = ({ lines }: { readonly lines: readonly AccessLine[] }) => {
  const t = useTexts();
  const [filter, setFilter] = useState<Filter>('all');
  const [shown, setShown] = useState(AT_ONCE);
  const wanted: readonly AccessLine['what'][] | null = filters[filter];
  const found = lines.filter(({ what }) => wanted === null || wanted.includes(what));
  const part = found.slice(0, shown);
  const days = [...new Set(part.map(({ at }) => dayOf(at)))];
  if (lines.length === 0) return <EmptyCell>{t('access.empty')}</EmptyCell>;
  return (
    <Stack gap={4}>
      <ChoiceField
        label={t('access.filter')}
        appearance="chips"
        options={FILTERS.map((value) => ({ value, label: t(`access.filter.${value}`) }))}
        value={filter}
        onChange={(next) => setFilter(next ?? 'all')}
      />
      {found.length === 0 && <EmptyCell>{t('access.emptyFilter')}</EmptyCell>}
      {days.map((day) => (
        <AccessDay key={day} title={formatDayLong(day)} lines={part.filter(({ at }) => dayOf(at) === day)} />
      ))}
      {found.length > shown && (
        <div>
          <Button variant="quiet" onPress={() => setShown(shown + AT_ONCE)}>
            {t('access.more', { count: found.length - shown })}
          </Button>
        </div>
      )}
    </Stack>
  );
};

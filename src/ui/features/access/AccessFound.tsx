import { useEffect } from 'react';
import type { CircleError, OpenAccessLog } from '../../../application/application.ts';
import { useStore } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Banner } from '../../components/Banner.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Layout.tsx';
import type { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AccessAlarms } from './AccessAlarms.tsx';
import { AccessLines } from './AccessLines.tsx';
import { ServerRecord } from './ServerRecord.tsx';

interface AccessFoundProps {
  readonly found: ReturnType<typeof useOpened<OpenAccessLog, CircleError>>;
}

/** The log itself, the same for the circle and for whoever watches over it. */
export const AccessFound = ({ found }: AccessFoundProps) => {
  const t = useTexts();
  if (found.type === 'opening') return <p role="status">{t('access.opening')}</p>;
  if (found.type === 'failed') return <Banner tone="attention" title={askErrorText(t, found.error)} />;
  return <AccessRoom log={found.opened} />;
};

const AccessRoom = ({ log }: { readonly log: OpenAccessLog }) => {
  const t = useTexts();
  const view = useStore(log.view);
  useEffect(() => void log.refresh(), [log]);
  return (
    <Stack gap={4}>
      <AccessAlarms view={view} />
      <AccessLines lines={view.lines} />
      <ServerRecord view={view} refresh={log.refresh} />
      <Card as="section" labelledBy="counts">
        <h2 id="counts">{t('access.counts')}</h2>
        <p>{t('access.counts.day')}</p>
        <p>{t('access.counts.list')}</p>
        <p>{t('access.counts.limits')}</p>
      </Card>
    </Stack>
  );
};

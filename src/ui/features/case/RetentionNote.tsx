import { generatePath } from 'react-router';
import { retentionRules } from '../../../core/plan/retention.ts';
import { useApplication, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** How long a closed case is kept, where that stands, and when it is over what a lead does. */
export const RetentionNote = () => {
  const t = useTexts();
  const { caseId } = useOpenCase();
  const { caseload } = useApplication();
  const retention = useStore(caseload).cases.find((summary) => summary.caseId === caseId)?.retention;
  if (!retention) return null;
  const { ground, until, isOver, mayDestroy } = retention;
  const source = ground === 'own' ? t('case.retention.own') : retentionRules[ground].source;
  return (
    <Banner
      tone={isOver ? 'attention' : 'info'}
      title={t(isOver ? 'case.retention.over' : 'case.retention.until', { day: formatDay(until) })}
      actions={
        isOver &&
        mayDestroy && (
          <LinkButton variant="quiet" to={generatePath(paths.destroy, { caseId })}>
            {t('case.retention.destroy')}
          </LinkButton>
        )
      }
    >
      {t('case.retention.explain', { source })}
    </Banner>
  );
};

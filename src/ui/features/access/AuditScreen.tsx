import { ArrowLeft } from 'lucide-react';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AccessFound } from './AccessFound.tsx';
import { PrintButton } from './PrintButton.tsx';

/** The access log for whoever watches over a case without reading it: no name of a family, because that is content. */
export const AuditScreen = () => {
  const t = useTexts();
  const { accessLog } = useApplication();
  const { caseId } = useParams();
  const found = useOpened(useCallback(() => accessLog.open(caseId as CaseId), [accessLog, caseId]));
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('access.audit.title')}
        intro={t('access.introAudit')}
        actions={
          <>
            <LinkButton variant="quiet" icon={ArrowLeft} to={paths.organisation}>
              {t('access.back')}
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <AccessFound found={found} />
    </Stack>
  );
};

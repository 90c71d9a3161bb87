import { ArrowLeft } from 'lucide-react';
import { useCallback } from 'react';
import { generatePath } from 'react-router';
import { useApplication, useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AccessFound } from './AccessFound.tsx';
import { PrintButton } from './PrintButton.tsx';

/** Wie keek in deze casus? For everyone in the circle, also the family. */
export const AccessScreen = () => {
  const t = useTexts();
  const { accessLog } = useApplication();
  const { caseId } = useOpenCase();
  const { family } = useCaseView();
  const found = useOpened(useCallback(() => accessLog.open(caseId), [accessLog, caseId]));
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('access.title', { name: family.name })}
        neutralTitle={t('access.neutralTitle')}
        intro={t('access.intro')}
        actions={
          <>
            <LinkButton variant="quiet" icon={ArrowLeft} to={generatePath(paths.case, { caseId })}>
              {t('case.back')}
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <AccessFound found={found} />
    </Stack>
  );
};

import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { generatePath } from 'react-router';
import type { CircleError, DestructionView } from '../../../application/application.ts';
import type { Result } from '../../../core/shared/result.ts';
import { useApplication, useOpenCase } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { DestroyForm } from './DestroyForm.tsx';
import { DestroyWarnings } from './DestroyWarnings.tsx';
import { WhatGoes } from './WhatGoes.tsx';

/** Casus vernietigen: first what is lost and by whom, then why, then for certain. */
export const DestroyScreen = () => {
  const t = useTexts();
  const { caseId } = useOpenCase();
  const described = useDescribed();
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('destroy.title')}
        intro={<p>{t('destroy.intro')}</p>}
        actions={
          <LinkButton variant="quiet" icon={ArrowLeft} to={generatePath(paths.case, { caseId })}>
            {t('case.back')}
          </LinkButton>
        }
      />
      {described === null && <p role="status">{t('destroy.looking')}</p>}
      {described?.ok === false && <Banner tone="attention" title={askErrorText(t, described.error)} />}
      {described?.ok && <DestroyRoom view={described.value} />}
    </Stack>
  );
};

function useDescribed(): Result<DestructionView, CircleError> | null {
  const { destruction } = useApplication();
  const { caseId } = useOpenCase();
  const [described, setDescribed] = useState<Result<DestructionView, CircleError> | null>(null);
  useEffect(() => {
    let isLeft = false;
    void destruction.describe(caseId).then((result) => isLeft || setDescribed(result));
    return () => void (isLeft = true);
  }, [destruction, caseId]);
  return described;
}

const DestroyRoom = ({ view }: { readonly view: DestructionView }) => {
  const t = useTexts();
  if (view.isBegun)
    return (
      <Banner tone="attention" title={t('destroy.begun')}>
        {t('destroy.begun.explain')}
      </Banner>
    );
  if (!view.mayDestroy) {
    const leads = view.holders.filter(({ role }) => role === 'lead').map(({ name }) => name || t('circle.someone'));
    return (
      <Banner tone="info" title={t('destroy.notYours')}>
        {t('destroy.notYours.explain', { names: leads.join(', ') })}
      </Banner>
    );
  }
  return (
    <>
      <DestroyWarnings view={view} />
      <WhatGoes view={view} />
      <DestroyForm view={view} />
    </>
  );
};

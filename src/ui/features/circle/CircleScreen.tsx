import { ArrowLeft, Eye, UserPlus } from 'lucide-react';
import { useCallback } from 'react';
import { generatePath } from 'react-router';
import type { OpenCircle } from '../../../application/application.ts';
import { useApplication, useCaseView, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { ConnectionNeeded } from '../../components/ConnectionNeeded.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { CaseExchangeLine } from '../../components/exchange/ExchangeLine.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { CircleAlarms } from './CircleAlarms.tsx';
import { CircleInvitations } from './CircleInvitations.tsx';
import { CircleJobs } from './CircleJobs.tsx';
import { CirclePeople } from './CirclePeople.tsx';
import { Companions } from './Companions.tsx';
import { Colleagues } from './Colleagues.tsx';
import { DocumentsSection } from './DocumentsSection.tsx';
import { LateEdits } from './LateEdits.tsx';
import { Proposals } from './Proposals.tsx';

/** De kring: who is in, with which role, what each reads; and letting people in and out. */
export const CircleScreen = () => {
  const t = useTexts();
  const { circle } = useApplication();
  const { caseId } = useOpenCase();
  const { family } = useCaseView();
  const found = useOpened(useCallback(() => circle.open(caseId), [circle, caseId]));
  const mayChange = found.type === 'open' && found.opened.view.get().mayChange;
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('circle.title', { name: family.name })}
        neutralTitle={t('circle.neutralTitle')}
        intro={
          <>
            <p>{t('circle.intro')}</p>
            <CaseExchangeLine caseId={caseId} />
          </>
        }
        actions={
          <>
            <LinkButton variant="quiet" icon={ArrowLeft} to={generatePath(paths.case, { caseId })}>
              {t('case.back')}
            </LinkButton>
            <LinkButton variant="quiet" icon={Eye} to={generatePath(paths.access, { caseId })}>
              {t('circle.access')}
            </LinkButton>
            {mayChange && (
              <LinkButton icon={UserPlus} to={generatePath(paths.invite, { caseId })}>
                {t('circle.invite')}
              </LinkButton>
            )}
          </>
        }
      />
      {found.type === 'opening' && <p role="status">{t('circle.opening')}</p>}
      {found.type === 'failed' && <Banner tone="attention" title={askErrorText(t, found.error)} />}
      {found.type === 'open' && <CircleRoom circle={found.opened} />}
    </Stack>
  );
};

const CircleRoom = ({ circle }: { readonly circle: OpenCircle }) => {
  const t = useTexts();
  const view = useStore(circle.view);
  return (
    <>
      {view.myRole === null && (
        <Banner tone="alarm" title={t('circle.notIn')}>
          {t('circle.notIn.explain')}
        </Banner>
      )}
      {view.mayChange && <ConnectionNeeded />}
      <CircleAlarms view={view} />
      <CircleJobs view={view} />
      <Companions view={view} />
      <CircleInvitations view={view} />
      <Proposals view={view} />
      <CirclePeople view={view} />
      {view.mayChange && <Colleagues view={view} />}
      <DocumentsSection view={view} />
      <LateEdits view={view} />
    </>
  );
};

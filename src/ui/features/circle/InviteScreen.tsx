import { ArrowLeft } from 'lucide-react';
import { useCallback } from 'react';
import { generatePath, useParams } from 'react-router';
import type { OpenCircle } from '../../../application/application.ts';
import { useApplication, useCaseView, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { ConnectionNeeded } from '../../components/ConnectionNeeded.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { InviteForm } from './InviteForm.tsx';

/** Letting somebody into the circle who is not a colleague. */
export const InviteScreen = () => {
  const t = useTexts();
  const { circle } = useApplication();
  const { caseId } = useOpenCase();
  const found = useOpened(useCallback(() => circle.open(caseId), [circle, caseId]));
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('circle.invite')}
        intro={t('circle.invite.intro')}
        actions={
          <LinkButton variant="quiet" icon={ArrowLeft} to={generatePath(paths.circle, { caseId })}>
            {t('circle.invite.back')}
          </LinkButton>
        }
      />
      <ConnectionNeeded />
      {found.type === 'opening' && <p role="status">{t('circle.opening')}</p>}
      {found.type === 'failed' && <Banner tone="attention" title={askErrorText(t, found.error)} />}
      {found.type === 'open' && <InviteIfAllowed circle={found.opened} />}
    </Stack>
  );
};

const InviteIfAllowed = ({ circle }: { readonly circle: OpenCircle }) => {
  const t = useTexts();
  const view = useStore(circle.view);
  const { companionId } = useParams();
  const companion = useCaseView().companions.find(({ id, state }) => id === companionId && state !== 'withdrawn') ?? null;
  return view.mayChange ? (
    <InviteForm key={companion?.id} view={view} companion={companion} />
  ) : (
    <Banner tone="info" title={t('asked.error.NotALead')} />
  );
};

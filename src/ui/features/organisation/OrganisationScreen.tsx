import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { OrganisationRoom } from './OrganisationRoom.tsx';

/** The own organisation: its people, and for an administrator their devices. Never anything of a case. */
export const OrganisationScreen = () => {
  const t = useTexts();
  const { organisation } = useApplication();
  const found = useOpened(organisation.open);
  if (found.type === 'open') return <OrganisationRoom organisation={found.opened} />;
  return (
    <Stack gap={5}>
      <PageHeading title={t('organisation.title')} intro={t('organisation.intro')} />
      {found.type === 'opening' && <p role="status">{t('organisation.opening')}</p>}
      {found.type === 'failed' && (found.error.type === 'NoOrganisation' || found.error.type === 'NotConnected') && <NoOrganisation />}
      {found.type === 'failed' && found.error.type !== 'NoOrganisation' && found.error.type !== 'NotConnected' && (
        <Banner tone="attention" title={askErrorText(t, found.error)} />
      )}
    </Stack>
  );
};

/** Nothing is wrong: one can work, and this is how to belong to one. */
const NoOrganisation = () => {
  const t = useTexts();
  const device = useStore(useApplication().device);
  const isTrial = device.type === 'unlocked' && device.trial;
  return (
    <Banner
      tone="info"
      title={t('organisation.none')}
      actions={!isTrial && <LinkButton to={paths.join}>{t('organisation.none.do')}</LinkButton>}
    >
      <p>{t('organisation.none.explain')}</p>
      <p>{t('organisation.none.begin')}</p>
    </Banner>
  );
};

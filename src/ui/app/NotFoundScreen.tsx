import { LinkButton } from '../components/Button.tsx';
import { Stack } from '../components/Layout.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { paths } from '../components/paths.ts';
import { useTexts } from '../i18n/useTexts.ts';

export const NotFoundScreen = () => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <PageHeading title={t('shell.notFound.title')} intro={t('shell.notFound.explain')} />
      <div>
        <LinkButton to={paths.cases}>{t('shell.notFound.go')}</LinkButton>
      </div>
    </Stack>
  );
};

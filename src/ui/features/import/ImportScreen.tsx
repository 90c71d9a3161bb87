import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** Takes a family in from the school's own pupil export (EDEXML). */
export const ImportScreen = () => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <PageHeading title={t('cases.import')} />
    </Stack>
  );
};

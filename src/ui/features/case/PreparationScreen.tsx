import { useCaseView } from '../../components/applicationContext.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** What is asked and arranged before the conference. */
export const PreparationScreen = () => {
  const t = useTexts();
  const { family } = useCaseView();
  return (
    <Stack gap={5}>
      <PageHeading title={t('case.preparation.title', { name: family.name })} neutralTitle={t('case.preparation.neutralTitle')} />
    </Stack>
  );
};

import { useCaseView } from '../../components/applicationContext.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** Who belongs to this family and who stands around it. */
export const FamilyScreen = () => {
  const t = useTexts();
  const { family } = useCaseView();
  return (
    <Stack gap={5}>
      <PageHeading title={t('case.family.title', { name: family.name })} neutralTitle={t('case.family.neutralTitle')} />
    </Stack>
  );
};

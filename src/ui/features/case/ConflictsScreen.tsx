import { useCaseView } from '../../components/applicationContext.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** What two people filled in differently, and choosing. */
export const ConflictsScreen = () => {
  const t = useTexts();
  const { family } = useCaseView();
  return (
    <Stack gap={5}>
      <PageHeading title={t('case.conflicts.title', { name: family.name })} neutralTitle={t('case.conflicts.neutralTitle')} />
    </Stack>
  );
};

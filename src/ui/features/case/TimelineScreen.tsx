import { useCaseView } from '../../components/applicationContext.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** What changed in this case, newest first. */
export const TimelineScreen = () => {
  const t = useTexts();
  const { family } = useCaseView();
  return (
    <Stack gap={5}>
      <PageHeading title={t('case.timeline.title', { name: family.name })} neutralTitle={t('case.timeline.neutralTitle')} />
    </Stack>
  );
};

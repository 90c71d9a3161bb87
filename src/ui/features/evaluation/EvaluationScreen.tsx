import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** An evaluation from beginning to end: are the goals reached, and how do we go on? */
export const EvaluationScreen = () => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <PageHeading title={t('evaluation.title')} />
    </Stack>
  );
};

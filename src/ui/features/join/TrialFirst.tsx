import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** Trying out is in memory only; nobody can join with that. The link waits. */
export const TrialFirst = () => {
  const t = useTexts();
  const application = useApplication();
  return (
    <Stack gap={5}>
      <PageHeading title={t('join.trial.title')} intro={t('join.trial.explain')} />
      <div>
        <Button onPress={() => void application.endTrial()}>{t('join.trial.end')}</Button>
      </div>
    </Stack>
  );
};

import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** What can be put on paper for this case. */
export const PrintScreen = () => {
  const t = useTexts();
  return (
    <main id="main">
      <PageHeading title={t('print.title')} />
    </main>
  );
};

import { Banner } from '../../components/Banner.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** Above unlocking: why it is asked now. */
export const UnlockFirst = () => {
  const t = useTexts();
  return (
    <Banner tone="info" title={t('join.unlock')}>
      {t('join.unlock.explain')}
    </Banner>
  );
};

import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Editing never needs a connection; letting people in and out does. Said before somebody fills in a form for nothing. */
export const ConnectionNeeded = () => {
  const t = useTexts();
  const { type } = useStore(useApplication().exchange);
  if (type === 'offline')
    return (
      <Banner tone="info" title={t('circle.offline')}>
        {t('circle.offline.explain')}
      </Banner>
    );
  if (type !== 'unconnected') return null;
  return (
    <Banner
      tone="info"
      title={t('circle.unconnected')}
      actions={
        <LinkButton variant="plain" to={paths.exchange}>
          {t('circle.unconnected.do')}
        </LinkButton>
      }
    >
      {t('circle.unconnected.explain')}
    </Banner>
  );
};

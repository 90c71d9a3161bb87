import { useApplication, useStore } from './applicationContext.tsx';
import { Banner } from './Banner.tsx';
import { LinkButton } from './Button.tsx';
import { paths } from './paths.ts';
import type { MessageKey } from '../i18n/catalogue.ts';
import { useTexts } from '../i18n/useTexts.ts';

/** Editing never needs a connection; letting people in and out does, and erasing. Said before somebody fills in a form for nothing. */
export const ConnectionNeeded = ({
  offline = 'circle.offline.explain',
  unconnected = 'circle.unconnected.explain',
}: {
  readonly offline?: MessageKey;
  readonly unconnected?: MessageKey;
}) => {
  const t = useTexts();
  const { type } = useStore(useApplication().exchange);
  if (type === 'offline')
    return (
      <Banner tone="info" title={t('circle.offline')}>
        {t(offline)}
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
      {t(unconnected)}
    </Banner>
  );
};

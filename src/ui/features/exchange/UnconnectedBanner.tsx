import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { paths } from '../../components/paths.ts';
import { useIsOnlyFamily } from '../../components/useIsFamily.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Nobody else has it, and an invitation changes that; whoever works may want to know more of their organisation. */
export const UnconnectedBanner = () => {
  const t = useTexts();
  const device = useStore(useApplication().device);
  const isFamily = useIsOnlyFamily();
  const organisation = (device.type === 'unlocked' && device.profile.organisation) || t('exchangeWork.unconnected.someone');
  return (
    <Banner
      tone="info"
      title={isFamily ? t('shell.exchange.unconnected') : t('exchangeWork.unconnected.title', { organisation })}
      actions={
        <>
          <LinkButton to={paths.join}>{t('exchange.state.unconnected.do')}</LinkButton>
          {!isFamily && (
            <LinkButton to={paths.organisation} variant="quiet">
              {t('exchangeWork.unconnected.more')}
            </LinkButton>
          )}
        </>
      }
    >
      {t('exchange.state.unconnected.explain')}
    </Banner>
  );
};

import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LeftBanner } from '../../components/exchange/LeftBanner.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { CasesExchange } from './CasesExchange.tsx';
import { ExchangeFacts } from './ExchangeFacts.tsx';
import { KeyringBanner } from './KeyringBanner.tsx';
import { ExchangeStateBanner } from './ExchangeStateBanner.tsx';

/** Whether others have it too: where the exchange stands, what waits, and what helps. */
export const ExchangeScreen = () => {
  const t = useTexts();
  const { exchange, storage } = useApplication();
  const state = useStore(exchange);
  const { clockSuspect } = useStore(storage);
  return (
    <Stack gap={5}>
      <PageHeading title={t('exchange.title')} intro={t('exchange.intro')} />
      <ExchangeStateBanner state={state} />
      {state.type !== 'revoked' && <KeyringBanner keyring={state.keyring} />}
      <LeftBanner />
      {clockSuspect && (
        <Banner tone="attention" title={t(`exchange.clock.${clockSuspect}`)}>
          {t('exchange.clock.explain')}
        </Banner>
      )}
      {state.type !== 'unconnected' && (
        <>
          <ExchangeFacts state={state} />
          <CasesExchange state={state} />
        </>
      )}
    </Stack>
  );
};

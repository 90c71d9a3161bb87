import { useIsOnlyFamily } from '../components/useIsFamily.ts';
import { ExchangeScreen } from '../features/exchange/ExchangeScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

const OF_FAMILY: readonly TextPart[] = ['exchange'];
const OF_PROFESSIONAL: readonly TextPart[] = ['exchange', 'exchangeWork'];

export const Component = () => (
  <Speaking parts={useIsOnlyFamily() ? OF_FAMILY : OF_PROFESSIONAL}>
    <ExchangeScreen />
  </Speaking>
);

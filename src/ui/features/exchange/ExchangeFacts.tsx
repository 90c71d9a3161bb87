import type { ExchangeState } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Card } from '../../components/Card.tsx';
import { formatWhen } from '../../components/exchange/exchangeWords.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Since when, until when: what is known, and where that ends. */
export const ExchangeFacts = ({ state }: { readonly state: ExchangeState }) => {
  const t = useTexts();
  const now = useApplication().clock.now();
  const { type, waiting, since, lastHeard, lastDelivered, nextTry } = state;
  return (
    <Card as="div">
      <ul>
        <li>{t('exchange.fact.waiting', { count: waiting })}</li>
        {since !== null && waiting > 0 && <li>{t('exchange.fact.waitingSince', { at: formatWhen(since, now) })}</li>}
        <li>{lastHeard === null ? t('exchange.fact.neverHeard') : t('exchange.fact.heard', { at: formatWhen(lastHeard, now) })}</li>
        {type !== 'upToDate' && lastHeard !== null && <li>{t('exchange.beyond')}</li>}
        {lastDelivered !== null && <li>{t('exchange.fact.delivered', { at: formatWhen(lastDelivered, now) })}</li>}
        {nextTry !== null && nextTry > now && <li>{t('exchange.fact.nextTry', { at: formatWhen(nextTry, now) })}</li>}
      </ul>
    </Card>
  );
};

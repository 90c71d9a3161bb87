import { RefreshCw } from 'lucide-react';
import type { ExchangeState } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { wordsOfExchange, type ExchangeTone } from '../../components/exchange/exchangeWords.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { UnconnectedBanner } from './UnconnectedBanner.tsx';
import { useHelp } from './useHelp.ts';

const explanations = {
  offline: 'exchange.state.offline.explain',
  working: 'exchange.state.working.explain',
  incomplete: 'exchange.state.incomplete.explain',
  upToDate: 'exchange.state.upToDate.explain',
  blocked: 'exchange.state.blocked.explain',
  revoked: 'exchange.state.revoked.explain',
  unknown: 'exchange.state.unknown.explain',
} as const satisfies Record<Exclude<ExchangeState['type'], 'unconnected'>, MessageKey>;

const tones = { done: 'done', busy: 'info', plain: 'info', attention: 'attention', alarm: 'alarm' } as const satisfies Record<
  ExchangeTone,
  string
>;
/** Trying again helps. */
const CAN_RETRY: readonly ExchangeState['type'][] = ['offline', 'incomplete', 'unknown', 'blocked'];

/** The state of the whole in a sentence, what it means, and the one thing to do. */
export const ExchangeStateBanner = ({ state }: { readonly state: ExchangeState }) => {
  const t = useTexts();
  const application = useApplication();
  const { help } = useHelp();
  if (state.type === 'unconnected') return <UnconnectedBanner />;
  const { tone, text } = wordsOfExchange(t, state, application.clock.now());
  // What the words say decides: something may wait while the type says that all is done.
  const explanation = state.type === 'upToDate' && tone !== 'done' ? (tone === 'busy' ? 'working' : 'incomplete') : state.type;
  return (
    <Banner
      tone={tones[tone]}
      title={text}
      actions={
        CAN_RETRY.includes(state.type) && (
          <Button variant="quiet" icon={RefreshCw} onPress={() => void application.retryExchange()}>
            {t('exchange.retry')}
          </Button>
        )
      }
    >
      {t(explanations[explanation])} {state.type === 'blocked' && help}
      {state.progress && <progress aria-label={t('exchange.progress')} value={state.progress.done} max={state.progress.of} />}
    </Banner>
  );
};

import { CircleCheck, CloudOff, LoaderCircle, OctagonAlert, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useApplication, useStore } from '../applicationContext.tsx';
import { paths } from '../paths.ts';
import { useIsTrial } from '../useIsTrial.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './ExchangeLine.module.css';
import { wordsOfCaseExchange, wordsOfExchange, type ExchangeTone, type ExchangeWords } from './exchangeWords.ts';
import type { CaseId } from '../../../core/shared/ids.ts';

const icons = {
  done: CircleCheck,
  busy: LoaderCircle,
  plain: CloudOff,
  attention: TriangleAlert,
  alarm: OctagonAlert,
} as const satisfies Record<ExchangeTone, unknown>;

/** Whether others have it too, in words, always in sight; leads to what waits. Trying out exchanges nothing, so says nothing. */
export const ExchangeLine = () => {
  const t = useTexts();
  const { exchange, clock } = useApplication();
  const state = useStore(exchange);
  return useIsTrial() ? null : <Line {...wordsOfExchange(t, state, clock.now())} to={paths.exchange} />;
};

/** The same for one case. */
export const CaseExchangeLine = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useTexts();
  const { exchange, clock } = useApplication();
  const state = useStore(exchange);
  if (useIsTrial()) return null;
  return <Line {...wordsOfCaseExchange(t, state, state.cases.get(caseId), clock.now())} to={`${paths.exchange}#${caseId}`} />;
};

const Line = ({ tone, text, to }: ExchangeWords & { readonly to: string }) => {
  const Icon = icons[tone];
  return (
    <Link to={to} className={`${styles['line']} ${styles[tone]}`}>
      <Icon size={20} aria-hidden />
      <span>{text}</span>
    </Link>
  );
};

import { RefreshCw } from 'lucide-react';
import type { DocumentExchange, ExchangeProblem } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { LoadUpdate } from '../../components/LoadUpdate.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './exchange.module.css';
import { useHelp } from './useHelp.ts';

/** Every problem has its sentence: a forgotten one does not compile. */
const sentences = {
  removed: 'exchange.problem.removed',
  destroyed: 'exchange.problem.destroyed',
  quotaFull: 'exchange.problem.quotaFull',
  tooLarge: 'exchange.problem.tooLarge',
  notAllowed: 'exchange.problem.notAllowed',
  diskFull: 'exchange.problem.diskFull',
  storageLost: 'exchange.problem.storageLost',
  serverDiffers: 'exchange.problem.serverDiffers',
  newerVersion: 'exchange.problem.newerVersion',
  noKey: 'exchange.problem.noKey',
  refused: 'exchange.problem.refused',
} as const satisfies Record<ExchangeProblem, MessageKey>;

/** What somebody else has to mend: at once, or when trying again did not help. */
const HELPED: { readonly [P in ExchangeProblem]?: 'help' | 'helpIfItStays' } = {
  quotaFull: 'help',
  serverDiffers: 'help',
  refused: 'helpIfItStays',
};

/** There is nothing left to try. */
const FINAL: readonly ExchangeProblem[] = ['removed', 'destroyed'];

/** One part of a case that cannot be exchanged: what is the matter, how much waits, and trying again. */
export const DocumentProblem = ({ document: { doc, kind, waiting, problem } }: { readonly document: DocumentExchange }) => {
  const t = useTexts();
  const application = useApplication();
  const helps = useHelp();
  if (problem === null) return null;
  const help = HELPED[problem];
  const what = t(`exchange.document.${kind}`);
  return (
    <li className={styles['problem']}>
      <p>
        <strong>{what}</strong> {t(sentences[problem])} {help && helps[help]}
        {waiting > 0 && ` ${t('exchange.document.waiting', { count: waiting })}.`}
      </p>
      {problem === 'newerVersion' && <LoadUpdate />}
      {!FINAL.includes(problem) && (
        <Button
          variant="quiet"
          icon={RefreshCw}
          aria-label={t('exchange.againThis', { what })}
          onPress={() => void application.retryExchange(doc)}
        >
          {t('exchange.again')}
        </Button>
      )}
    </li>
  );
};

import { Users } from 'lucide-react';
import { generatePath, Link } from 'react-router';
import type { CaseSummary } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './cases.module.css';
import { circleStopWords } from './circleStopWords.ts';
import { circleStopOf } from './stuckFirst.ts';

/** What is not in order with who is in the circle, also of a case that asks for something else first. */
export const CaseCircle = ({ summary }: { readonly summary: CaseSummary }) => {
  const t = useTexts();
  const isConnected = useStore(useApplication().exchange).type !== 'unconnected';
  const stop = circleStopOf(summary, isConnected);
  if (!stop) return null;
  const text = t(circleStopWords[stop.type].short);
  return (
    <Link
      className={styles['waiting']}
      to={generatePath(paths.circle, { caseId: summary.caseId })}
      aria-label={t('cases.exchange.of', { text, name: summary.name })}
    >
      <Users size={18} aria-hidden />
      {text}
    </Link>
  );
};

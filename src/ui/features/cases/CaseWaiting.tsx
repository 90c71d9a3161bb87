import { CloudUpload, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { CaseExchange, CaseSummary } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './cases.module.css';

/** What of this case is only here, or does not work; nothing while it is just on its way. */
export const CaseWaiting = ({ summary: { caseId, name } }: { readonly summary: CaseSummary }) => {
  const t = useTexts();
  const { type, cases } = useStore(useApplication().exchange);
  const found = cases.get(caseId);
  if (!found) return null;
  const failing = failingIn(found);
  if (failing === null && (found.waiting === 0 || type === 'working')) return null;
  const text = failing === null ? t('cases.exchange.waiting', { count: found.waiting }) : t('cases.exchange.failing', { count: failing });
  const Icon = failing === null ? CloudUpload : TriangleAlert;
  return (
    <Link
      className={`${styles['waiting']} ${failing === null ? '' : styles['failing']}`}
      to={`${paths.exchange}#${caseId}`}
      aria-label={t('cases.exchange.of', { text, name })}
    >
      <Icon size={18} aria-hidden />
      {text}
    </Link>
  );
};

/** Changes in parts that cannot be exchanged; null when all can. */
function failingIn({ documents }: CaseExchange): number | null {
  const failing = documents.filter(({ problem }) => problem !== null);
  return failing.length === 0 ? null : failing.reduce((sum, { waiting }) => sum + waiting, 0);
}

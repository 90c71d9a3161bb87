import { generatePath } from 'react-router';
import type { CaseExchange } from '../../../application/application.ts';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { asksAttention, formatWhen } from '../../components/exchange/exchangeWords.ts';
import { Row } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { DocumentProblem } from './DocumentProblem.tsx';
import styles from './exchange.module.css';
import { useHelp } from './useHelp.ts';
import { useMemberName } from './useMemberName.ts';

interface CaseExchangeCardProps {
  readonly caseId: CaseId;
  readonly found: CaseExchange;
}

/** One case: what waits and since when, of whom was last heard, and what does not work. */
export const CaseExchangeCard = ({ caseId, found }: CaseExchangeCardProps) => {
  const t = useTexts();
  const { caseload, clock } = useApplication();
  const { helpIfItStays } = useHelp();
  const now = clock.now();
  const summary = useStore(caseload).cases.find((other) => other.caseId === caseId);
  const heardName = useMemberName(caseId, found.lastHeard?.from ?? null);
  const { waiting, since, lastHeard, lastDelivered, incoming, serverWentBack, documents } = found;
  const problems = documents.filter(({ problem }) => problem !== null);
  const isOrganisation = documents.length > 0 && documents.every(({ kind }) => kind === 'organisation');
  const title = summary
    ? t('exchange.case.family', { name: summary.name })
    : t(isOrganisation ? 'exchange.document.organisation' : 'exchange.case.unnamed');
  const tone = asksAttention(found) ? 'attention' : undefined;
  return (
    <Card as="li" {...(tone ? { tone } : {})}>
      <div id={caseId} className={styles['case']}>
        <h3 tabIndex={-1} translate="no">
          {title}
        </h3>
        <ul className={styles['facts']}>
          {waiting > 0 && (
            <li>
              {since === null
                ? t('exchange.case.waitingNow', { count: waiting })
                : t('exchange.case.waiting', { count: waiting, since: formatWhen(since, now) })}
            </li>
          )}
          {incoming > 0 && <li>{t('exchange.case.incoming', { count: incoming })}</li>}
          <li>
            {lastHeard
              ? t('exchange.case.heardFrom', {
                  name: heardName ?? t('exchange.case.heardSomeone'),
                  at: formatWhen(lastHeard.at, now),
                })
              : t('exchange.case.heardNobody')}
          </li>
          {lastDelivered !== null && <li>{t('exchange.case.delivered', { at: formatWhen(lastDelivered, now) })}</li>}
          {serverWentBack !== null && (
            <li>
              {t('exchange.case.wentBack', { at: formatWhen(serverWentBack, now) })} {helpIfItStays}
            </li>
          )}
        </ul>
        {problems.length > 0 && (
          <ul className={styles['problems']}>
            {problems.map((document) => (
              <DocumentProblem key={document.doc} document={document} />
            ))}
          </ul>
        )}
        {summary && (
          <Row gap={2}>
            <LinkButton variant="plain" to={generatePath(paths.case, { caseId })}>
              {t('exchange.case.open')}
            </LinkButton>
            <LinkButton variant="plain" to={generatePath(paths.circle, { caseId })}>
              {t('exchange.case.circle')}
            </LinkButton>
          </Row>
        )}
      </div>
    </Card>
  );
};

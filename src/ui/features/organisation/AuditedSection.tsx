import { useEffect, useState } from 'react';
import { generatePath } from 'react-router';
import type { AuditedCase } from '../../../application/application.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './organisation.module.css';

/** Cases that this person watches over: their access log, never their content. Nothing when there are none. */
export const AuditedSection = () => {
  const t = useTexts();
  const { accessLog, exchange } = useApplication();
  const { type } = useStore(exchange);
  const [cases, setCases] = useState<readonly AuditedCase[]>([]);
  useEffect(() => {
    let isLeft = false;
    void accessLog.audited().then((found) => !isLeft && setCases(found));
    return () => void (isLeft = true);
  }, [accessLog, type]);
  if (cases.length === 0) return null;
  return (
    <Card as="section" labelledBy="audited">
      <h2 id="audited">{t('organisation.audited')}</h2>
      <p>{t('organisation.audited.explain')}</p>
      <ul className={styles['devices']}>
        {cases.map(({ caseId, since }, place) => {
          const name = t('organisation.audited.case', { number: cases.length - place, day: formatDay(dayOf(since)) });
          return (
            <li key={caseId} className={styles['device']}>
              <Row justify="between">
                <span>{name}</span>
                <LinkButton
                  variant="plain"
                  to={generatePath(paths.audit, { caseId })}
                  aria-label={t('organisation.audited.openThis', { name })}
                >
                  {t('organisation.audited.open')}
                </LinkButton>
              </Row>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};

import type { InvitationUse } from '../../../application/application.ts';
import { Card } from '../../components/Card.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './join.module.css';

/** In three short steps what joining does, so that nobody is surprised by what another sees. */
export const WhatHappens = ({ use }: { readonly use: InvitationUse }) => {
  const t = useTexts();
  return (
    <Card as="section" labelledBy="happens">
      <h2 id="happens">{t('join.happens')}</h2>
      <ol className={styles['steps']}>
        <li>{t(`join.${use}.step1`)}</li>
        <li>{t(`join.${use}.step2`)}</li>
        <li>{t(`join.${use}.step3`)}</li>
      </ol>
    </Card>
  );
};

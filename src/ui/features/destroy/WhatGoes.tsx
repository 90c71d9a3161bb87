import type { DestructionView } from '../../../application/application.ts';
import { Card } from '../../components/Card.tsx';
import { withCapital } from '../../components/withCapital.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './destroy.module.css';
import { useHolderWords } from './useHolderWords.ts';

/** Everything that will be gone, and for whom. */
export const WhatGoes = ({ view }: { readonly view: DestructionView }) => {
  const t = useTexts();
  const wordsOf = useHolderWords();
  const nameOf = (member: string) => view.holders.find((holder) => holder.member === member)?.name || t('circle.someone');
  return (
    <Card as="section" labelledBy="goes">
      <h2 id="goes">{t('destroy.goes')}</h2>
      <ul className={styles['list']}>
        {view.documents.map(({ doc, kind, changes, mine, leads }) => (
          <li key={doc}>
            {t('destroy.document', { document: withCapital(t(`circle.document.${kind}`)), count: changes })}
            {!mine && <p className={styles['facts']}>{t('destroy.document.others', { names: leads.map(nameOf).join(', ') })}</p>}
          </li>
        ))}
      </ul>
      {view.shared && <p>{t('destroy.unseen')}</p>}
      <h3>{t('destroy.holders', { count: view.holders.length })}</h3>
      <ul className={styles['list']}>
        {view.holders.map((holder) => (
          <li key={holder.member}>
            {wordsOf(holder)}
            <p className={styles['facts']}>
              {holder.devices === null ? t('destroy.devices.unknown') : t('destroy.devices', { count: holder.devices.length })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
};

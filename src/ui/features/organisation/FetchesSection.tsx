import { useState } from 'react';
import type { OrganisationView } from '../../../application/application.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './organisation.module.css';

const AT_ONCE = 20;

/** What devices of the own people were given: which day, how many cases. No content, no name of a family, no hour. */
export const FetchesSection = ({ view: { fetches, people } }: { readonly view: OrganisationView }) => {
  const t = useTexts();
  const [shown, setShown] = useState(AT_ONCE);
  const nameOf = (member: string) => people.find((person) => person.member === member)?.name || t('organisation.someone');
  return (
    <Card as="section" labelledBy="fetches">
      <h2 id="fetches">{t('organisation.fetches')}</h2>
      <p>{t('organisation.fetches.explain')}</p>
      {fetches === null && <p>{t('organisation.stored.unknown')}</p>}
      {fetches?.length === 0 && <p>{t('organisation.fetches.none')}</p>}
      {fetches !== null && fetches.length > 0 && (
        <ul className={styles['devices']}>
          {fetches.slice(0, shown).map(({ member, device, number, day, documents, times }) => (
            <li key={`${device} ${day}`} className={styles['device']}>
              <strong>{formatDay(day)}</strong> <span translate="no">{nameOf(member)}</span>, {t('organisation.device', { number })}
              <details>
                <summary>{t('organisation.fetches.documents', { count: documents.length })}</summary>
                <p className={styles['facts']}>
                  {t('organisation.fetches.times', { count: times })} {t('organisation.fetches.codes', { codes: documents.join(', ') })}
                </p>
              </details>
            </li>
          ))}
        </ul>
      )}
      {fetches !== null && fetches.length > shown && (
        <div>
          <Button variant="quiet" onPress={() => setShown(shown + AT_ONCE)}>
            {t('organisation.fetches.more', { count: fetches.length - shown })}
          </Button>
        </div>
      )}
    </Card>
  );
};

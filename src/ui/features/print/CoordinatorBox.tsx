import { Phone } from 'lucide-react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './OnePageSheet.module.css';
import { useWords } from './useWords.ts';

/** Who to call. The only telephone numbers on paper are of those who said yes to being called: coordinator and cover. */
export const CoordinatorBox = () => {
  const t = useTexts();
  const { nameOf, namesOf } = useNames();
  const { personWithHat } = useWords();
  const { coordinator, coordinatorTurns, people } = useCaseView();
  const phoneOf = (id: string | null) => people.find((person) => person.id === id)?.phone ?? '';
  if (!coordinator) {
    const running = coordinatorTurns.filter(({ acceptedAt, endedAt, declinedAt }) => acceptedAt && !endedAt && !declinedAt);
    return (
      <section className={styles['coordinator']}>
        <h3>{t('print.coordinator')}</h3>
        <p>
          {running.length > 1
            ? t('print.coordinator.two', { names: namesOf(running.flatMap(({ person }) => person ?? [])) })
            : t('print.coordinator.none')}
        </p>
      </section>
    );
  }
  const phone = phoneOf(coordinator.person);
  const coverPhone = phoneOf(coordinator.cover);
  return (
    <section className={styles['coordinator']}>
      <Phone aria-hidden className={styles['phone'] ?? ''} />
      <h3>{t('print.coordinator.is', { name: personWithHat(coordinator.person) })}</h3>
      <p>
        {phone && <strong>{t('print.call', { phone })}</strong>} <bdi>{coordinator.reachability}</bdi>
      </p>
      {coordinator.cover && (
        <p>
          {t('print.cover', { name: nameOf(coordinator.person), cover: personWithHat(coordinator.cover) })}{' '}
          {coverPhone && <strong>{t('print.call', { phone: coverPhone })}</strong>}
        </p>
      )}
    </section>
  );
};

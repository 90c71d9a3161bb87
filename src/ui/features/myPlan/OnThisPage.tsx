import { useCaseView } from '../../components/applicationContext.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { isAnswerAwaited } from './isAnswerAwaited.ts';
import styles from './myPlan.module.css';
import { useWho } from './useWho.ts';

/** The cards that are led to, by the id of their heading. */
const CARDS = ['mine', 'contact', 'meeting', 'goals'] as const;

/** Straight to what somebody comes for, in a page that is long; to the question whether they agree as long as it waits for them. */
export const OnThisPage = ({ isAsked }: { readonly isAsked: boolean }) => {
  const t = useTexts();
  const who = useWho();
  const isAwaited = isAnswerAwaited(useCaseView()) && isAsked;
  return (
    <nav aria-labelledby="here" className={styles['here']}>
      <h2 id="here">{t('myPlan.here')}</h2>
      <ul>
        {[...CARDS, ...(isAwaited ? (['agree'] as const) : [])].map((card) => (
          <li key={card}>
            <a href={`#${card}`} onClick={() => document.getElementById(card)?.focus()}>
              {t(`myPlan.${card}`, who)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

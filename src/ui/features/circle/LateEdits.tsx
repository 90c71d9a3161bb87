import type { CircleView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { formatWhen } from '../../components/exchange/exchangeWords.ts';
import { Card } from '../../components/Card.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './circle.module.css';
import { useNameInCircle } from './circleWords.ts';

/** Made before leaving, arrived after: kept, shown, and not in the plan until somebody writes it there. */
export const LateEdits = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const now = useApplication().clock.now();
  const nameOf = useNameInCircle(view);
  if (view.late.length === 0) return null;
  return (
    <Card as="section" labelledBy="late" tone="attention">
      <h2 id="late">{t('circle.late')}</h2>
      <p>{t('circle.late.explain')}</p>
      <ul className={styles['facts']}>
        {view.late.map(({ member, doc, count, newest }) => (
          <li key={`${doc}${member}`}>{t('circle.late.item', { count, name: nameOf(member), at: formatWhen(newest, now) })}</li>
        ))}
      </ul>
    </Card>
  );
};

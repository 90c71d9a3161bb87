import { hearingsAt } from '../../../core/plan/hearings.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Card } from '../Card.tsx';
import { useNames } from '../useNames.ts';
import styles from './heard.module.css';
import { HeardChild } from './HeardChild.tsx';

/** Whether each child was heard at this meeting, and how: from its own words, or as a professional writes it down here. */
export const HeardChildren = ({ meeting }: { readonly meeting: EntityId }) => {
  const t = useTexts();
  const { namesOf } = useNames();
  const heard = hearingsAt(useCaseView(), meeting);
  if (heard.length === 0) return null;
  return (
    <Card as="section" labelledBy="heard" tone={heard.some(({ isOpen }) => isOpen) ? 'attention' : 'done'}>
      <h2 id="heard">{t('heard.hearing.title', { names: namesOf(heard.map(({ child }) => child)), count: heard.length })}</h2>
      <p>{t('heard.hearing.right')}</p>
      <ul className={styles['list']}>
        {heard.map((one) => (
          <HeardChild key={one.child} heard={one} />
        ))}
      </ul>
    </Card>
  );
};

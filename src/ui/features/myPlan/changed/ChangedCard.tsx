import { useState } from 'react';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';
import { useHistory } from '../../../components/useHistory.ts';
import { Words } from '../../../components/Words.tsx';
import { dayOf } from '../../../../core/shared/dayOf.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { useWho } from '../useWho.ts';
import { type Change, changesSince } from './changesSince.ts';
import { lastTime } from './lastTime.ts';

/** What others changed since I last answered, or before I ever did since we last talked; looked up when somebody asks, because it opens the whole log. */
export const ChangedCard = () => {
  const t = useTexts();
  const who = useWho();
  const last = lastTime(useCaseView());
  const [isAsked, setAsked] = useState(false);
  if (last === null) return null;
  const day = formatDay(dayOf(last.at));
  const since = last.of === 'answer' ? t('myPlan.changed.sinceAnswer', { ...who, day }) : t('myPlan.changed.sinceMeeting', { day });
  return (
    <PlanCard title={t('myPlan.changed')} aloud={[since]}>
      <p>{since}</p>
      {isAsked ? (
        <Changes since={last.at} />
      ) : (
        <div>
          <button type="button" className={styles['quiet']} onClick={() => setAsked(true)}>
            {t('myPlan.changed.show')}
          </button>
        </div>
      )}
    </PlanCard>
  );
};

const Changes = ({ since }: { readonly since: number }) => {
  const t = useTexts();
  const { me } = useCaseView();
  const { labelOf, memberName } = usePlanWords();
  const history = useHistory();
  if (history === null) return <p role="status">{t('myPlan.changed.reading')}</p>;
  const changes = changesSince(history, since, me?.member);
  if (changes.length === 0) return <p role="status">{t('myPlan.changed.none')}</p>;
  return (
    <ul className={styles['list']}>
      {changes.map((change) => (
        <li key={change.entity} className={styles['item']}>
          <h3>{wordOf(t, change)}</h3>
          {labelOf(change.entity) && <Words>{labelOf(change.entity)}</Words>}
          <p className={styles['soft']}>{t('myPlan.changed.by', { name: memberName(change.author), day: formatDay(dayOf(change.at)) })}</p>
        </li>
      ))}
    </ul>
  );
};

function wordOf(t: ReturnType<typeof useTexts>, { what, change }: Change): string {
  const kind = what === 'conference' || what === 'evaluation' ? 'meeting' : what;
  return t(`myPlan.changed.${kind}`, { change });
}

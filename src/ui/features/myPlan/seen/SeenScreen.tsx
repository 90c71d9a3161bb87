import { useCallback, useEffect, useState } from 'react';
import type { OpenAccessLog } from '../../../../application/application.ts';
import { dayOf } from '../../../../core/shared/dayOf.ts';
import { useApplication, useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import { askErrorText } from '../../../components/askErrorText.ts';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { useAsk } from '../../../components/useAsk.ts';
import { useOpened } from '../../../components/useOpened.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { BackToPlan } from '../BackToPlan.tsx';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';
import { SeenAlarms } from './SeenAlarms.tsx';
import { SeenDay } from './SeenDay.tsx';

/** So many days at once: who looks wants to know about lately. */
const DAYS = 7;

/** Who looked, for those whose plan it is: per day and person, in sentences. */
export const SeenScreen = () => {
  const t = useTexts();
  const who = useWho();
  const { accessLog } = useApplication();
  const { caseId } = useOpenCase();
  const found = useOpened(useCallback(() => accessLog.open(caseId), [accessLog, caseId]));
  return (
    <div className={styles['plan']}>
      <PageHeading title={t('rights.seen.title')} intro={t('rights.seen.intro', who)} />
      {found.type === 'opening' && <p role="status">{t('rights.seen.opening')}</p>}
      {found.type === 'failed' && <Failed why={askErrorText(t, found.error)} />}
      {found.type === 'open' && <Seen log={found.opened} />}
      <BackToPlan />
    </div>
  );
};

const Seen = ({ log }: { readonly log: OpenAccessLog }) => {
  const t = useTexts();
  const who = useWho();
  const view = useStore(log.view);
  const { ask, isAsking, errorText } = useAsk();
  const [shown, setShown] = useState(DAYS);
  // What the server can add is asked for at once; without a connection the list is what this device knows.
  useEffect(() => void log.refresh(), [log]);
  const days = [...Map.groupBy(view.lines, ({ at }) => dayOf(at))];
  return (
    <>
      <SeenAlarms view={view} />
      {days.length === 0 && <p>{t('rights.seen.none')}</p>}
      {days.slice(0, shown).map(([day, lines]) => (
        <SeenDay key={day} day={day} lines={lines} />
      ))}
      {days.length > shown && (
        <div>
          <button type="button" className={styles['quiet']} onClick={() => setShown(shown + DAYS)}>
            {t('rights.seen.earlier')}
          </button>
        </div>
      )}
      <p>{t('rights.seen.limits', who)}</p>
      <Failed why={errorText} />
      <div>
        <button type="button" className={styles['quiet']} disabled={isAsking} onClick={() => void ask(log.refresh)}>
          {t('rights.seen.ask')}
        </button>
      </div>
    </>
  );
};

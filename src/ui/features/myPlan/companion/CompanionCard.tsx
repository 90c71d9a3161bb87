import { useState } from 'react';
import type { Companion } from '../../../../core/plan/caseView.ts';
import { companionshipOf, longerFor, mayPropose } from '../../../../core/plan/companions.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { useWho } from '../useWho.ts';
import { CompanionForm } from './CompanionForm.tsx';
import { CompanionItem } from './CompanionItem.tsx';

/** Who comes along with us: an interpreter, or somebody we trust. Asked here, and what became of it. */
export const CompanionCard = () => {
  const t = useTexts();
  const who = useWho();
  const { term } = useTerms();
  const today = useToday();
  const view = useCaseView();
  const [isAsking, setAsking] = useState(false);
  const { me, companions } = view;
  if (!me || !mayPropose(me, today)) return null;
  // Of somebody who stays longer only what was agreed last counts.
  const isLast = ({ id, state, who: person }: Companion) =>
    state !== 'confirmed' || companionshipOf(view, person ?? undefined)?.companion.id === id;
  const last = companions.filter(isLast);
  const stayingLonger = last.flatMap((one) => longerFor(view, one));
  const counting = last.filter((one) => !stayingLonger.includes(one)).toReversed();
  const [current, earlier] = [counting.filter(({ state }) => state !== 'withdrawn'), counting.filter(({ state }) => state === 'withdrawn')];
  const lines = [t('myPlan.companion.explain', who), t('myPlan.companion.reads')];
  return (
    <PlanCard
      title={t('myPlan.companion', who)}
      aloud={[...lines, ...current.map(({ name, what }) => `${name}, ${term('companion', 'what', what ?? 'helper')}`)]}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {current.length > 0 && <Asked companions={current} />}
      {isAsking ? (
        <CompanionForm onDone={() => setAsking(false)} />
      ) : (
        <div>
          <button type="button" className={styles['quiet']} onClick={() => setAsking(true)}>
            {t('myPlan.companion.add')}
          </button>
        </div>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('myPlan.companion.earlier')}</summary>
          <Asked companions={earlier} />
        </details>
      )}
    </PlanCard>
  );
};

const Asked = ({ companions }: { readonly companions: readonly Companion[] }) => (
  <ul className={styles['list']}>
    {companions.map((companion) => (
      <CompanionItem key={companion.id} companion={companion} />
    ))}
  </ul>
);

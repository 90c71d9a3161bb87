import { useState } from 'react';
import type { Companion } from '../../../../core/plan/caseView.ts';
import { longerFor } from '../../../../core/plan/companions.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { useChange } from '../../../components/useChange.ts';
import { useNames } from '../../../components/useNames.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useToday } from '../../../components/useToday.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';
import { CompanionForm } from './CompanionForm.tsx';
import { useWhoIsIn } from './useWhoIsIn.ts';

/** Whom one of the family asked for, and what became of it; who asked can take it back, and ask for longer. */
export const CompanionItem = ({ companion }: { readonly companion: Companion }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf } = useNames();
  const view = useCaseView();
  const { run, isRunning, errorText } = useChange();
  const [isProlonging, setProlonging] = useState(false);
  const { id, name, what, why, state, by, author } = companion;
  const isMine = author === view.me?.member;
  const longer = longerFor(view, companion);
  return (
    <li className={styles['item']}>
      <Words as="h3">{name}</Words>
      <p className={styles['soft']}>
        {term('companion', 'what', what ?? 'helper')}
        {!isMine && `. ${t('myPlan.companion.askedBy', { name: nameOf(by) })}`}
      </p>
      {why && <Words>{why}</Words>}
      <State companion={companion} isMine={isMine} />
      {longer.map((one) => (
        <State key={one.id} companion={one} isMine={isMine} />
      ))}
      {isProlonging && <CompanionForm longer={companion} onDone={() => setProlonging(false)} />}
      <Failed why={errorText} />
      {isMine && !isProlonging && (state === 'waiting' || state === 'confirmed') && (
        <div className={styles['buttons']}>
          {state === 'confirmed' && longer.length === 0 && (
            <button
              type="button"
              className={styles['quiet']}
              aria-label={t('myPlan.companion.longerOf', { name })}
              onClick={() => setProlonging(true)}
            >
              {t('myPlan.companion.longer')}
            </button>
          )}
          <button
            type="button"
            className={styles['small']}
            aria-label={t('myPlan.companion.withdrawOf', { name })}
            onClick={() => void (isRunning || run({ type: 'withdrawCompanion', companion: id }))}
          >
            {t('myPlan.companion.withdraw')}
          </button>
        </div>
      )}
    </li>
  );
};

const SAID_OF = { waiting: 'waiting', declined: 'no', withdrawn: 'withdrawn' } as const;

interface StateProps {
  readonly companion: Companion;
  /** Why not is written to who asked. */
  readonly isMine: boolean;
}

const State = ({ companion: { name, state, who: person, ends, replies }, isMine }: StateProps) => {
  const t = useTexts();
  const who = useWho();
  const today = useToday();
  const { nameOf } = useNames();
  const { people } = useCaseView();
  const day = ends === null ? '' : formatDay(ends);
  const answer = replies.at(-1);
  if (state === 'declined' && answer && isMine)
    return (
      <div className={styles['reply']}>
        <p>{t('myPlan.companion.declined', { name: nameOf(answer.by) })}</p>
        <Words>{answer.reason}</Words>
      </div>
    );
  if (state !== 'confirmed')
    return (
      <div>
        <Chip tone="plain">{t(`myPlan.companion.${SAID_OF[state]}`, { day })}</Chip>
      </div>
    );
  if (ends !== null && ends < today)
    return (
      <div>
        <Chip tone="plain">{t('myPlan.companion.over', { day })}</Chip>
      </div>
    );
  const member = people.find(({ id }) => id === person)?.member ?? '';
  if (member !== '') return <LetIn member={member} day={day} />;
  return (
    <>
      <div>
        <Chip tone="done">{t('myPlan.companion.confirmed', { day })}</Chip>
      </div>
      <p>{t('myPlan.companion.notIn', { ...who, name })}</p>
    </>
  );
};

const LetIn = ({ member, day }: { readonly member: string; readonly day: string }) => {
  const t = useTexts();
  const isIn = useWhoIsIn()(member);
  return (
    <div>
      <Chip tone={isIn ? 'done' : 'plain'}>{t(isIn ? 'myPlan.companion.in' : 'myPlan.companion.out', { day })}</Chip>
    </div>
  );
};

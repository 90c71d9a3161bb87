import { useCallback } from 'react';
import { generatePath, Link } from 'react-router';
import type { OpenCircle } from '../../../../application/application.ts';
import { isBeside } from '../../../../core/plan/companions.ts';
import { useApplication, useCaseView, useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import { askErrorText } from '../../../components/askErrorText.ts';
import { CaseExchangeLine } from '../../../components/exchange/ExchangeLine.tsx';
import { Explain } from '../../../components/Explain.tsx';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { isAskedToAgree } from '../../../components/people.ts';
import { paths } from '../../../components/paths.ts';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { useOpened } from '../../../components/useOpened.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { BackToPlan } from '../BackToPlan.tsx';
import { CompanionCard } from '../companion/CompanionCard.tsx';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';
import { AskCard } from './AskCard.tsx';
import { ProposalCards } from './ProposalCards.tsx';
import { ReadersCards } from './ReadersCards.tsx';
import { WhereCard } from './WhereCard.tsx';

/** Who reads along, for those whose plan it is: who they are, what they read and why, and whom to ask for a change. */
export const ReadingScreen = () => {
  const t = useTexts();
  const who = useWho();
  const { circle } = useApplication();
  const { caseId } = useOpenCase();
  const found = useOpened(useCallback(() => circle.open(caseId), [circle, caseId]));
  return (
    <div className={styles['plan']}>
      <PageHeading
        title={t('reading.title')}
        intro={
          <>
            <p>{t('reading.intro', who)}</p>
            <CaseExchangeLine caseId={caseId} />
          </>
        }
      />
      {found.type === 'opening' && <p role="status">{t('reading.opening')}</p>}
      {found.type === 'failed' && <Failed why={askErrorText(t, found.error)} />}
      {found.type === 'open' && <Readers circle={found.opened} />}
      <UndoBar />
      <BackToPlan />
    </div>
  );
};

const Readers = ({ circle }: { readonly circle: OpenCircle }) => {
  const t = useTexts();
  const who = useWho();
  const { caseId } = useOpenCase();
  const plan = useCaseView();
  const view = useStore(circle.view);
  const isTheirs = !isBeside(plan, plan.me?.id);
  return (
    <>
      {view.myRole === null && (
        <p>
          <strong>{t('reading.notIn', who)}</strong>
        </p>
      )}
      <ProposalCards view={view} />
      <ReadersCards view={view} />
      <AskCard view={view} />
      {isTheirs && <CompanionCard />}
      <Explain word="circle" />
      <WhereCard view={view} />
      <div className={styles['more']}>
        <ul>
          <li>
            <Link to={generatePath(paths.access, { caseId })}>{t('myPlan.more.access')}</Link>
          </li>
          {isAskedToAgree(plan.me) && (
            <li>
              <Link to={generatePath(paths.preparation, { caseId })}>{t('myPlan.more.preparation')}</Link>
            </li>
          )}
        </ul>
      </div>
    </>
  );
};

import { LayoutList } from 'lucide-react';
import { useParams } from 'react-router';
import { isAskedAt } from '../../../../core/consent/youngReader.ts';
import type { Person } from '../../../../core/plan/caseView.ts';
import type { CaseId } from '../../../../core/shared/ids.ts';
import { CaseExchangeLine } from '../../../components/exchange/ExchangeLine.tsx';
import { LanguageChoice } from '../../../components/LanguageChoice.tsx';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AgreeCard } from '../AgreeCard.tsx';
import { ExperienceCard } from '../ExperienceCard.tsx';
import { HeardCard } from '../HeardCard.tsx';
import { MyActions } from '../MyActions.tsx';
import plan from '../myPlan.module.css';
import styles from './child.module.css';
import { GoalsOfMine } from './GoalsOfMine.tsx';
import { MeetAgain } from './MeetAgain.tsx';
import { MyWords } from './MyWords.tsx';
import { SayIt } from './SayIt.tsx';
import { TalkElsewhere } from './TalkElsewhere.tsx';
import { WhoHelps } from './WhoHelps.tsx';

interface ChildPlanScreenProps {
  readonly me: Person;
  /** To all of the plan. */
  readonly onWhole: () => void;
}

/** The plan for a child: few cards of one thing, with pictures and short sentences, and nothing that is for grown-ups to settle. */
export const ChildPlanScreen = ({ me, onWhole }: ChildPlanScreenProps) => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const today = useToday();
  return (
    <div className={`${plan['plan']} ${styles['child']}`}>
      <PageHeading title={t('myPlan.child.title')} />
      <LanguageChoice />
      <WhoHelps me={me} />
      <GoalsOfMine me={me} />
      <MyActions isSimple />
      <MeetAgain me={me} />
      <ExperienceCard />
      {isAskedAt(me, today) && <AgreeCard isSimple />}
      <SayIt />
      <MyWords me={me} />
      <HeardCard />
      <TalkElsewhere />
      <div className={styles['foot']}>
        <button type="button" className={plan['quiet']} onClick={onWhole}>
          <LayoutList size={22} aria-hidden /> {t('myPlan.child.whole')}
        </button>
        <CaseExchangeLine caseId={caseId as CaseId} />
      </div>
      <UndoBar isAfloat />
    </div>
  );
};

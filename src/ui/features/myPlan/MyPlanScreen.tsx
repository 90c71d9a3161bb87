import { generatePath, Link, useParams } from 'react-router';
import { isBeside } from '../../../core/plan/companions.ts';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { CaseExchangeLine } from '../../components/exchange/ExchangeLine.tsx';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { isAskedToAgree } from '../../components/people.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { UndoBar } from '../../components/UndoBar.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AgreeCard } from './AgreeCard.tsx';
import { ChangedCard } from './changed/ChangedCard.tsx';
import { BesideCard } from './companion/BesideCard.tsx';
import { CompanionCard } from './companion/CompanionCard.tsx';
import { ContactCard } from './ContactCard.tsx';
import { ExperienceCard } from './ExperienceCard.tsx';
import { GoalCards } from './GoalCards.tsx';
import { LargeLetters } from './LargeLetters.tsx';
import { HeardCard } from './HeardCard.tsx';
import { MeetingCard } from './MeetingCard.tsx';
import { MyActions } from './MyActions.tsx';
import styles from './myPlan.module.css';
import { OnThisPage } from './OnThisPage.tsx';
import { OwnPlanCard } from './OwnPlanCard.tsx';
import { PrepareCard } from './PrepareCard.tsx';
import { Promises } from './Promises.tsx';
import { QuestionsCard } from './QuestionsCard.tsx';
import { RightsCard } from './RightsCard.tsx';
import { SaidCard } from './SaidCard.tsx';
import { GrownCard, ToSimple } from './ToSimple.tsx';

type MoreLink = readonly [path: string, key: MessageKey];

const MORE: readonly MoreLink[] = [
  [`${paths.case}/print/full`, 'myPlan.more.read'],
  [paths.print, 'myPlan.more.print'],
  [paths.copy, 'myPlan.more.copy'],
  [`${paths.copy}#request`, 'myPlan.more.request'],
  [paths.access, 'myPlan.more.access'],
  [paths.circle, 'myPlan.more.circle'],
  [paths.preparation, 'myPlan.more.preparation'],
  [`${paths.device}#discreet`, 'discreet.title'],
];
/** A copy of everything, and having something changed, is for those whom it is about. */
const MORE_BESIDE = MORE.filter(([path]) => !path.startsWith(paths.copy));

interface MyPlanScreenProps {
  /** For a young reader: to the page with pictures and short sentences. */
  readonly onSimple?: () => void;
  /** Until a young reader, who got this page at twelve, has read why. */
  readonly onGrownSeen?: () => void;
}

/** The plan as those it is about want to see it: what do I do, who do I call, do the others keep their promises, do I agree. */
export const MyPlanScreen = ({ onSimple, onGrownSeen }: MyPlanScreenProps) => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const view = useCaseView();
  const { family, me } = view;
  // Whoever stands beside somebody of the family reads, does and asks; what the family wants and thinks is asked of the family.
  const isTheirs = !isBeside(view, me?.id);
  const more = (isTheirs ? MORE : MORE_BESIDE).filter(([path]) => path !== paths.preparation || isAskedToAgree(me));
  const rights = me?.part === 'child' && <RightsCard me={me} />;
  return (
    <div className={styles['plan']}>
      <PageHeading
        title={t('myPlan.title', { name: family.name })}
        neutralTitle={t('myPlan.neutralTitle')}
        intro={<CaseExchangeLine caseId={caseId as CaseId} />}
      />
      <LanguageChoice />
      <LargeLetters />
      <OnThisPage isAsked={isTheirs} />
      <BesideCard />
      {onSimple && <ToSimple onSimple={onSimple} />}
      {onGrownSeen && (
        <>
          <GrownCard onSeen={onGrownSeen} />
          {rights}
        </>
      )}
      <MyActions />
      {isTheirs && (
        <>
          <PrepareCard />
          <ExperienceCard />
          <HeardCard />
          <OwnPlanCard />
          <CompanionCard />
        </>
      )}
      <ContactCard />
      <QuestionsCard />
      <MeetingCard />
      <Promises />
      <GoalCards />
      <SaidCard />
      <ChangedCard />
      {isTheirs && <AgreeCard />}
      {!onGrownSeen && rights}
      <p className={styles['more']}>
        <Link to={generatePath(paths.helpers, { caseId })}>{t('helpers.title')}</Link>
      </p>
      <nav aria-labelledby="more" className={styles['more']}>
        <h2 id="more">{t('myPlan.more')}</h2>
        <MoreLinks links={more} />
      </nav>
      <UndoBar isAfloat />
    </div>
  );
};

const MoreLinks = ({ links }: { readonly links: readonly MoreLink[] }) => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  return (
    <ul>
      {links.map(([path, key]) => (
        <li key={path}>
          <Link to={generatePath(path, { caseId })}>{t(key)}</Link>
        </li>
      ))}
    </ul>
  );
};

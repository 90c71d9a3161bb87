import { generatePath, Link, useParams } from 'react-router';
import { ageRules } from '../../../core/consent/consentRules.ts';
import { awaitedFrom, ownSay } from '../../../core/consent/youngReader.ts';
import type { Person } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { paths } from '../../components/paths.ts';
import { useNames } from '../../components/useNames.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';

/** From this age parents read along only when their child wants it. */
const READ_UNTIL = ageRules.parentsReading[1].from;

/** What a young person decides itself, by the rules for its age; who reads along; and what is asked of it. */
export const RightsCard = ({ me }: { readonly me: Person }) => {
  const t = useTexts();
  const { namesOf } = useNames();
  const { caseId = '' } = useParams();
  const view = useCaseView();
  const today = useToday();
  const says = ownSay(view, me, today);
  const awaited = awaitedFrom(view, me.id, today);
  const isUnclear = says?.some(({ rule }) => rule.certainty === 'unclear');
  const lines = [
    ...(says?.map(({ about, rule }) => t(`myPlan.rights.${about}`, { who: rule.who, age: READ_UNTIL })) ?? [t('myPlan.rights.unknown')]),
    ...(isUnclear ? [t('myPlan.rights.unclear')] : []),
    t('myPlan.rights.readers'),
  ];
  const asked = awaited.length > 0 ? [t('myPlan.rights.awaited', { names: namesOf(awaited) }), t('myPlan.rights.answer')] : [];
  return (
    <PlanCard title={t('myPlan.rights')} aloud={[...asked, ...lines]}>
      {asked.map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className={styles['more']}>
        <Link to={generatePath(paths.preparation, { caseId })}>{t('myPlan.rights.more')}</Link>
      </p>
    </PlanCard>
  );
};

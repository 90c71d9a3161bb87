import { companionshipOf } from '../../../../core/plan/companions.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { useNames } from '../../../components/useNames.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { PlanCard } from '../PlanCard.tsx';

/** On the device of whom the family brought: for whom they are there, until when, and that the family speaks for itself. */
export const BesideCard = () => {
  const t = useTexts();
  const { nameOf } = useNames();
  const today = useToday();
  const view = useCaseView();
  const companionship = companionshipOf(view, view.me?.id);
  if (!companionship) return null;
  const { companion, until, isWanted } = companionship;
  const as = companion.what ?? 'helper';
  const day = formatDay(until);
  const lines = [
    t(`myPlan.beside.${as}`, { name: nameOf(companion.by) }),
    t('myPlan.beside.decides'),
    t(isWanted && until >= today ? 'myPlan.beside.until' : 'myPlan.beside.past', { day }),
  ];
  return (
    <PlanCard title={t('myPlan.beside')} aloud={lines}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </PlanCard>
  );
};

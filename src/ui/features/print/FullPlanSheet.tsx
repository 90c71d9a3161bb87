import { useCaseView } from '../../components/applicationContext.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { FullActions } from './FullActions.tsx';
import { FullAnswers } from './FullAnswers.tsx';
import { FullGoals } from './FullGoals.tsx';
import { FullMeetings } from './FullMeetings.tsx';
import { FullPeople } from './FullPeople.tsx';
import { FullQuestion } from './FullQuestion.tsx';
import { FullRoles } from './FullRoles.tsx';
import { FullSaid } from './FullSaid.tsx';
import { lastHeld } from './meetings.ts';
import { useDays } from './useDays.ts';
import { Sheet } from '../../components/paper/Sheet.tsx';

/** Everything of the plan, in the order in which a table talks. Not on it: what only the screen needs, and private telephone numbers. */
export const FullPlanSheet = () => {
  const t = useTexts();
  const { day } = useDays();
  const view = useCaseView();
  const held = lastHeld(view);
  return (
    <Sheet
      kind="book"
      title={t('fullPrint.heading')}
      facts={[t('print.family', { name: view.family.name }), held ? t('print.agreedOn', { day: day(held.day!) }) : null]}
      purpose={t('fullPrint.purpose')}
    >
      {view.conflicts.length > 0 && <p>{t('fullPrint.conflicts.onPaper', { count: view.conflicts.length })}</p>}
      <FullPeople />
      <FullQuestion />
      <FullSaid />
      <FullGoals />
      <FullActions />
      <FullRoles />
      <FullAnswers />
      <FullMeetings />
    </Sheet>
  );
};

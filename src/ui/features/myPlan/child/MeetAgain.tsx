import { CalendarDays } from 'lucide-react';
import type { Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { MeetingCard } from '../MeetingCard.tsx';
import { nextMeeting } from '../nextMeeting.ts';
import { OwnForm } from '../PrepareCard.tsx';

/** When people talk again, what happens there, and the child's own form for it. */
export const MeetAgain = ({ me }: { readonly me: Person }) => {
  const t = useTexts();
  const next = nextMeeting(useCaseView(), useToday());
  return (
    <MeetingCard title={t('myPlan.child.meeting')} icon={CalendarDays} more={next ? [t('myPlan.child.meeting.say')] : []}>
      {next && <OwnForm me={me} meeting={next} label={t('myPlan.child.meeting.form')} />}
    </MeetingCard>
  );
};

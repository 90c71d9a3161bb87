import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDayLong, formatTime } from '../../components/formatDate.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { nextMeeting } from './nextMeeting.ts';
import { PlanCard } from './PlanCard.tsx';

interface MeetingCardProps {
  readonly title?: string;
  readonly icon?: LucideIcon;
  /** Said after when and where. */
  readonly more?: readonly string[];
  readonly children?: ReactNode;
}

/** When people see each other next. */
export const MeetingCard = ({ title, icon, more = [], children }: MeetingCardProps) => {
  const t = useTexts();
  const next = nextMeeting(useCaseView(), useToday());
  const lines = next
    ? [t(`myPlan.meeting.${next.kind}`), [formatDayLong(next.day), next.at && formatTime(next.at)].filter(Boolean).join(', '), next.place]
    : [t('myPlan.meeting.none')];
  return (
    <PlanCard id="meeting" title={title ?? t('myPlan.meeting')} aloud={[...lines, ...more]} {...(icon ? { icon } : {})}>
      {[...lines, ...more].filter(Boolean).map((line, at) => (
        <p key={line}>{at === 1 ? <strong>{line}</strong> : line}</p>
      ))}
      {children}
    </PlanCard>
  );
};

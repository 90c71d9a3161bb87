import { isOver } from '../../../core/plan/meetings.ts';
import type { CaseView } from '../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDayLong, formatTime } from '../../components/formatDate.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { PlanCard } from './PlanCard.tsx';

interface Meeting {
  readonly kind: 'conference' | 'evaluation';
  readonly day: CivilDate;
  readonly at: string;
  readonly place: string;
}

/** When people see each other next. */
export const MeetingCard = () => {
  const t = useTexts();
  const next = findNext(useCaseView(), useToday());
  const lines = next
    ? [t(`myPlan.meeting.${next.kind}`), [formatDayLong(next.day), next.at && formatTime(next.at)].filter(Boolean).join(', '), next.place]
    : [t('myPlan.meeting.none')];
  return (
    <PlanCard title={t('myPlan.meeting')} aloud={lines}>
      {lines.filter(Boolean).map((line, at) => (
        <p key={line}>{at === 1 ? <strong>{line}</strong> : line}</p>
      ))}
    </PlanCard>
  );
};

function findNext({ conferences, evaluations }: CaseView, today: CivilDate): Meeting | undefined {
  const coming: readonly Meeting[] = [
    ...conferences
      .filter((conference) => !isOver(conference))
      .map(({ day, at, place }) => ({ kind: 'conference' as const, day: day!, at, place })),
    ...evaluations
      .filter(({ state }) => state === 'planned')
      .map(({ day }) => ({ kind: 'evaluation' as const, day: day!, ...whereOf(conferences, day) })),
  ];
  return coming.filter(({ day }) => day >= today).toSorted((a, b) => a.day.localeCompare(b.day))[0];
}

/** The conference in which the evaluation was agreed says at what time and where. */
function whereOf(conferences: CaseView['conferences'], day: CivilDate | null): Pick<Meeting, 'at' | 'place'> {
  const agreed = conferences.findLast(({ nextEvaluation }) => nextEvaluation === day);
  return { at: agreed?.nextEvaluationAt ?? '', place: agreed?.nextEvaluationPlace ?? '' };
}

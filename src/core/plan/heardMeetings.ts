import { type CivilDate, daysBetween } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import type { CaseView } from './caseView.ts';
import { isOver } from './meetings.ts';
import { isSameContent } from './planVersion.ts';

/** A conference or evaluation as far as children are heard at it. */
export interface HeardMeeting {
  readonly id: EntityId;
  readonly kind: 'conference' | 'evaluation';
  readonly day: CivilDate;
  readonly moment: 'drafting' | 'adjusting' | 'evaluating';
  readonly stage: 'coming' | 'running' | 'over';
  readonly endedAt: number | null;
  /** Whether the plan may change at it, or did: not when it ended as the conference before it did. */
  readonly isChange: boolean;
}

/** Those that were not moved or called off: in the order in which they ended, then what is going on, then by the day that they are planned on. */
export function heardMeetings(view: CaseView): readonly HeardMeeting[] {
  const meetings = [...conferencesOf(view), ...evaluationsOf(view)];
  return meetings.toSorted(
    (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || (a.endedAt ?? 0) - (b.endedAt ?? 0) || daysBetween(b.day, a.day),
  );
}

const STAGES: readonly HeardMeeting['stage'][] = ['over', 'running', 'coming'];

function conferencesOf({ conferences }: CaseView): readonly HeardMeeting[] {
  let earlier: string | null = null;
  return conferences.flatMap((one): HeardMeeting[] => {
    const { id, day, state, startedAt, endedAt, planVersion } = one;
    if (day === null || state === 'moved' || state === 'cancelled') return [];
    const before = earlier;
    if (isOver(one)) earlier = planVersion;
    return [
      {
        id,
        kind: 'conference',
        day,
        moment: before === null ? 'drafting' : 'adjusting',
        stage: isOver(one) ? 'over' : startedAt === null ? 'coming' : 'running',
        endedAt,
        isChange: !isOver(one) || !before || !isSameContent(before, planVersion),
      },
    ];
  });
}

const evaluationsOf = ({ evaluations }: CaseView): readonly HeardMeeting[] =>
  evaluations.flatMap(({ id, day, state, finishedAt }): HeardMeeting[] =>
    day === null
      ? []
      : [
          {
            id,
            kind: 'evaluation',
            day,
            moment: 'evaluating',
            stage: state === 'finished' ? 'over' : state === 'running' ? 'running' : 'coming',
            endedAt: finishedAt,
            isChange: true,
          },
        ],
  );

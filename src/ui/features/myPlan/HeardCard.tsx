import { findHearings, type HearingMoment } from '../../../core/plan/hearings.ts';
import type { CaseView } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { useNames } from '../../components/useNames.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { HeardItem } from './HeardItem.tsx';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';
import { useHeardSentences } from './useHeardSentences.ts';
import { useWho } from './useWho.ts';

/** Of each child the last meetings are enough: the whole plan has them all. */
const SHOWN = 2;

/** How I was listened to at our meetings, and what was done with it; whoever raises children sees it of each of them. */
export const HeardCard = () => {
  const t = useTexts();
  const who = useWho();
  const { namesOf } = useNames();
  const view = useCaseView();
  const sentencesOf = useHeardSentences();
  const children = view.me?.part === 'child' ? [view.me] : view.children;
  const shown = children.flatMap(({ id }) => momentsOf(view, id));
  if (shown.length === 0) return null;
  const whose = { ...who, names: namesOf(children.map(({ id }) => id)), many: children.length > 1 ? 'yes' : 'no' };
  return (
    <PlanCard
      title={t('myPlan.heard', whose)}
      aloud={shown.flatMap((heard) => [t(`myPlan.heard.${heard.kind}`, { day: formatDayLong(heard.day) }), ...sentencesOf(heard)])}
    >
      <ul className={styles['list']}>
        {shown.map((heard) => (
          <HeardItem key={`${heard.child} ${heard.id}`} heard={heard} />
        ))}
      </ul>
    </PlanCard>
  );
};

/** Newest first. That something misses is said by the alarm: a first look at a case does not hold all that was said. */
const momentsOf = (view: CaseView, child: HearingMoment['child']): readonly HearingMoment[] =>
  findHearings(view, child)
    .filter(({ id, outcome, stage }) => stage !== 'coming' && (outcome !== null || isMissed(view, id, child)))
    .slice(-SHOWN)
    .toReversed();

const isMissed = ({ alarms }: CaseView, meeting: HearingMoment['id'], child: HearingMoment['child']): boolean =>
  alarms.some((alarm) => alarm.type === 'ChildrenNotHeard' && alarm.meeting === meeting && alarm.people.includes(child));

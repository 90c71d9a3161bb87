import { CalendarCheck } from 'lucide-react';
import { useId } from 'react';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { formatClock } from '../../../components/formatDate.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { EraseButton } from '../erasing/EraseButton.tsx';
import { erasableIn } from '../erasing/erasable.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';
import type { HeldMeeting } from './days.ts';
import { tell } from './tell.ts';
import styles from './timeline.module.css';
import type { TimelineItem } from './timelineItems.ts';

interface TimelineDayProps {
  readonly title: string;
  readonly items: readonly TimelineItem[];
  readonly meetings: readonly HeldMeeting[];
}

/** One day: the meetings that were held, then who changed what and when. */
export const TimelineDay = ({ title, items, meetings }: TimelineDayProps) => {
  const t = useTexts();
  const view = useCaseView();
  const words = usePlanWords();
  const id = useId();
  return (
    <section className={styles['day']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles['items']}>
        {meetings.map(({ id: meeting, kind, place }) => (
          <li key={meeting} className={styles['meeting']}>
            <CalendarCheck size={22} aria-hidden />
            <p>{[t(kind === 'conference' ? 'case.tell.conferenceHeld' : 'case.tell.evaluationHeld'), place].filter(Boolean).join(', ')}</p>
          </li>
        ))}
        {items.map((item) => {
          const { sentence, details } = tell(item, { t, words, view });
          return (
            <li key={item.key} className={styles['item']}>
              <span className={styles['time']}>{formatClock(item.at)}</span>
              <div className={styles['told']}>
                <p>{sentence}</p>
                {(item.change === 'refused' || item.change === 'unknown') && (
                  <Chip tone="attention">{t(item.change === 'refused' ? 'case.timeline.refused' : 'case.timeline.unknown')}</Chip>
                )}
                {details.length > 0 && (
                  <ul className={styles['details']}>
                    {details.map((detail) => (
                      <li key={detail}>{detail}</li>
                    ))}
                  </ul>
                )}
                <EraseButton texts={erasableIn(item, words)} about={sentence} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

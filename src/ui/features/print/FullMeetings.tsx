import type { Conference } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { FullEvaluation } from './FullEvaluation.tsx';
import { Facts, FullPart } from './FullPart.tsx';
import styles from './FullPlan.module.css';
import { nextConference, nextEvaluation } from './meetings.ts';
import { useDays } from './useDays.ts';
import { useHeardFacts } from './useHeardFacts.ts';
import { useWords } from './useWords.ts';

/** When we talked, when we looked back and what we saw, and when we do so again. */
export const FullMeetings = () => {
  const t = useTexts();
  const { appointment } = useWords();
  const today = useToday();
  const view = useCaseView();
  const evaluation = nextEvaluation(view);
  const conference = nextConference(view, today);
  const held = view.conferences.filter(({ endedAt, state }) => endedAt !== null && state === 'held');
  return (
    <>
      <FullPart title={t('fullPrint.meetings')}>
        <ul>
          {held.map((meeting) => (
            <HeldConference key={meeting.id} conference={meeting} />
          ))}
          {view.evaluations
            .filter(({ state }) => state === 'running' || state === 'finished')
            .map((meeting) => (
              <FullEvaluation key={meeting.id} evaluation={meeting} />
            ))}
        </ul>
      </FullPart>
      <FullPart title={t('fullPrint.next')}>
        <Facts
          facts={[
            [t('print.evaluation.next'), evaluation ? appointment(evaluation) : t('print.evaluation.none')],
            [t('print.conference.next'), conference ? appointment(conference) : ''],
            [t('fullPrint.leaveBehind'), view.family.leaveBehind],
          ]}
        />
      </FullPart>
    </>
  );
};

/** A conference without the family is visible, with its reason. */
const HeldConference = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { dayLong } = useDays();
  const { namesOf } = useNames();
  const heardFacts = useHeardFacts();
  const { id, day, place, present, callsIn, familyAbsent, familyAbsentReason } = conference;
  const absent =
    familyAbsent && familyAbsent !== 'present'
      ? [term('conference', 'familyAbsent', familyAbsent), familyAbsentReason].filter(Boolean).join(': ')
      : '';
  return (
    <li className={styles['item']}>
      <h4>{t('fullPrint.conference.on', { day: day ? dayLong(day) : '' })}</h4>
      <Facts
        facts={[
          [t('fullPrint.conference.place'), place],
          [t('fullPrint.conference.present'), namesOf(present)],
          [t('fullPrint.conference.callsIn'), namesOf(callsIn)],
          [t('fullPrint.conference.family'), absent],
          ...heardFacts(id),
        ]}
      />
    </li>
  );
};

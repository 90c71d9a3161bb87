import { CalendarPlus, History } from 'lucide-react';
import { useState } from 'react';
import { generatePath, useParams } from 'react-router';
import type { Conference, Evaluation } from '../../../core/plan/caseView.ts';
import { earlierConferences } from '../../../core/plan/meetings.ts';
import { useCaseView, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { formatDayLong, formatTime } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { ChangeConference } from '../../components/meetings/ChangeConference.tsx';
import { useMomentAndPlace } from '../../components/meetings/useMoment.ts';
import { paths } from '../../components/paths.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { TwoAnswers } from './conflicts/TwoAnswers.tsx';
import { PlanMeetingDialog } from './PlanMeetingDialog.tsx';
import { Section } from './Section.tsx';

/** Conferences and evaluations, by day, and planning the next. What was long ago waits until someone asks. */
export const MeetingsSection = () => {
  const t = useTexts();
  const { conferences, evaluations } = useCaseView();
  const mayMeet = useStore(useOpenCase().mayMeet);
  const [planning, setPlanning] = useState<'conference' | 'evaluation' | null>(null);
  const [showsEarlier, setShowsEarlier] = useState(false);
  const earlier = earlierConferences(conferences);
  const shown = showsEarlier ? conferences : conferences.filter((conference) => !earlier.includes(conference));
  return (
    <Section
      id="meetings"
      title={t('case.page.meetings')}
      actions={
        mayMeet && (
          <Row gap={2}>
            <Button variant="quiet" icon={CalendarPlus} onPress={() => setPlanning('evaluation')}>
              {t('case.meetings.planEvaluation')}
            </Button>
            <Button icon={CalendarPlus} onPress={() => setPlanning('conference')}>
              {t('case.meetings.planConference')}
            </Button>
          </Row>
        )
      }
    >
      {conferences.length + evaluations.length === 0 &&
        (mayMeet ? (
          <EmptyCell onPress={() => setPlanning('conference')}>{t('case.meetings.empty')}</EmptyCell>
        ) : (
          <EmptyCell>{t('case.meetings.nothing')}</EmptyCell>
        ))}
      {earlier.length > 0 && (
        <div>
          <Button variant="quiet" icon={History} aria-expanded={showsEarlier} onPress={() => setShowsEarlier(!showsEarlier)}>
            {t(showsEarlier ? 'case.meetings.hideEarlier' : 'case.meetings.showEarlier', { count: earlier.length })}
          </Button>
        </div>
      )}
      <ul className={styles['list']}>
        {shown.map((conference) => (
          <ConferenceItem key={conference.id} conference={conference} />
        ))}
        {evaluations.map((evaluation) => (
          <EvaluationItem key={evaluation.id} evaluation={evaluation} />
        ))}
      </ul>
      {planning && <PlanMeetingDialog kind={planning} onClose={() => setPlanning(null)} />}
    </Section>
  );
};

const ConferenceItem = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { caseId = '' } = useParams();
  const momentOf = useMomentAndPlace();
  const next = useCaseView().conferences.filter(({ movedFrom }) => movedFrom === conference.id);
  const { id, day, at, place, state, stateReason, startedAt, endedAt } = conference;
  const isOpen = startedAt !== null && endedAt === null;
  const action = isOpen ? 'case.meetings.continue' : (state ?? 'planned') === 'planned' ? 'case.meetings.start' : 'case.meetings.look';
  return (
    <li>
      <Row justify="between" align="start">
        <h3>{t('case.meetings.conference')}</h3>
        <Chip tone={isOpen ? 'attention' : state === 'held' ? 'done' : 'plain'}>
          {isOpen ? t('case.meetings.running') : term('conference', 'state', state ?? 'planned')}
        </Chip>
      </Row>
      <p>{[day && formatDayLong(day), at && formatTime(at), place].filter(Boolean).join(', ')}</p>
      <TwoAnswers entity={conference} />
      {next.map((other) => (
        <p key={other.id}>{t('meetings.movedTo', { when: momentOf(other) })}</p>
      ))}
      {stateReason && <p className={styles['detail']}>{t('case.meetings.reason', { text: stateReason })}</p>}
      {state !== 'moved' && state !== 'cancelled' && (
        <Row gap={2}>
          <LinkButton
            variant={state === 'held' ? 'plain' : 'quiet'}
            to={generatePath(paths.conference, { caseId, conferenceId: id, step: null })}
          >
            {t(action)}
          </LinkButton>
          <ChangeConference conference={conference} />
        </Row>
      )}
    </li>
  );
};

const EvaluationItem = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { caseId = '' } = useParams();
  const { id, day, state, decision } = evaluation;
  return (
    <li>
      <Row justify="between" align="start">
        <h3>{t('case.meetings.evaluation')}</h3>
        <Chip tone={state === 'finished' ? 'done' : state === 'running' ? 'attention' : 'plain'}>
          {term('evaluation', 'state', state ?? 'planned')}
        </Chip>
      </Row>
      <p>
        {[
          day && formatDayLong(day),
          decision && t('case.meetings.decision', { decision: term('evaluation', 'decision', decision).toLowerCase() }),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <TwoAnswers entity={evaluation} />
      <LinkButton
        variant={state === 'finished' ? 'plain' : 'quiet'}
        to={generatePath(paths.evaluation, { caseId, evaluationId: id, step: null })}
      >
        {t(
          state === 'finished'
            ? 'case.meetings.look'
            : state === 'running'
              ? 'case.meetings.continueEvaluation'
              : 'case.meetings.startEvaluation',
        )}
      </LinkButton>
    </li>
  );
};

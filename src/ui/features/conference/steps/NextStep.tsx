import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import { addDays } from '../../../../core/shared/civilDate.ts';
import type { Conference } from '../../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveDate, AutosaveTime } from '../../../components/fields/AutosaveDate.tsx';
import { AutosaveNote, AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { HeardChildren } from '../../../components/heard/HeardChildren.tsx';
import { useHalfWritten } from '../../../components/heard/hearingDrafts.ts';
import { Row, Stack } from '../../../components/Layout.tsx';
import { paths } from '../../../components/paths.ts';
import { useChange } from '../../../components/useChange.ts';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { CalendarFileButton } from '../CalendarFileButton.tsx';
import styles from '../Conference.module.css';
import { conferencePath } from '../conferencePath.ts';
import { findMissing } from '../whatMisses.ts';
import { ParkedPoints } from './ParkedPoints.tsx';
import { WhatMisses } from './WhatMisses.tsx';

/** When people look whether it works, what was parked, what misses; then the conference can end. */
export const NextStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const { caseId } = useOpenCase();
  const needed = findMissing(view, conference).filter(({ isNeeded }) => isNeeded);
  return (
    <Stack gap={5}>
      <EvaluationDay conference={conference} />
      <ParkedPoints conference={conference} />
      <Card>
        <AutosaveNote
          label={t('conference.next.notes')}
          hint={t('conference.next.notesHint')}
          entity={conference.id}
          field="notes"
          value={conference.notes}
          rows={3}
        />
      </Card>
      <HeardChildren meeting={conference.id} />
      <WhatMisses conference={conference} />
      <Card as="section" labelledBy="papers">
        <Stack gap={3}>
          <h2 id="papers">{t('conference.next.papers')}</h2>
          <p>{t('conference.next.papersExplain')}</p>
          <Row>
            <LinkButton variant="quiet" to={generatePath(paths.print, { caseId, sheet: 'onepage' })}>
              {t('conference.next.print')}
            </LinkButton>
            <CalendarFileButton conference={conference} />
          </Row>
        </Stack>
      </Card>
      {/* A refusal is about what was needed then: once that changed, it is gone. */}
      <EndConference key={needed.map(({ text }) => text).join()} conference={conference} />
    </Stack>
  );
};

const EvaluationDay = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { id, day, nextEvaluation, nextEvaluationAt, nextEvaluationPlace } = conference;
  const isTooEarly = day !== null && nextEvaluation !== null && nextEvaluation <= day;
  return (
    <Card as="section" labelledBy="evaluation">
      <Stack>
        <h2 id="evaluation">{t('conference.next.evaluation')}</h2>
        {isTooEarly && <p role="alert">{t('conference.next.dayTooEarly')}</p>}
        <div className={styles['pair']}>
          <AutosaveDate
            label={t('conference.next.day')}
            hint={t('conference.next.dayHint')}
            entity={id}
            field="nextEvaluation"
            value={nextEvaluation}
            {...(day ? { min: addDays(day, 1) } : {})}
          />
          <AutosaveTime label={t('conference.next.at')} entity={id} field="nextEvaluationAt" value={nextEvaluationAt} />
        </div>
        <AutosaveText label={t('conference.next.place')} entity={id} field="nextEvaluationPlace" value={nextEvaluationPlace} />
      </Stack>
    </Card>
  );
};

/** Ends with one press. What is needed and misses is said here too, next to the button. */
const EndConference = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { caseId } = useOpenCase();
  const navigate = useNavigate();
  const { run, isRunning, errorText } = useChange();
  const halfWritten = useHalfWritten(conference.id);
  const { namesOf } = useNames();
  const [isTried, setTried] = useState(false);
  const overview = conferencePath(caseId, conference.id);

  const problem = isTried && halfWritten.length > 0 ? t('heard.hearing.halfWritten', { names: namesOf(halfWritten) }) : errorText;

  async function end(): Promise<void> {
    setTried(true);
    if (halfWritten.length > 0) return;
    const stepsDone = [...new Set([...conference.stepsDone, 'next'])];
    const ended = await run(
      { type: 'set', entity: conference.id, field: 'stepsDone', value: stepsDone },
      { type: 'endConference', conference: conference.id },
    );
    if (ended) await navigate(overview, { replace: true });
  }

  if (conference.endedAt !== null) {
    return (
      <div>
        <LinkButton to={overview}>{t('conference.next.toOverview')}</LinkButton>
      </div>
    );
  }
  return (
    <Stack gap={3}>
      <p>{t('conference.next.endExplain')}</p>
      {problem && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div>
        <Button isDisabled={isRunning} onPress={() => void end()}>
          {t('conference.next.end')}
        </Button>
      </div>
    </Stack>
  );
};

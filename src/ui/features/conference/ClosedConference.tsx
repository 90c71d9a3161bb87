import { generatePath } from 'react-router';
import type { Conference } from '../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { formatDayLong, formatTime } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { useMomentAndPlace } from '../../components/meetings/useMoment.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { nameOf } from '../../components/people.ts';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { CalendarFileButton } from './CalendarFileButton.tsx';
import styles from './Conference.module.css';
import { conferencePath } from './conferencePath.ts';
import { findMissing } from './whatMisses.ts';

/** After it ended, moved or was called off: what was agreed, what to hand out, and what is still to be asked. */
export const ClosedConference = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const { caseId } = useOpenCase();
  const momentOf = useMomentAndPlace();
  const isHeld = conference.state === 'held';
  const next = view.conferences.find(({ movedFrom }) => movedFrom === conference.id);
  const toPrint = (sheet: string) => generatePath(paths.print, { caseId, sheet });
  const title = isHeld
    ? 'conference.closed.held'
    : conference.state === 'moved'
      ? 'conference.closed.moved'
      : 'conference.closed.cancelled';

  return (
    <main id="main" className={styles['lobby']}>
      <Stack gap={5}>
        <PageHeading title={t(title)} intro={conference.day && formatDayLong(conference.day)} />
        {!isHeld && (
          <Banner tone="info" {...(next && { title: t('meetings.movedTo', { when: momentOf(next) }) })}>
            {conference.stateReason || conference.familyAbsentReason}
          </Banner>
        )}
        {isHeld && (
          <>
            <Card as="section" labelledBy="agreed">
              <Stack gap={3}>
                <h2 id="agreed">{t('conference.closed.agreed')}</h2>
                <ul className={styles['plainList']}>
                  <li>{t('conference.closed.goals', { count: view.goals.length })}</li>
                  <li>{t('conference.closed.actions', { count: view.actions.length })}</li>
                  {view.coordinator && (
                    <li translate="no">{t('conference.closed.coordinator', { name: nameOf(view, view.coordinator.person) })}</li>
                  )}
                  {conference.nextEvaluation && (
                    <li>
                      {t('conference.closed.evaluation', { day: formatDayLong(conference.nextEvaluation) })}{' '}
                      {conference.nextEvaluationAt && formatTime(conference.nextEvaluationAt)}
                    </li>
                  )}
                </ul>
                <Row>
                  <LinkButton to={toPrint('onepage')}>{t('conference.next.print')}</LinkButton>
                  <CalendarFileButton conference={conference} />
                </Row>
              </Stack>
            </Card>
            <StillOpen conference={conference} />
          </>
        )}
        <Row>
          {next && <LinkButton to={conferencePath(caseId, next.id)}>{t('conference.closed.toNext')}</LinkButton>}
          <LinkButton variant={isHeld || next ? 'quiet' : 'primary'} to={generatePath(paths.case, { caseId })}>
            {t('conference.toCase')}
          </LinkButton>
          {!isHeld && <UndoBar />}
        </Row>
      </Stack>
    </main>
  );
};

const StillOpen = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const { caseId } = useOpenCase();
  const missing = findMissing(view, conference).filter(({ isNeeded }) => !isNeeded);
  return (
    <Card as="section" labelledBy="open" tone={missing.length === 0 ? 'done' : 'attention'}>
      <Stack gap={3}>
        <h2 id="open">{t(missing.length === 0 ? 'conference.closed.nothingOpen' : 'conference.closed.open')}</h2>
        <ul className={styles['plainList']}>
          {missing.map(({ text, step }) => (
            <li key={text} className={styles['lineWithAction']}>
              <span>{t(text)}</span>
              <LinkButton
                variant="plain"
                to={conferencePath(caseId, conference.id, step)}
                aria-label={`${t('conference.fill')}: ${t(text)}`}
              >
                {t('conference.fill')}
              </LinkButton>
            </li>
          ))}
        </ul>
        <div>
          <LinkButton variant="quiet" to={conferencePath(caseId, conference.id, 'agree')}>
            {t('conference.closed.askLater')}
          </LinkButton>
        </div>
      </Stack>
    </Card>
  );
};

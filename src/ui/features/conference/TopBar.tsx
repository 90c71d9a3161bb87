import { LogOut, Maximize2, Minimize2, Pause, Play, Users } from 'lucide-react';
import { useState } from 'react';
import { generatePath } from 'react-router';
import type { Conference } from '../../../core/plan/caseView.ts';
import { useApplication, useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { CaseExchangeLine } from '../../components/exchange/ExchangeLine.tsx';
import { formatDay, formatTime } from '../../components/formatDate.ts';
import { Stack } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { SavedLine } from '../../components/SavedLine.tsx';
import { useNow } from '../../components/useNow.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useConferenceScreen } from './conferenceScreenStore.ts';
import { budgetOf, type StepId } from './conferenceSteps.ts';
import { FamilyQuotes } from './FamilyQuotes.tsx';
import { HelpingQuestion } from './HelpingQuestion.tsx';
import { formatSpent, freshTimer, spentOn } from './stepTimer.ts';
import { TableList } from './TableList.tsx';
import styles from './TopBar.module.css';

interface TopBarProps {
  readonly conference: Conference;
  readonly step: StepId;
  readonly isRunning: boolean;
}

export const TopBar = ({ conference, step, isRunning }: TopBarProps) => {
  const t = useTexts();
  const view = useCaseView();
  const { caseId } = useOpenCase();
  const { clock } = useApplication();
  const today = useToday();
  const { isLarge, toggleLarge, pause, resume } = useConferenceScreen();
  const [isTableOpen, setTableOpen] = useState(false);
  const isPaused = !isRunning && conference.endedAt === null;
  const when = [
    conference.day && (conference.day === today ? t('shell.days.today') : formatDay(conference.day)),
    conference.at && formatTime(conference.at),
    t('conference.people', { count: conference.present.length + conference.callsIn.length }),
  ];

  return (
    <header className={styles['bar']}>
      <div className={styles['what']}>
        <strong translate="no">{t('conference.start.title', { family: view.family.name })}</strong>
        <span className={styles['when']}>{when.filter(Boolean).join(' · ')}</span>
        <SavedLine />
        <CaseExchangeLine caseId={caseId} />
      </div>
      <div className={styles['actions']}>
        {conference.endedAt === null && <StepTime conference={conference} step={step} isRunning={isRunning} />}
        <span className={styles['narrowOnly']}>
          <Button variant="quiet" icon={Users} aria-haspopup="dialog" onPress={() => setTableOpen(true)}>
            {t('conference.table.title')}
          </Button>
        </span>
        <span className={styles['wideOnly']}>
          <Button variant="quiet" icon={isLarge ? Minimize2 : Maximize2} aria-pressed={isLarge} onPress={toggleLarge}>
            {t('conference.large')}
          </Button>
        </span>
        {conference.endedAt === null && (
          <Button variant="quiet" icon={isPaused ? Play : Pause} onPress={() => (isPaused ? resume : pause)(conference.id, clock.now())}>
            {t(isPaused ? 'conference.resume' : 'conference.pause')}
          </Button>
        )}
        <LinkButton variant="plain" icon={LogOut} to={generatePath(paths.case, { caseId })}>
          {t('conference.leave')}
        </LinkButton>
      </div>
      <Dialog title={t('conference.table.title')} isOpen={isTableOpen} onClose={() => setTableOpen(false)}>
        <Stack>
          <TableList conference={conference} hasHeading={false} />
          <FamilyQuotes />
          <HelpingQuestion step={step} />
        </Stack>
      </Dialog>
    </header>
  );
};

/** How long this step takes, against what it may take; says in words when it is over. */
const StepTime = ({ conference, step, isRunning }: TopBarProps) => {
  const t = useTexts();
  const now = useNow(isRunning);
  const timer = useConferenceScreen((screen) => screen.timers[conference.id]) ?? freshTimer;
  const spent = spentOn(timer, step, now);
  const minutes = budgetOf(step, conference.minutes);
  const isOver = spent > minutes * 60_000;
  return (
    <p className={`${styles['time']} ${isOver ? styles['over'] : ''}`} role="timer" aria-label={t('conference.time.label')}>
      <strong>{formatSpent(spent)}</strong>
      <span>{t(!isRunning ? 'conference.time.paused' : isOver ? 'conference.time.over' : 'conference.time.of', { minutes })}</span>
    </p>
  );
};

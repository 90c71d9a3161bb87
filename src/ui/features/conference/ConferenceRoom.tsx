import { useEffect, useRef } from 'react';
import type { ComponentType } from 'react';
import type { Conference } from '../../../core/plan/caseView.ts';
import { useApplication, useOpenCase } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { showOnWall } from '../../components/largeText.ts';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { StepFooter } from '../../components/StepFooter.tsx';
import { StepList } from '../../components/StepList.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { CaptureLine } from './CaptureLine.tsx';
import styles from './ConferenceRoom.module.css';
import { conferencePath } from './conferencePath.ts';
import { useConferenceScreen } from './conferenceScreenStore.ts';
import { STEPS, stepTable, type StepId } from './conferenceSteps.ts';
import { FamilyQuotes } from './FamilyQuotes.tsx';
import { HelpingQuestion } from './HelpingQuestion.tsx';
import { ActStep } from './steps/ActStep.tsx';
import { AgreeStep } from './steps/AgreeStep.tsx';
import { DecideStep } from './steps/DecideStep.tsx';
import { InterpretStep } from './steps/InterpretStep.tsx';
import { NextStep } from './steps/NextStep.tsx';
import { RolesStep } from './steps/RolesStep.tsx';
import { WelcomeStep } from './steps/WelcomeStep.tsx';
import { WhyStep } from './steps/WhyStep.tsx';
import { TableList } from './TableList.tsx';
import { TopBar } from './TopBar.tsx';
import { useStayAwake } from './useStayAwake.ts';

const screens: Readonly<Record<StepId, ComponentType<{ readonly conference: Conference }>>> = {
  welcome: WelcomeStep,
  why: WhyStep,
  interpret: InterpretStep,
  decide: DecideStep,
  act: ActStep,
  roles: RolesStep,
  agree: AgreeStep,
  next: NextStep,
};

interface RoomProps {
  readonly conference: Conference;
  readonly step: StepId;
}

/** The room in which people talk: steps and the family's words at one side, who is at the table at the other, notes below. */
export const ConferenceRoom = ({ conference, step }: RoomProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const { caseId } = useOpenCase();
  const isLarge = useConferenceScreen((screen) => screen.isLarge);
  const isRunning = useRunningClock(conference, step);
  useStayAwake(isRunning);
  useLargeText(isLarge);
  const stepsRef = useStepInSight(step);
  const Screen = screens[step];
  const steps = STEPS.map((id) => ({
    id,
    label: term('conference', 'stepsDone', id),
    to: conferencePath(caseId, conference.id, id),
    isDone: conference.stepsDone.includes(id),
  }));

  return (
    <div className={`${styles['room']} ${isLarge ? styles['large'] : ''}`}>
      <TopBar conference={conference} step={step} isRunning={isRunning} />
      <div className={styles['columns']}>
        <div className={styles['start']} ref={stepsRef}>
          <StepList label={t('conference.steps')} steps={steps} current={step} />
          <div className={styles['besides']}>
            <FamilyQuotes />
          </div>
        </div>
        {/* A step begins at its top, whatever was scrolled before. */}
        <main key={step} id="main" className={styles['main']}>
          <Stack gap={5}>
            <PageHeading
              title={t(stepTable[step].title)}
              step={t('conference.stepOf', { step: STEPS.indexOf(step) + 1, count: STEPS.length })}
              intro={t(stepTable[step].intro)}
            />
            {conference.endedAt !== null && <Banner tone="info">{t('conference.ended')}</Banner>}
            <Screen conference={conference} />
            <StepFooter walk={conference} step={step} steps={steps} />
          </Stack>
        </main>
        <aside className={styles['end']} aria-label={t('conference.table.title')}>
          <TableList conference={conference} />
          <HelpingQuestion step={step} />
        </aside>
      </div>
      <CaptureLine conference={conference} step={step} />
    </div>
  );
};

/** Time runs for the step that is on the screen, as long as nobody pauses and the conference has not ended. */
function useRunningClock({ id, endedAt }: Conference, step: StepId): boolean {
  const enter = useConferenceScreen((screen) => screen.enter);
  const timer = useConferenceScreen((screen) => screen.timers[id]);
  const { clock } = useApplication();
  useEffect(() => {
    if (endedAt === null) enter(id, step, clock.now());
  }, [clock, enter, id, endedAt, step]);
  return endedAt === null && timer !== undefined && timer.runningSince !== null;
}

/** For the screen on the wall: all text grows, on this screen only. */
function useLargeText(isLarge: boolean): void {
  useEffect(() => {
    showOnWall(isLarge);
    return () => showOnWall(false);
  }, [isLarge]);
}

/** Where the steps slide, on a phone, the present one is in the middle. */
function useStepInSight(step: StepId) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const current = ref.current?.querySelector<HTMLElement>(`[aria-current='step']`);
    const list = current?.closest('ol');
    if (current && list) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [step]);
  return ref;
}

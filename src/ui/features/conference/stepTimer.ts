import type { StepId } from './conferenceSteps.ts';

/** How long each step took so far, and since when the present one runs. Times are milliseconds; `now` always comes from outside. */
export interface StepTimer {
  readonly step: StepId | null;
  readonly spent: Readonly<Partial<Record<StepId, number>>>;
  /** null: paused, or not begun. */
  readonly runningSince: number | null;
}

export const freshTimer: StepTimer = { step: null, spent: {}, runningSince: null };

/** Going to a step runs its time; a paused conference stays paused while people look around. */
export function enterStep(timer: StepTimer, step: StepId, now: number): StepTimer {
  if (timer.step === step) return timer;
  const isPaused = timer.step !== null && timer.runningSince === null;
  return { step, spent: spentUntil(timer, now), runningSince: isPaused ? null : now };
}

export const pauseTimer = (timer: StepTimer, now: number): StepTimer => ({
  ...timer,
  spent: spentUntil(timer, now),
  runningSince: null,
});

export const resumeTimer = (timer: StepTimer, now: number): StepTimer =>
  timer.runningSince === null ? { ...timer, runningSince: now } : timer;

/** A clock that was set back never takes time away. */
export function spentOn(timer: StepTimer, step: StepId, now: number): number {
  const running = timer.step === step && timer.runningSince !== null ? Math.max(0, now - timer.runningSince) : 0;
  return (timer.spent[step] ?? 0) + running;
}

/** '8:40' */
export function formatSpent(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const spentUntil = (timer: StepTimer, now: number): StepTimer['spent'] =>
  timer.step === null ? timer.spent : { ...timer.spent, [timer.step]: spentOn(timer, timer.step, now) };

import { create } from 'zustand';
import type { Domain } from '../../components/domainIcons.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import type { CaptureKind, StepId } from './conferenceSteps.ts';
import { enterStep, freshTimer, pauseTimer, resumeTimer, type StepTimer } from './stepTimer.ts';

interface ConferenceScreenState {
  readonly timers: Readonly<Record<EntityId, StepTimer>>;
  /** The one note, goal or action that is open for editing. */
  readonly openItem: EntityId | null;
  readonly isLarge: boolean;
  /** What the next note is; null: what fits the step. */
  readonly captureKind: CaptureKind | null;
  readonly captureDomain: Domain | null;
  readonly enter: (conference: EntityId, step: StepId, now: number) => void;
  readonly pause: (conference: EntityId, now: number) => void;
  readonly resume: (conference: EntityId, now: number) => void;
  readonly toggleItem: (item: EntityId) => void;
  readonly openOnly: (item: EntityId | null) => void;
  readonly toggleLarge: () => void;
  readonly capture: (kind: CaptureKind | null, domain: Domain | null) => void;
}

/** What the screen remembers while people walk through the steps, also past a lock: ids and choices, never a word of the case. */
export const useConferenceScreen = create<ConferenceScreenState>()((set) => {
  const change = (conference: EntityId, next: (timer: StepTimer) => StepTimer) =>
    set(({ timers }) => ({ timers: { ...timers, [conference]: next(timers[conference] ?? freshTimer) } }));
  return {
    timers: {},
    openItem: null,
    isLarge: false,
    captureKind: null,
    captureDomain: null,
    enter: (conference, step, now) => {
      change(conference, (timer) => enterStep(timer, step, now));
      set({ captureKind: null });
    },
    pause: (conference, now) => change(conference, (timer) => pauseTimer(timer, now)),
    resume: (conference, now) => change(conference, (timer) => resumeTimer(timer, now)),
    toggleItem: (item) => set(({ openItem }) => ({ openItem: openItem === item ? null : item })),
    openOnly: (item) => set({ openItem: item }),
    toggleLarge: () => set(({ isLarge }) => ({ isLarge: !isLarge })),
    capture: (captureKind, captureDomain) => set({ captureKind, captureDomain }),
  };
});

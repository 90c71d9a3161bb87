import { useEffect } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';

/** People may talk this long without touching the device; then the usual auto-lock begins to count, with its warning. */
const TALKING_MS = 20 * 60_000;
const LOOK_EVERY_MS = 30_000;

/** While the conference's clock runs, the device neither locks nor goes dark in the middle of a conversation. */
export function useStayAwake(isTalking: boolean): void {
  const application = useApplication();
  useEffect(() => {
    if (!isTalking) return;
    let touchedAt = application.clock.now();
    const touch = () => {
      touchedAt = application.clock.now();
      application.noteActivity();
    };
    const looking = setInterval(() => {
      if (application.clock.now() - touchedAt < TALKING_MS) application.noteActivity();
    }, LOOK_EVERY_MS);
    window.addEventListener('keydown', touch);
    window.addEventListener('pointerdown', touch);
    return () => {
      clearInterval(looking);
      window.removeEventListener('keydown', touch);
      window.removeEventListener('pointerdown', touch);
    };
  }, [application, isTalking]);

  useEffect(() => {
    if (!isTalking || !('wakeLock' in navigator)) return;
    let isOver = false;
    let release: (() => void) | undefined;
    const hold = () =>
      void navigator.wakeLock.request('screen').then(
        (lock) => {
          release = () => void lock.release();
          if (isOver) release();
        },
        // An empty battery or a hidden window: the screen may go dark, nothing is lost.
        () => undefined,
      );
    hold();
    const onVisible = () => document.visibilityState === 'visible' && hold();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', onVisible);
      release?.();
    };
  }, [isTalking]);
}

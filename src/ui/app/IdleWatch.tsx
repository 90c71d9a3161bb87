import { lazy, Suspense, useEffect, useState } from 'react';
import { useApplication, useStore } from '../components/applicationContext.tsx';

const IdleWarning = lazy(async () => ({ default: (await import('./IdleWarning.tsx')).IdleWarning }));

/** Warns this long before the device locks by itself. */
const WARN_MS = 60_000;
/** What a person does. Not the focus: the warning takes it by itself, and would put off its own lock for ever. */
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Tells the application that someone is there, and warns a minute before it locks. */
export const IdleWatch = () => {
  const application = useApplication();
  const device = useStore(application.device);
  const locksAt = device.type === 'unlocked' ? device.locksAt : null;
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    const note = () => application.noteActivity();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, note, { capture: true });
    };
  }, [application]);

  useEffect(() => {
    if (locksAt === null) return;
    const look = () => {
      const remaining = locksAt - application.clock.now();
      setLeft(remaining <= WARN_MS ? Math.max(0, Math.ceil(remaining / 1000)) : null);
    };
    look();
    const ticking = setInterval(look, 1000);
    return () => clearInterval(ticking);
  }, [application, locksAt]);

  if (locksAt === null || left === null) return null;
  return (
    <Suspense>
      <IdleWarning seconds={left} onContinue={() => application.noteActivity()} onLock={() => void application.lock('asked')} />
    </Suspense>
  );
};

import { useEffect, useState } from 'react';
import { useApplication } from './applicationContext.tsx';

/** The time, every second while it matters. */
export function useNow(isTicking: boolean): number {
  const { clock } = useApplication();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    if (!isTicking) return;
    const ticking = setInterval(() => setNow(clock.now()), 1000);
    return () => clearInterval(ticking);
  }, [clock, isTicking]);
  return now;
}

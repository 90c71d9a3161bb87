import { useApplication, useStore } from './applicationContext.tsx';

/** Trying out keeps everything in memory only: then nothing may say that it is stored. */
export function useIsTrial(): boolean {
  const device = useStore(useApplication().device);
  return device.type === 'unlocked' && device.trial;
}

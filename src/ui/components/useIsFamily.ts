import { useApplication, useStore } from './applicationContext.tsx';

/** Whether a case on this device is about the person who holds it. Known as soon as the list is, in whatever screen. */
export const useIsFamily = (): boolean => useStore(useApplication().caseload).cases.some(({ amFamily }) => amFamily);

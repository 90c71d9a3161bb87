import { useApplication, useStore } from './applicationContext.tsx';

/** Whether a case on this device is about the person who holds it. Known as soon as the list is, in whatever screen. */
export const useIsFamily = (): boolean => useStore(useApplication().caseload).cases.some(({ amFamily }) => amFamily);

/** Whoever works with other cases too keeps the app of somebody who works. */
export const useIsOnlyFamily = (): boolean => {
  const { cases } = useStore(useApplication().caseload);
  return cases.length > 0 && cases.every(({ amFamily }) => amFamily);
};

/** Whoever holds a device of a family: a pupil is spoken to as "je", everybody else as "u". */
export function useSpokenTo(): { readonly who: 'je' | 'u' } {
  const { cases } = useStore(useApplication().caseload);
  return { who: cases.some(({ amChild }) => amChild) ? 'je' : 'u' };
}

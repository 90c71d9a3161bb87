import { useApplication, useStore } from './applicationContext.tsx';

/** Whether a case on this device is about the person who holds it. Known as soon as the list is, in whatever screen. */
export const useIsFamily = (): boolean => useStore(useApplication().caseload).cases.some(({ amFamily }) => amFamily);

/** Whoever works with other cases too keeps the app of somebody who works. Before the first plan is there: who named no profession. */
export const useIsOnlyFamily = (): boolean => {
  const application = useApplication();
  const { cases } = useStore(application.caseload);
  const device = useStore(application.device);
  if (cases.length > 0) return cases.every(({ amFamily }) => amFamily);
  return device.type === 'unlocked' && device.profile.discipline === '';
};

/** Whoever holds a device of a family: a pupil is spoken to as "je", everybody else as "u". */
export function useSpokenTo(): { readonly who: 'je' | 'u' } {
  const { cases } = useStore(useApplication().caseload);
  return { who: cases.some(({ amChild }) => amChild) ? 'je' : 'u' };
}

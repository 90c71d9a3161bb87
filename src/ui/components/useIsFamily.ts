import { useApplication, useStore } from './applicationContext.tsx';

/** Whether a case on this device is about the person who holds it. Known as soon as the list is, in whatever screen. */
export const useIsFamily = (): boolean => useStore(useApplication().caseload).cases.some(({ amFamily }) => amFamily);

/**
 * Whoever works with other cases too keeps the app of somebody who works. While there is no plan on the device, not yet or not any more,
 * it is a family's when its holder has no work.
 */
export const useIsOnlyFamily = (): boolean => {
  const { caseload, device } = useApplication();
  const { cases } = useStore(caseload);
  const holder = useStore(device);
  if (cases.length > 0) return cases.every(({ amFamily }) => amFamily);
  return holder.type === 'unlocked' && !holder.trial && !holder.profile.discipline && !holder.profile.organisation;
};

/** Whoever holds a device of a family: a pupil is spoken to as "je", everybody else as "u". */
export function useSpokenTo(): { readonly who: 'je' | 'u' } {
  const { cases } = useStore(useApplication().caseload);
  return { who: cases.some(({ amChild }) => amChild) ? 'je' : 'u' };
}

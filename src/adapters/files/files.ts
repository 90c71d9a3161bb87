import type { Clock, Files } from '../../application/ports.ts';

/** Files from and to other programs, read and made on this device. What reads and makes them is fetched when someone does. */
export const createFiles = (clock: Pick<Clock, 'now' | 'after'>): Files => ({
  readSchoolExport: async (file) => {
    const { readEdexml } = await import('./edexml.ts');
    return await readEdexml(file, () => new Promise((resolve) => void clock.after(0, () => resolve())));
  },
  makeCalendarFile: async (entry) => (await import('./calendarFile.ts')).makeCalendarFile(entry, clock.now()),
});

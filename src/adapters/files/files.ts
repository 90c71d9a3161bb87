import type { Clock, Files } from '../../application/ports.ts';
import { makeCalendarFile } from './calendarFile.ts';
import { readEdexml } from './edexml.ts';

/** Files from and to other programs, read and made on this device. */
export const createFiles = (clock: Pick<Clock, 'now' | 'after'>): Files => ({
  readSchoolExport: (file) => readEdexml(file, () => new Promise((resolve) => void clock.after(0, () => resolve()))),
  makeCalendarFile: (entry) => makeCalendarFile(entry, clock.now()),
});

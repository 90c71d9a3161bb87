import type { CivilDate } from '../../core/shared/civilDate.ts';

/** Today in the Netherlands, for "how late is this" on a screen; what is kept in the plan gets its day from the application. */
export const useToday = (): CivilDate => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(Date.now()) as CivilDate;

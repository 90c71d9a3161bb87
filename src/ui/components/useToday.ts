import type { CivilDate } from '../../core/shared/civilDate.ts';
import { useApplication } from './applicationContext.tsx';

/** Today in the Netherlands, for "how late is this" on a screen. */
export const useToday = (): CivilDate => useApplication().clock.today();

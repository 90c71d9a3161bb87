import type { Person } from '../../../core/plan/caseView.ts';

/** A form for one person; null is a form without a name, to fill in by hand. */
export interface FormProps {
  readonly person: Person | null;
}

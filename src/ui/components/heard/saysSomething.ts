import type { Preparation } from '../../../core/plan/caseView.ts';

/** Whether anything stands in it that others can read. What must be said stands with the points, not here. */
export const saysSomething = ({ mood, goesWell, worries, wish, wantsThere, wantsThereToo, coordinator, drawing }: Preparation): boolean =>
  [mood, goesWell, worries, wish, wantsThereToo, coordinator, drawing].some(Boolean) || wantsThere.length > 0;

import { type DocumentState, entityIdsOf, isDeleted, readCandidates } from '../document/state.ts';

/** When the first goal was written down, by the writers' clocks; for how long a plan goes without a coordinator. */
export function findFirstGoal(state: DocumentState): number | null {
  const walls = entityIdsOf(state, 'goal')
    .filter((id) => !isDeleted(state, id))
    .flatMap((id) => readCandidates(state, id, 'statement').map(({ wall }) => wall));
  return walls.length === 0 ? null : Math.min(...walls);
}

import type { CoordinatorTurn } from './caseView.ts';

/** A turn counts from its acceptance until its end; a proposed or declined one grants nothing. */
export const isRunning = (turn: CoordinatorTurn): boolean => turn.acceptedAt !== null && turn.endedAt === null && turn.declinedAt === null;

/** The one running turn; null when there is none, or when two were accepted apart: that is an alarm, never a silent choice. */
export function findCoordinator(turns: readonly CoordinatorTurn[]): CoordinatorTurn | null {
  const running = turns.filter(isRunning);
  return running.length === 1 ? running[0]! : null;
}

import type { ServerProblem } from '../application/ports.ts';
import { reactionTo } from '../core/sync/reactions.ts';

/** How it ended with the server. */
export type Ended =
  | 'done'
  /** Nobody answered, or not now: the browser wakes the courier again. */
  | 'again'
  /** The token is of no use any more. */
  | 'noAccess'
  /** This device may not exchange: nothing more is asked. */
  | 'stopped';

/** What follows for everything from what the server said of one. A refusal of one document is left to the app. */
export function endOf(problem: ServerProblem): Ended {
  const { type } = reactionTo(problem);
  if (type === 'again') return 'again';
  if (type === 'newSession') return 'noAccess';
  return type === 'stop' ? 'stopped' : 'done';
}

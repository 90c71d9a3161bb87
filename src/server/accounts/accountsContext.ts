import type { Limits } from '../limits/limits.ts';
import type { Store } from '../store/port.ts';
import type { FetchRecord } from './documents/fetches.ts';
import type { RosterCache } from './documents/openRoster.ts';
import type { InboxOffsets } from './inbox/inboxOffset.ts';
import type { Presence } from './inbox/presence.ts';
import type { Waiting } from './inbox/waiting.ts';
import type { Greet } from './session/greet.ts';
import type { ServerSeal } from './session/seal.ts';

/** What deciding about people and circles needs. */
export interface AccountsContext {
  readonly store: Store;
  readonly seal: ServerSeal;
  readonly presence: Presence;
  readonly waiting: Waiting;
  readonly inboxOffsets: InboxOffsets;
  /** Which start of the server this is. */
  readonly run: number;
  readonly rosters: RosterCache;
  readonly fetches: FetchRecord;
  readonly greet: Greet;
  readonly limits: Limits;
  readonly now: () => number;
  /** Milliseconds that an inbox waits. */
  readonly waitMilliseconds: number;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

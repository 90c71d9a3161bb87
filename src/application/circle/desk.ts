import type { DeviceContext } from '../device/deviceContext.ts';
import type { WritableStore } from '../store.ts';
import type { Invitation, JoinState, OwnDevice } from './types.ts';

/** What one tab shows of invitations, joining and own devices; the work behind it is loaded when somebody looks. */
export interface Desk {
  readonly context: DeviceContext;
  readonly invitations: WritableStore<readonly Invitation[]>;
  readonly joining: WritableStore<JoinState>;
  readonly own: WritableStore<readonly OwnDevice[]>;
  /** Counts what was changed from this tab: other tabs and devices are heard of by the exchange. */
  readonly changes: WritableStore<number>;
  /** Ends the following of invitations; null while nobody looks. */
  following: AbortController | null;
  /** The link that is being used here, also before there is a vault to keep it in; and what ends that. */
  link: string | null;
  joiningStop: AbortController | null;
}

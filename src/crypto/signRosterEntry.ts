import type { RosterChange, RosterHash } from '../core/circle/rosterEntry.ts';
import type { DocumentId, MemberId } from '../core/shared/ids.ts';
import type { Bytes } from '../protocol/bytes.ts';
import type { DeviceKeys } from './keys.ts';
import { signEntry } from './signEntry.ts';
import type { KeyringHash } from './verification/keyring.ts';
import type { NewEpoch, RosterBody, Welcome } from './verification/rosterBody.ts';
import { ROSTER_PURPOSE } from './verification/rosterEntry.ts';

export interface NewRosterEntry {
  readonly doc: DocumentId;
  readonly n: number;
  readonly previous: RosterHash | null;
  readonly by: MemberId;
  readonly wall: number;
  readonly change: RosterChange;
  /** For genesis and add: the first entry of the keyring of whoever comes in. */
  readonly keyring: KeyringHash | null;
  readonly epoch: NewEpoch | null;
  readonly welcome: Welcome | null;
}

/** Signs an entry of a document's roster. */
export function signRosterEntry(input: NewRosterEntry, device: DeviceKeys): Promise<{ readonly hash: RosterHash; readonly bytes: Bytes }> {
  const { doc, n, previous, ...body } = input;
  return signEntry<RosterHash>(ROSTER_PURPOSE, { stream: doc, n, previous }, body satisfies RosterBody, device);
}

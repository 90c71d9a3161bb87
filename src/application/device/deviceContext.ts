import type { CaseId, DeviceId, DocumentId, EntityId, MemberId } from '../../core/shared/ids.ts';
import type { Keyring, KeyringHash } from '../../crypto/verification/keyring.ts';
import type { DeviceKeys } from '../../crypto/keys.ts';
import type { Vault } from '../../crypto/vault.ts';
import type { IndexedDocument, KnownKeyring, OpenDocument } from '../documents/document.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Application, DeviceState, ExchangeState, PresentPerson, SavingState, StorageState } from '../application.ts';
import type { Ports, StoredRecord } from '../ports.ts';
import type { DurableStore, NotSaved } from '../storage/durableStore.ts';
import type { TabLink } from '../storage/tabLink.ts';
import type { WritableStore } from '../store.ts';
import type { Settings } from './deviceRecord.ts';

export type Caseload = ReturnType<Application['caseload']['get']>;

/** One device as one tab has it: what every verb works on. */
export interface DeviceContext {
  readonly ports: Ports;
  readonly link: TabLink;
  readonly device: WritableStore<DeviceState>;
  readonly saving: WritableStore<SavingState>;
  readonly storage: WritableStore<StorageState>;
  readonly caseload: WritableStore<Caseload>;
  readonly exchange: WritableStore<ExchangeState>;
  /** Null while locked. */
  session: Session | null;
  /** Only in the writer tab. */
  durable: DurableStore | null;
  /** Only in the writer tab, while unlocked and connected to a server. */
  exchanging: RunningExchange | null;
  /** Asked before a lock forgets everything: fields hand over what they still hold. */
  readonly beforeLock: Set<() => void | Promise<void>>;
  readonly trial: boolean;
}

/** The exchange as the rest of the application sees it; what runs it is loaded after unlocking. */
export interface RunningExchange {
  /** Something was stored that the server does not have. */
  readonly noteSaved: () => void;
  /** A person looks at this case: its documents go first. */
  readonly noteOpened: (caseId: CaseId) => void;
  /** These leave this device. */
  readonly noteForgotten: (docs: readonly DocumentId[]) => void;
  /** Somebody types here. */
  readonly noteTyping: (doc: DocumentId, entity: EntityId, field: string) => void;
  /** Try now, also what was refused: everything, or one document. */
  readonly retry: (doc: DocumentId | null) => void;
  /** A person has read what left this device. */
  readonly forgetLeft: () => Promise<void>;
  readonly stop: () => void;
}

/** Everything that exists only while unlocked. Locking drops the whole object. */
export interface Session {
  readonly vault: Vault;
  readonly keys: DeviceKeys;
  readonly member: MemberId;
  incarnation: string;
  keyring: Keyring;
  /** Its first entry: names the keyring in a roster, whatever is added later. */
  readonly keyringBegin: KeyringHash;
  settings: Settings;
  /** The keyrings of everyone in the circles here, as stored; read once. */
  readonly keyrings: Map<MemberId, KnownKeyring>;
  /** Documents whose log was compared with the journal already: what still waits there waits for somebody else. */
  readonly mended: Set<DocumentId>;
  /** Who types where, in the documents that somebody looks at. */
  readonly presence: Map<DocumentId, WritableStore<readonly PresentPerson[]>>;
  /** Devices that an administrator stopped, of people in circles that this member leads; as the server last told. */
  blocked: ReadonlySet<DeviceId>;
  /** All documents on this device, by id. */
  readonly documents: Map<DocumentId, IndexedDocument>;
  /** The ones in memory; each is loaded once. */
  readonly open: Map<DocumentId, Promise<OpenDocument>>;
  /** How many hold each of them: let go of when nobody does. */
  readonly held: Map<DocumentId, number>;
  /** Names this tab's visit: its own earlier values are never a conflict for it. */
  readonly visit: string;
  /** yjs client id; fresh per visit, because yjs keeps one of two updates with the same id and number. */
  readonly clientId: number;
  /** Changes on their way; a lock waits for them. */
  readonly busy: Set<Promise<unknown>>;
  /** Set while locking: no change begins any more. */
  closing: boolean;
}

/** The member whose device signed, in a document that only its founder knows yet. */
export const ownerOf =
  ({ keyring }: Session) =>
  (device: DeviceId): MemberId | undefined =>
    keyring.devices.has(device) ? keyring.member : undefined;

/** Stores records through the writer tab, whichever that is. */
export async function storeRecords(context: DeviceContext, records: readonly StoredRecord[]): Promise<Result<void, NotSaved>> {
  const { problem } = await context.link.ask({ type: 'write', records });
  return problem ? err({ type: 'NotSaved', problem }) : ok(undefined);
}

export const changeStorage = (context: DeviceContext, change: Partial<StorageState>): void =>
  context.storage.set({ ...context.storage.get(), ...change });

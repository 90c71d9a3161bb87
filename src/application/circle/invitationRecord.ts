import type { RosterRole } from '../../core/circle/rosterEntry.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { CaseId, DocumentId, EntityId, MemberId } from '../../core/shared/ids.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { base64urlToBytes, type Bytes } from '../../protocol/bytes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { StoredRecord } from '../ports.ts';
import type { Ask } from './messages.ts';
import type { InvitationHow, InvitationState, InvitationUse, SharingInput } from './types.ts';

/** An invitation as the device that made it keeps it, sealed: enough to go on after a restart. */
export interface InvitationRecord {
  readonly version: 1;
  readonly id: string;
  /** base64url. */
  readonly secret: string;
  readonly use: InvitationUse;
  readonly how: InvitationHow;
  readonly madeAt: number;
  readonly expiresAt: number;
  /** What is joined: the plan, the organisation; null for a device. */
  readonly doc: DocumentId | null;
  readonly caseId: CaseId | null;
  readonly role: RosterRole | null;
  readonly person: EntityId | null;
  readonly documents: readonly DocumentId[];
  readonly until: CivilDate | null;
  readonly sharing: SharingInput | null;
  readonly succeeds: MemberId | null;
  /** The first who asked; nobody else is listened to. */
  readonly ask: Ask | null;
  readonly digits: string | null;
  readonly state: InvitationState;
}

const INVITATIONS = 'invitation/';
export const invitationKey = (id: string): string => `${INVITATIONS}${id}`;

export const secretOf = ({ secret }: Pick<InvitationRecord, 'secret'>): Bytes => base64urlToBytes(secret) ?? new Uint8Array();

export async function invitationRecord({ ports }: DeviceContext, { vault }: Session, record: InvitationRecord): Promise<StoredRecord> {
  const content = new Uint8Array(new TextEncoder().encode(JSON.stringify(record)));
  const key = invitationKey(record.id);
  return { table: 'device', key, bytes: await sealRecord(vault, 'invitation', record.id, content, ports.random.bytes) };
}

/** All that this device made; one of another version of the app is left out. */
export async function readInvitations({ ports }: DeviceContext, { vault }: Session): Promise<readonly InvitationRecord[]> {
  const stored = await ports.database.list('device', INVITATIONS);
  const opened = await Promise.all(
    stored.map(async ({ key, bytes }) => {
      const content = await openRecord(vault, 'invitation', key.slice(INVITATIONS.length), bytes);
      const record = content.ok ? (JSON.parse(new TextDecoder().decode(content.value)) as InvitationRecord) : undefined;
      return record?.version === 1 ? record : undefined;
    }),
  );
  return opened.filter((record) => record !== undefined).sort((a, b) => b.madeAt - a.madeAt);
}

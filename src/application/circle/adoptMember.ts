import type { MemberId } from '../../core/shared/ids.ts';
import { ok } from '../../core/shared/result.ts';
import { START } from '../../core/sync/syncState.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import type { KeyringHash } from '../../crypto/verification/keyring.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { keyringPath } from '../../protocol/exchange/paths.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import { deviceRecord } from '../device/deviceRecord.ts';
import { settingsRecord } from '../device/session.ts';
import { keyringKey } from '../documents/keyringKey.ts';
import { enterVault, requireDeviceRecord } from '../device/unlock.ts';
import { knowKeyring } from '../documents/keyrings.ts';
import { readStream } from '../exchange/line.ts';
import { startExchange, stopExchange } from '../exchange/startExchange.ts';
import { type Access, removalOf, type StoredRecord } from '../ports.ts';

export interface Owner {
  readonly member: MemberId;
  readonly name: string;
  readonly organisation: string;
  readonly discipline: string;
  /** The first entry of the keyring that the link named: any other is somebody else's. */
  readonly inviter: KeyringHash;
}

/** Nothing of anybody is on it, and it was never part of anything: it can become another person's. */
export const isEmptyDevice = ({ documents, settings }: Session): boolean => documents.size === 0 && !settings.connected;

/**
 * From here on this device is one of that person's: their keyring says so, signed. The member that was made up when this device was
 * set up is forgotten. The lot is stored at once; then the vault is entered anew.
 */
export async function adoptMember(context: DeviceContext, session: Session, owner: Owner, access: Access): Promise<boolean> {
  const { ports, link } = context;
  const entries = await readKeyringEntries(context, access, owner.member);
  if (!entries) return false;
  const known = await knowKeyring(entries);
  if (!known.ok || known.value.begin !== owner.inviter || known.value.keyring.devices.get(session.keys.id)?.revoked !== false) return false;
  const record = await requireDeviceRecord(context);
  const secret = await openRecord(session.vault, 'device keys', record.member, record.sealedDeviceSecret);
  if (!secret.ok) return false;
  const { name, organisation, discipline, member } = owner;
  const sealedDeviceSecret = await sealRecord(session.vault, 'device keys', member, secret.value, ports.random.bytes);
  const old = await ports.database.list('keyring', `${record.member}/`);
  const records: readonly StoredRecord[] = [
    deviceRecord({ ...record, member, sealedDeviceSecret }),
    await settingsRecord(session.vault, { ...session.settings, name, organisation, discipline, connected: true }, ports),
    ...entries.map((bytes, n): StoredRecord => ({ table: 'keyring', key: keyringKey(member, n), bytes })),
    ...old.map(({ key }) => removalOf({ table: 'keyring', key })),
  ];
  const stored = await storeRecords(context, records);
  if (!stored.ok) return false;
  stopExchange(context);
  link.tell({ type: 'locked' });
  await enterVault(context, session.vault.secret);
  await startExchange(context);
  return true;
}

async function readKeyringEntries({ ports }: DeviceContext, access: Access, member: MemberId): Promise<readonly Bytes[] | undefined> {
  const entries: Bytes[] = [];
  if (!ports.server) return undefined;
  const read = await readStream({ server: ports.server, access }, keyringPath(member), START, async (part) => {
    entries.push(...part);
    return ok(undefined);
  });
  return read.ok ? entries : undefined;
}

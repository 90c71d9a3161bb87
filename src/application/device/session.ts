import { freshIncarnation } from '../../crypto/ids.ts';
import { readKeyring } from '../../crypto/verification/keyring.ts';
import { importDeviceKeys } from '../../crypto/keys.ts';
import { importVault, openRecord, sealRecord, type Vault, type VaultSecret } from '../../crypto/vault.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import type { Database, Ports, StoredRecord } from '../ports.ts';
import { readDocumentIndex } from '../documents/documentRecord.ts';
import type { NotSaved } from '../storage/durableStore.ts';
import { storeRecords, type DeviceContext, type Session } from './deviceContext.ts';
import {
  DEVICE_KEY,
  decodeDeviceRecord,
  decodeSettings,
  encodeSettings,
  INCARNATION_KEY,
  SETTINGS_KEY,
  type DeviceRecord,
  type Settings,
} from './deviceRecord.ts';

/** Everything behind the vault's secret. Throws when records that belong together are not there: the start has healed them before. */
export async function openSession({ database, random }: Ports, secret: VaultSecret): Promise<Session> {
  const record = await readDeviceRecord(database);
  if (typeof record === 'string') throw new Error('no device record');
  const vault = await importVault(secret);
  const deviceSecret = await openRecord(vault, 'device keys', record.member, record.sealedDeviceSecret);
  if (!deviceSecret.ok) throw new Error('device keys do not open');
  const entries = (await database.list('keyring', `${record.member}/`)).map(({ bytes }) => bytes);
  const [keyring, begin] = await Promise.all([readKeyring(entries), readKeyring(entries.slice(0, 1))]);
  if (!keyring.ok || !begin.ok) throw new Error('keyring does not verify');
  return {
    vault,
    keys: await importDeviceKeys(deviceSecret.value),
    member: record.member,
    incarnation: await readIncarnation(database),
    keyring: keyring.value,
    keyringBegin: begin.value.hash,
    settings: await readSettings(database, vault),
    documents: new Map((await readDocumentIndex(database, vault)).map((document) => [document.doc, document])),
    keyrings: new Map(),
    mended: new Set(),
    presence: new Map(),
    blocked: new Set(),
    open: new Map(),
    held: new Map(),
    busy: new Set(),
    visit: freshIncarnation(random.bytes),
    clientId: new DataView(random.bytes(4).buffer).getUint32(0),
    closing: false,
  };
}

export async function readDeviceRecord(database: Database): Promise<DeviceRecord | 'none' | 'newerData' | 'malformed'> {
  const bytes = await database.get('device', DEVICE_KEY);
  return bytes ? decodeDeviceRecord(bytes) : 'none';
}

/** Readable, because it says nothing. */
export const incarnationRecord = (incarnation: string): StoredRecord => ({
  table: 'device',
  key: INCARNATION_KEY,
  bytes: new Uint8Array(new TextEncoder().encode(incarnation)),
});

async function readIncarnation(database: Database): Promise<string> {
  return new TextDecoder().decode(await database.get('device', INCARNATION_KEY));
}

export async function readSettings(database: Database, vault: Vault): Promise<Settings> {
  const bytes = await database.get('device', SETTINGS_KEY);
  const opened = bytes && (await openRecord(vault, 'settings', SETTINGS_KEY, bytes));
  const settings = opened?.ok ? decodeSettings(opened.value) : undefined;
  if (!settings) throw new Error('settings do not open');
  return settings;
}

export async function settingsRecord(vault: Vault, settings: Settings, { random }: Pick<Ports, 'random'>): Promise<StoredRecord> {
  return {
    table: 'device',
    key: SETTINGS_KEY,
    bytes: await sealRecord(vault, 'settings', SETTINGS_KEY, encodeSettings(settings), random.bytes),
  };
}

/** Stores changed settings; they count from then on. */
export async function changeSettings(context: DeviceContext, session: Session, change: Partial<Settings>): Promise<Result<void, NotSaved>> {
  const settings = { ...session.settings, ...change };
  const stored = await storeRecords(context, [await settingsRecord(session.vault, settings, context.ports)]);
  if (!stored.ok) return stored;
  session.settings = settings;
  context.link.tell({ type: 'device' });
  return ok(undefined);
}

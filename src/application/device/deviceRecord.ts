import * as v from 'valibot';
import type { DeviceId, MemberId } from '../../core/shared/ids.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { bytesShape, countShape } from '../../protocol/wireShapes.ts';
import type { KdfParameters, StoredRecord } from '../ports.ts';

/*
 * device = cbor[format, device, member, [memoryKiB, passes, salt], passphrase lockbox, paper lockbox | null, paper agreement key | null,
 *               sealed device secret]
 */

/** What must be readable before unlocking; everything private in it is sealed. */
export interface DeviceRecord {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly kdf: KdfParameters;
  readonly passphraseLockbox: Bytes;
  /** The recovery code's way in, and its public key so that it can be sealed to again. */
  readonly paper: { readonly lockbox: Bytes; readonly publicKey: string } | null;
  readonly sealedDeviceSecret: Bytes;
}

export const DEVICE_KEY = 'device';
export const SETTINGS_KEY = 'settings';
/** Beside the device record, so that what cannot use it can leave it alone. */
export const PASSKEY_KEY = 'passkey';
export const INCARNATION_KEY = 'incarnation';

/** The version of everything stored here; an older app stays away from newer data. */
const FORMAT = 1;

export const deviceRecord = (record: DeviceRecord): StoredRecord => ({
  table: 'device',
  key: DEVICE_KEY,
  bytes: encodeDeviceRecord(record),
});

function encodeDeviceRecord({ device, member, kdf, passphraseLockbox, paper, sealedDeviceSecret }: DeviceRecord): Bytes {
  const parameters = [kdf.memoryKiB, kdf.passes, kdf.salt];
  const onPaper = [paper?.lockbox ?? null, paper?.publicKey ?? null];
  return encodeCbor([FORMAT, device, member, parameters, passphraseLockbox, ...onPaper, sealedDeviceSecret]);
}

export function decodeDeviceRecord(bytes: Uint8Array): DeviceRecord | 'newerData' | 'malformed' {
  const wire = decodeCbor(bytes);
  if (v.is(versionShape, wire) && wire[0] > FORMAT) return 'newerData';
  const parsed = v.safeParse(recordShape, wire);
  if (!parsed.success) return 'malformed';
  const [, device, member, [memoryKiB, passes, salt], passphraseLockbox, lockbox, publicKey, sealedDeviceSecret] = parsed.output;
  const paper = lockbox && publicKey ? { lockbox, publicKey } : null;
  const kdf = { algorithm: 'argon2id', memoryKiB, passes, salt } as const;
  return { device: device as DeviceId, member: member as MemberId, kdf, passphraseLockbox, paper, sealedDeviceSecret };
}

const versionShape = v.looseTuple([countShape]);
const recordShape = v.strictTuple([
  v.literal(FORMAT),
  v.string(),
  v.string(),
  v.strictTuple([countShape, countShape, bytesShape()]),
  bytesShape(),
  v.nullable(bytesShape()),
  v.nullable(v.string()),
  bytesShape(),
]);

/** Minutes. On a shared device the next person may be there before the first one thinks of it. */
export const DEFAULT_AUTO_LOCK = { own: 10, shared: 3 };

/** What the person chose and did here; sealed. */
export interface Settings {
  readonly name: string;
  readonly discipline: string;
  readonly organisation: string;
  /** Whom to ask when Knooppunt itself gives trouble; '' when nobody filled it in. */
  readonly support: string;
  readonly autoLockMinutes: number;
  readonly lastBackup: string | null;
  readonly recoveryCode: 'none' | 'made' | 'verified';
  /** This device belongs to the server that gave it the app, and exchanges with it. */
  readonly connected: boolean;
  /** Others work on this device too: it locks sooner, and everything leaves it when the person signs out. */
  readonly shared: boolean;
}

export function encodeSettings(settings: Settings): Bytes {
  const { name, discipline, organisation, support, autoLockMinutes, lastBackup, recoveryCode, connected, shared } = settings;
  return encodeCbor([FORMAT, name, discipline, organisation, support, autoLockMinutes, lastBackup, recoveryCode, connected, shared]);
}

export function decodeSettings(bytes: Uint8Array): Settings | undefined {
  const parsed = v.safeParse(settingsShape, decodeCbor(bytes));
  if (!parsed.success) return undefined;
  const [, name, discipline, organisation, support, autoLockMinutes, lastBackup, recoveryCode, connected, shared] = parsed.output;
  return { name, discipline, organisation, support, autoLockMinutes, lastBackup, recoveryCode, connected, shared };
}

const settingsShape = v.strictTuple([
  v.literal(FORMAT),
  v.string(),
  v.string(),
  v.string(),
  v.string(),
  countShape,
  v.nullable(v.string()),
  v.picklist(['none', 'made', 'verified']),
  // Not there: written before there was a server to belong to, and before there were shared devices.
  v.optional(v.boolean(), false),
  v.optional(v.boolean(), false),
]);

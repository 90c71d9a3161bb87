import * as v from 'valibot';
import type { Brand, DeviceId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { bytesShape, idTextShape } from '../../protocol/wireShapes.ts';
import { type EntryError, openEntry } from './entry.ts';

/*
 * A person's keyring: which devices are theirs, and the member key sealed to each. A present device adds or revokes
 * another; revoking brings a new generation of the member key. Nobody revokes the paper device: whoever steals a laptop
 * cannot lock the owner out.
 */

/** 32 bytes; an X25519 public key as base64url (43 characters). */
export type AgreementPublicKey = string;

/** SHA-256 of a keyring entry, base64url. */
export type KeyringHash = Brand<string, 'KeyringHash'>;

export interface KeyringDevice {
  readonly id: DeviceId;
  readonly agreement: AgreementPublicKey;
  readonly kind: 'device' | 'paper';
  readonly revoked: boolean;
}

export interface Keyring {
  readonly member: MemberId;
  /** The last entry. */
  readonly n: number;
  readonly hash: KeyringHash;
  readonly devices: ReadonlyMap<DeviceId, KeyringDevice>;
  /** Every member key so far; the last is the present one. */
  readonly generations: readonly MemberKeyGeneration[];
}

interface MemberKeyGeneration {
  readonly publicKey: AgreementPublicKey;
  readonly sealed: ReadonlyMap<DeviceId, Bytes>;
  /** The generation before, sealed to this one: later devices read what was sealed earlier. */
  readonly previous: Bytes | null;
}

export type KeyringError =
  | (EntryError & { readonly n: number })
  | { readonly type: 'KeyringEmpty' }
  /** A gap, a wrong link or another person's entry. */
  | { readonly type: 'KeyringBroken'; readonly n: number }
  /** Signed by a device that had no right to it. */
  | { readonly type: 'NotAllowed'; readonly n: number };

/** The keyring after these entries, each verified and allowed; or what is wrong with the first that is not. */
export async function readKeyring(entries: readonly Uint8Array[]): Promise<Result<Keyring, KeyringError>> {
  let keyring: Keyring | undefined;
  for (const [n, bytes] of entries.entries()) {
    const opened = await openEntry<KeyringHash, AnyBody>(KEYRING_PURPOSE, anyBodyShape, bytes);
    if (!opened.ok) return err({ ...opened.error, n });
    const { stream, previous, device, hash, body } = opened.value;
    const fits = opened.value.n === n && previous === (keyring?.hash ?? null) && (keyring === undefined || stream === keyring.member);
    if (!fits) return err({ type: 'KeyringBroken', n });
    if (body.type === 'unknown' && isPresent(keyring, device)) return err({ type: 'NewerVersion', n });
    const next = keyring === undefined ? begin(stream as MemberId, device, body) : evolve(keyring, device, body);
    if (next === undefined) return err({ type: 'NotAllowed', n });
    keyring = { ...next, n, hash };
  }
  return keyring === undefined ? err({ type: 'KeyringEmpty' }) : ok(keyring);
}

export const KEYRING_PURPOSE = 'knooppunt/keyring/v1';

const deviceIdShape = idTextShape<DeviceId>(32);
const keyShape = idTextShape<AgreementPublicKey>(32);
const sealedForShape = v.array(v.strictObject({ device: deviceIdShape, secret: bytesShape() }));
const bodyShape = v.variant('type', [
  v.strictObject({ type: v.literal('begin'), agreement: keyShape, memberKey: keyShape, sealed: sealedForShape }),
  v.strictObject({
    type: v.literal('add'),
    id: deviceIdShape,
    agreement: keyShape,
    kind: v.picklist(['device', 'paper']),
    sealed: bytesShape(),
  }),
  v.strictObject({ type: v.literal('revoke'), device: deviceIdShape, memberKey: keyShape, sealed: sealedForShape, previous: bytesShape() }),
]);
export type KeyringBody = v.InferOutput<typeof bodyShape>;
const kinds: ReadonlySet<string> = new Set(bodyShape.options.map(({ entries }) => entries.type.literal));
/** A kind that only a newer app knows. */
const anyBodyShape = v.union([
  bodyShape,
  v.pipe(
    v.looseObject({
      type: v.pipe(
        v.string(),
        v.check((type) => !kinds.has(type)),
      ),
    }),
    v.transform(() => ({ type: 'unknown' }) as const),
  ),
]);
type AnyBody = v.InferOutput<typeof anyBodyShape>;
export type SealedFor = v.InferOutput<typeof sealedForShape>[number];

type Evolved = Omit<Keyring, 'n' | 'hash'> | undefined;

/** Of this person, and not revoked. */
const isPresent = (keyring: Keyring | undefined, device: DeviceId): boolean => keyring?.devices.get(device)?.revoked === false;

function begin(member: MemberId, id: DeviceId, body: AnyBody): Evolved {
  if (body.type !== 'begin') return undefined;
  const first: KeyringDevice = { id, agreement: body.agreement, kind: 'device', revoked: false };
  return {
    member,
    devices: new Map([[id, first]]),
    generations: [{ publicKey: body.memberKey, sealed: bySealed(body.sealed), previous: null }],
  };
}

function evolve(keyring: Keyring, signer: DeviceId, body: AnyBody): Evolved {
  const { member, devices, generations } = keyring;
  if (!isPresent(keyring, signer)) return undefined;
  if (body.type === 'add') {
    if (devices.has(body.id)) return undefined;
    const { id, agreement, kind, sealed } = body;
    const present = generations.at(-1) as MemberKeyGeneration;
    const added = { ...present, sealed: new Map(present.sealed).set(id, sealed) };
    return {
      member,
      devices: new Map(devices).set(id, { id, agreement, kind, revoked: false }),
      generations: [...generations.slice(0, -1), added],
    };
  }
  if (body.type === 'revoke') {
    const device = devices.get(body.device);
    if (device === undefined || device.revoked || device.kind === 'paper') return undefined;
    const next = { publicKey: body.memberKey, sealed: bySealed(body.sealed), previous: body.previous };
    return { member, devices: new Map(devices).set(device.id, { ...device, revoked: true }), generations: [...generations, next] };
  }
  return undefined;
}

const bySealed = (sealed: readonly SealedFor[]) => new Map(sealed.map(({ device, secret }) => [device, secret]));

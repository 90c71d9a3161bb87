import * as v from 'valibot';
import type { DeviceId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { bytesToBase64url, concatBytes } from '../../protocol/bytes.ts';
import { mapsToObjects, parseCbor, parseVersioned } from '../../protocol/cbor.ts';
import { bytesShape, countShape, idShape } from '../../protocol/wireShapes.ts';
import { contextBytes, hashBytes } from './hash.ts';
import { isSignedBy } from './isSignedBy.ts';

/*
 * One entry of a signed, hash-linked stream; rosters and keyrings are made of these.
 *
 *   entry   = cbor[content, Ed25519([purpose] | H(content))]          hash = H(content)
 *   content = cbor[1, stream id, n, previous hash | null, device, body]
 */

/** Which kind of stream: an entry of one can never pass for an entry of the other. */
export type StreamPurpose = 'knooppunt/roster/v1' | 'knooppunt/keyring/v1';

/** An entry's place in its stream, and who signed it there. */
export interface EntryPlace<Hash extends string> {
  readonly stream: string;
  /** From 0, gapless. */
  readonly n: number;
  readonly previous: Hash | null;
}

export interface VerifiedEntry<Hash extends string, Body> extends EntryPlace<Hash> {
  readonly device: DeviceId;
  readonly hash: Hash;
  readonly body: Body;
}

export type EntryError = { readonly type: 'Malformed' } | { readonly type: 'NewerVersion' } | { readonly type: 'BadSignature' };

/** Reads an entry whose signature is right. Whether that device may write it, the stream's own rules decide. */
export async function openEntry<Hash extends string, Body>(
  purpose: StreamPurpose,
  bodyShape: v.GenericSchema<unknown, Body>,
  bytes: Uint8Array,
): Promise<Result<VerifiedEntry<Hash, Body>, EntryError>> {
  const signed = parseCbor(signedShape, bytes);
  if (signed === undefined) return err({ type: 'Malformed' });
  const content = parseVersioned(contentShape, ENTRY_VERSION, signed[0]);
  if (!content.ok) return content;
  const [, stream, n, previous, device, wireBody] = content.value;
  const hash = await hashBytes(signed[0]);
  if (!(await isSignedBy(device, concatBytes(contextBytes(purpose), hash), signed[1]))) return err({ type: 'BadSignature' });
  const body = v.safeParse(bodyShape, mapsToObjects(wireBody));
  if (!body.success) return err({ type: 'Malformed' });
  return ok({ stream, n, previous: previous as Hash | null, device, hash: bytesToBase64url(hash) as Hash, body: body.output });
}

/** Where an entry says it stands; undefined when it is none. Nothing is verified by this. */
export function readEntryNumber(bytes: Uint8Array): number | undefined {
  const signed = parseCbor(signedShape, bytes);
  const content = signed && parseVersioned(contentShape, ENTRY_VERSION, signed[0]);
  return content?.ok ? content.value[2] : undefined;
}

/** Made by a newer version of the app, as far as it says itself. */
export function isNewerEntry(bytes: Uint8Array): boolean {
  const signed = parseCbor(signedShape, bytes);
  const content = signed && parseVersioned(contentShape, ENTRY_VERSION, signed[0]);
  return content?.ok === false && content.error.type === 'NewerVersion';
}

export const ENTRY_VERSION = 1;
const signedShape = v.strictTuple([bytesShape(), bytesShape(64)]);
const contentShape = v.strictTuple([
  v.literal(ENTRY_VERSION),
  idShape(16),
  countShape,
  v.nullable(idShape(32)),
  idShape<DeviceId>(32),
  v.unknown(),
]);

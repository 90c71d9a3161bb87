import * as v from 'valibot';
import { err, ok, type Result } from '../core/shared/result.ts';
import { base64urlToBytes, type Bytes, bytesToBase64url, concatBytes, isSameBytes } from '../protocol/bytes.ts';
import { decodeCbor, encodeCbor, parseCbor } from '../protocol/cbor.ts';
import { bytesShape, idShape, idToBytes } from '../protocol/wireShapes.ts';
import type { RandomBytes } from './ids.ts';
import { pad, unpad } from './padding.ts';
import { decrypt, deriveSealingKey, deriveSecret, encrypt, NONCE_LENGTH } from './primitives.ts';
import { contextBytes, hashBytes } from './verification/hash.ts';
import type { KeyringHash } from './verification/keyring.ts';

/*
 * An invitation is a link with a secret in its fragment, which no server ever sees. From the secret come two others: one that lets
 * the guest in at the server, and one under which both sides talk. Whoever stole the link can ask to join and read nothing else.
 *
 *   link    = #uitnodiging=base64url(cbor[1, use, id, secret, first entry of the inviter's keyring, check])
 *   check   = first 4 bytes of SHA-256(cbor[1, use, id, secret, inviter])         tells a mangled link from a used one
 *   message = cbor[nonce, AES-256-GCM(HKDF(secret, 'seal', id), nonce, aad = [purpose, id, direction], pad(content))]
 */

export const invitationUses = ['organisation', 'case', 'device'] as const;

export interface InvitationLink {
  readonly use: (typeof invitationUses)[number];
  /** 16 random bytes, base64url. */
  readonly id: string;
  /** 32 random bytes. */
  readonly secret: Bytes;
  /** First entry of the inviter's keyring. */
  readonly inviter: KeyringHash;
}

export type InvitationLinkError =
  /** A piece is missing or changed. */
  | { readonly type: 'Mangled' }
  /** A newer version of the app made it. */
  | { readonly type: 'Newer' }
  /** A link, but for something else. */
  | { readonly type: 'WrongKind' };

const FRAGMENT = '#uitnodiging=';
const VERSION = 1;
const CHECK_LENGTH = 4;
const PREFIX = 'knooppunt/invitation/v1';

/** A fresh id and secret; show the link and keep it sealed. */
export const freshInvitation = (random: RandomBytes): Pick<InvitationLink, 'id' | 'secret'> => ({
  id: bytesToBase64url(random(16)),
  secret: random(32),
});

/** The fragment of the link, with its `#`. */
export async function encodeInvitationLink({ use, id, secret, inviter }: InvitationLink): Promise<string> {
  const parts = [VERSION, use, idToBytes(id), secret, idToBytes(inviter)];
  return FRAGMENT + bytesToBase64url(encodeCbor([...parts, await checkOf(parts)]));
}

/** Reads an address, a fragment, or the code alone, as it was scanned, pasted with the message around it, or typed over. */
export async function parseInvitationLink(text: string): Promise<Result<InvitationLink, InvitationLinkError>> {
  const [alone, together] = codesIn(text);
  const read = await parseCode(alone);
  if (read.ok || read.error.type !== 'Mangled') return read;
  const wrapped = await parseCode(together);
  return !wrapped.ok && text.includes('#') && !text.includes(FRAGMENT) ? err({ type: 'WrongKind' }) : wrapped;
}

async function parseCode(code: string): Promise<Result<InvitationLink, InvitationLinkError>> {
  const wire = decodeCbor(base64urlToBytes(code) ?? new Uint8Array());
  const versioned = v.safeParse(versionShape, wire);
  if (!versioned.success) return err({ type: 'Mangled' });
  if (versioned.output[0] > VERSION) return err({ type: 'Newer' });
  const parsed = v.safeParse(linkShape, wire);
  if (!parsed.success) return err({ type: 'Mangled' });
  const [version, use, id, secret, inviter, check] = parsed.output;
  if (!isSameBytes(check, await checkOf([version, use, idToBytes(id), secret, idToBytes(inviter)]))) return err({ type: 'Mangled' });
  const known = invitationUses.find((one) => one === use);
  return known === undefined ? err({ type: 'WrongKind' }) : ok({ use: known, id, secret, inviter });
}

/** Up to the first white space, as more of a message may follow; and without white space, as a link may be broken over lines. */
function codesIn(text: string): readonly [alone: string, together: string] {
  const code = text.slice(Math.max(0, text.indexOf(FRAGMENT))).replace(FRAGMENT, '');
  const first = (from: string): string => /^[\w-]+/.exec(from.trimStart())?.[0] ?? '';
  return [first(code), first(code.replace(/\s/g, ''))];
}

const checkOf = async (parts: readonly unknown[]): Promise<Bytes> => (await hashBytes(encodeCbor(parts))).slice(0, CHECK_LENGTH);

/** What the guest shows to the server; base64url. */
export const deriveAccess = async (secret: Bytes): Promise<string> => bytesToBase64url(await deriveSecret(secret, 'access'));

/** What the server keeps of it, to recognise the guest by; base64url. */
export const hashAccess = async (access: string): Promise<string> => bytesToBase64url(await hashBytes(idToBytes(access)));

/** Who speaks: a message of one side can never be played back as one of the other. */
export type Direction = 'toGuest' | 'toHost';
type Conversation = Pick<InvitationLink, 'id' | 'secret'>;

/** A message to the other side. */
export async function sealMessage({ id, secret }: Conversation, direction: Direction, content: Bytes, random: RandomBytes): Promise<Bytes> {
  const nonce = random(NONCE_LENGTH);
  const key = await deriveSealingKey(secret, 'seal', id);
  return encodeCbor([nonce, await encrypt(key, nonce, pad(content), contextBytes(PREFIX, id, direction))]);
}

/** The content, or undefined when it was sealed for another invitation or direction, or by somebody without the secret. */
export async function openMessage({ id, secret }: Conversation, direction: Direction, bytes: Uint8Array): Promise<Bytes | undefined> {
  const wire = parseCbor(messageShape, bytes);
  if (wire === undefined) return undefined;
  const padded = await decrypt(await deriveSealingKey(secret, 'seal', id), wire[0], wire[1], contextBytes(PREFIX, id, direction));
  return padded && unpad(padded);
}

/**
 * 24 digits in six groups of four, the same on both screens only when both see the same invitation, the same two keys and the same
 * thing to join. About 80 bits, of which each side fixed its own before it knew the other's.
 *
 * @param guest first entry of the guest's keyring, or the id of a device that is linked
 * @param subject the first roster entry of what is joined; '' for a device
 */
export async function compareDigits(sides: {
  readonly id: string;
  readonly inviter: string;
  readonly guest: string;
  readonly subject: string;
}): Promise<string> {
  const hash = await hashBytes(contextBytes(PREFIX, 'digits', sides.id, sides.inviter, sides.guest, sides.subject));
  const view = new DataView(concatBytes(hash).buffer);
  return [0, 1, 2, 3, 4, 5].map((group) => String(view.getUint32(group * 4) % 10_000).padStart(4, '0')).join(' ');
}

const versionShape = v.looseTuple([v.pipe(v.number(), v.integer(), v.minValue(1))]);
const linkShape = v.strictTuple([
  v.literal(VERSION),
  v.string(),
  idShape(16),
  bytesShape(32),
  idShape<KeyringHash>(32),
  bytesShape(CHECK_LENGTH),
]);
const messageShape = v.strictTuple([bytesShape(NONCE_LENGTH), bytesShape()]);

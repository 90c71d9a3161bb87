import type { DeviceId, MemberId } from '../../src/core/shared/ids.ts';
import { freshMemberId } from '../../src/crypto/ids.ts';
import { createKeyring } from '../../src/crypto/keyringEntries.ts';
import { type DeviceKeys, freshDeviceSecret, freshMemberSecret, importDeviceKeys, sign } from '../../src/crypto/keys.ts';
import { type Keyring, type KeyringHash, readKeyring } from '../../src/crypto/verification/keyring.ts';
import { type Bytes, bytesToBase64url, concatBytes } from '../../src/protocol/bytes.ts';
import { authorizationOf, type Credential } from '../../src/protocol/exchange/credentials.ts';
import { CBOR_SEQUENCE, SESSION_PATH, sessionMessage, type SessionScope } from '../../src/protocol/exchange/paths.ts';
import { valueOf } from './cryptoFixtures.ts';
import { createSeededRandom, type SeededRandom } from './seededRandom.ts';

/** People with real keys, and what they ask of a server. */
export interface Person {
  readonly name: string;
  readonly member: MemberId;
  readonly device: DeviceKeys;
  readonly memberSecret: Bytes;
  readonly keyring: Keyring;
  readonly first: KeyringHash;
  readonly entries: readonly Bytes[];
  readonly random: SeededRandom;
}

/** Always the same for one name: their keys come from it. */
export async function createPerson(name: string): Promise<Person> {
  const random = createSeededRandom(Array.from(name).reduce((seed, letter) => Math.imul(seed, 31) + letter.charCodeAt(0), 7));
  const device = await importDeviceKeys(freshDeviceSecret(random.bytes));
  const member = freshMemberId(random.bytes);
  const memberSecret = freshMemberSecret(random.bytes);
  const begin = await createKeyring(member, device, memberSecret, random.bytes);
  const keyring = valueOf(await readKeyring([begin.bytes]));
  return { name, member, device, memberSecret, keyring, first: begin.hash, entries: [begin.bytes], random };
}

export interface Said {
  readonly status: number;
  /** Of a refusal. */
  readonly code: string | undefined;
  readonly headers: Headers;
  readonly bytes: Bytes;
  readonly json: () => unknown;
}

export interface Asked {
  readonly as?: Credential | undefined;
  readonly body?: Bytes | object;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, as it goes over the wire. Bytes are a sequence unless `type` says otherwise; an object is JSON. */
export async function ask(url: string, method: string, path: string, { as, body, type, headers = {} }: Asked = {}): Promise<Said> {
  const isBytes = body instanceof Uint8Array;
  const contentType = type ?? (body === undefined ? undefined : isBytes ? CBOR_SEQUENCE : 'application/json');
  const response = await fetch(url + path, {
    method,
    body: body === undefined ? null : isBytes ? body : JSON.stringify(body),
    headers: {
      ...(as === undefined ? {} : { authorization: authorizationOf(as) }),
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...headers,
    },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const json = () => JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  const code = response.ok || bytes.length === 0 ? undefined : (json() as { error?: string }).error;
  return { status: response.status, code, headers: response.headers, bytes, json };
}

/** Signs the server's challenge. */
export async function askSession(url: string, device: DeviceKeys, scope: SessionScope = 'full'): Promise<Said> {
  const { challenge } = (await ask(url, 'GET', SESSION_PATH)).json() as { challenge: string };
  return await ask(url, 'POST', SESSION_PATH, { body: await signChallenge(device, challenge, scope) });
}

export async function signChallenge(device: DeviceKeys, challenge: string, scope: SessionScope) {
  const message = concatBytes(new TextEncoder().encode(sessionMessage(challenge, device.id, scope)));
  return { device: device.id satisfies DeviceId, challenge, scope, signature: bytesToBase64url(await sign(device, message)) };
}

/** A session that has to be given. */
export async function openSession(url: string, device: DeviceKeys, scope: SessionScope = 'full'): Promise<Credential> {
  const said = await askSession(url, device, scope);
  if (said.status !== 200) throw new Error(`no session: ${said.code}`);
  return { type: 'session', token: (said.json() as { token: string }).token };
}

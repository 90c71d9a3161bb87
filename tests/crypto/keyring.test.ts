import { describe, expect, it } from 'vitest';
import { type DeviceKeys, freshDeviceSecret, freshMemberSecret, importDeviceKeys } from '../../src/crypto/keys.ts';
import { isNewerEntry } from '../../src/crypto/verification/entry.ts';
import { type Keyring, readKeyring } from '../../src/crypto/verification/keyring.ts';
import { openMemberSecrets } from '../../src/crypto/memberSecrets.ts';
import { addDevice, createKeyring, revokeDevice } from '../../src/crypto/keyringEntries.ts';
import { freshRecoveryCode, importPaperDevice } from '../../src/crypto/recoveryCode.ts';
import { signEntry } from '../../src/crypto/signEntry.ts';
import type { MemberId } from '../../src/core/shared/ids.ts';
import { type Bytes, concatBytes } from '../../src/protocol/bytes.ts';
import { decodeCbor, encodeCbor } from '../../src/protocol/cbor.ts';
import { errorOf, filledBytes, flipBit, idOf, someDocument, someMember, valueOf } from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const random = createSeededRandom(31).bytes;
const newDevice = () => importDeviceKeys(freshDeviceSecret(random));
const describeDevice = (device: DeviceKeys, kind: 'device' | 'paper') => ({ id: device.id, agreement: device.agreement.publicKey, kind });

/** A laptop, a phone added to it, and a recovery code on paper. */
async function setUp() {
  const [laptop, phone, paper] = [await newDevice(), await newDevice(), await importPaperDevice(freshRecoveryCode(random))];
  const memberSecret = freshMemberSecret(random);
  const entries = [(await createKeyring(someMember, laptop, memberSecret, random)).bytes];
  const keyring = async () => valueOf(await readKeyring(entries));
  entries.push((await addDevice(await keyring(), { device: describeDevice(phone, 'device'), memberSecret }, laptop, random)).bytes);
  entries.push((await addDevice(await keyring(), { device: describeDevice(paper, 'paper'), memberSecret }, laptop, random)).bytes);
  return { laptop, phone, paper, memberSecret, entries, keyring };
}

/** An entry that is signed and linked as it should be, saying anything. */
const forge = async (keyring: Keyring, body: object, signer: DeviceKeys): Promise<Bytes> =>
  (await signEntry('knooppunt/keyring/v1', { stream: keyring.member, n: keyring.n + 1, previous: keyring.hash }, body, signer)).bytes;

describe('a keyring', () => {
  it('gives every device and the paper code the member key', async () => {
    const { laptop, phone, paper, memberSecret, keyring } = await setUp();
    for (const device of [laptop, phone, paper])
      expect([...(await openMemberSecrets(await keyring(), device))]).toEqual([[0, memberSecret]]);
    expect([...(await openMemberSecrets(await keyring(), await newDevice()))]).toEqual([]);
    expect([...(await keyring()).devices.values()].map(({ kind, revoked }) => [kind, revoked])).toEqual([
      ['device', false],
      ['device', false],
      ['paper', false],
    ]);
  });

  it('after revoking: the rest has a new member key and the old one, the revoked only the old', async () => {
    const { laptop, phone, paper, memberSecret, entries, keyring } = await setUp();
    const newMemberSecret = freshMemberSecret(random);
    entries.push((await revokeDevice(await keyring(), { device: phone.id, memberSecret, newMemberSecret }, laptop, random)).bytes);
    const both = [
      [1, newMemberSecret],
      [0, memberSecret],
    ];
    expect([...(await openMemberSecrets(await keyring(), laptop))]).toEqual(both);
    expect([...(await openMemberSecrets(await keyring(), paper))]).toEqual(both);
    expect([...(await openMemberSecrets(await keyring(), phone))]).toEqual([[0, memberSecret]]);
    expect((await keyring()).devices.get(phone.id)?.revoked).toBe(true);
  });

  it('a device that comes later reads what was sealed to earlier member keys', async () => {
    const { laptop, phone, memberSecret, entries, keyring } = await setUp();
    const newMemberSecret = freshMemberSecret(random);
    entries.push((await revokeDevice(await keyring(), { device: phone.id, memberSecret, newMemberSecret }, laptop, random)).bytes);
    const tablet = await newDevice();
    entries.push(
      (await addDevice(await keyring(), { device: describeDevice(tablet, 'device'), memberSecret: newMemberSecret }, laptop, random)).bytes,
    );
    expect([...(await openMemberSecrets(await keyring(), tablet)).keys()]).toEqual([1, 0]);
  });

  it('the paper device may revoke the laptop; nobody revokes the paper device', async () => {
    const { laptop, paper, memberSecret, entries, keyring } = await setUp();
    const revoke = { memberSecret, newMemberSecret: freshMemberSecret(random) };
    const against = (await revokeDevice(await keyring(), { device: paper.id, ...revoke }, laptop, random)).bytes;
    expect(await readKeyring([...entries, against])).toEqual({ ok: false, error: { type: 'NotAllowed', n: 3 } });
    entries.push((await revokeDevice(await keyring(), { device: laptop.id, ...revoke }, paper, random)).bytes);
    expect((await keyring()).devices.get(laptop.id)?.revoked).toBe(true);
  });

  it('listens to present devices of this person only', async () => {
    const { laptop, phone, memberSecret, entries, keyring } = await setUp();
    const stranger = await newDevice();
    const add = { device: describeDevice(stranger, 'device'), memberSecret };
    const revoke = { memberSecret, newMemberSecret: freshMemberSecret(random) };
    const now = await keyring();
    const refused = [
      (await addDevice(now, add, stranger, random)).bytes,
      (await addDevice(now, { ...add, device: describeDevice(laptop, 'paper') }, laptop, random)).bytes,
      (await revokeDevice(now, { device: stranger.id, ...revoke }, laptop, random)).bytes,
      await forge(now, { type: 'begin', agreement: laptop.agreement.publicKey, memberKey: laptop.agreement.publicKey, sealed: [] }, laptop),
    ];
    for (const bytes of refused) expect(errorOf(await readKeyring([...entries, bytes]))).toBe('NotAllowed');
    entries.push((await revokeDevice(now, { device: phone.id, ...revoke }, laptop, random)).bytes);
    const after = await keyring();
    expect(errorOf(await readKeyring([...entries, (await addDevice(after, add, phone, random)).bytes]))).toBe('NotAllowed');
    expect(
      errorOf(await readKeyring([...entries, (await revokeDevice(after, { device: phone.id, ...revoke }, laptop, random)).bytes])),
    ).toBe('NotAllowed');
  });

  it('with an entry of a kind that only a newer app knows says so, when a present device of this person signed it', async () => {
    const { laptop, phone, memberSecret, entries, keyring } = await setUp();
    const now = await keyring();
    const newer = { type: 'rename', device: phone.id, name: filledBytes(1) };
    const read = async (body: object, signer: DeviceKeys) => errorOf(await readKeyring([...entries, await forge(now, body, signer)]));
    expect(await readKeyring([...entries, await forge(now, newer, laptop)])).toEqual({ ok: false, error: { type: 'NewerVersion', n: 3 } });
    expect(await read(newer, await newDevice())).toBe('NotAllowed');
    expect(await read({ type: 7 }, laptop)).toBe('Malformed');
    expect(await read({ type: 'add', more: 1 }, laptop)).toBe('Malformed');
    const first = await signEntry('knooppunt/keyring/v1', { stream: someMember, n: 0, previous: null }, newer, laptop);
    expect(errorOf(await readKeyring([first.bytes]))).toBe('NotAllowed');
    const revoke = { memberSecret, newMemberSecret: freshMemberSecret(random) };
    entries.push((await revokeDevice(now, { device: phone.id, ...revoke }, laptop, random)).bytes);
    expect(errorOf(await readKeyring([...entries, await forge(await keyring(), newer, phone)]))).toBe('NotAllowed');
  });

  it('is a chain: nothing left out, swapped, repeated, or from another person', async () => {
    const { laptop, entries } = await setUp();
    const [first, second, third] = entries as [Bytes, Bytes, Bytes];
    expect(errorOf(await readKeyring([]))).toBe('KeyringEmpty');
    for (const chain of [[second], [first, third], [first, third, second], [first, second, second]])
      expect(errorOf(await readKeyring(chain))).toBe('KeyringBroken');
    const other = (await createKeyring(idOf<MemberId>(1, 16), laptop, freshMemberSecret(random), random)).bytes;
    expect(errorOf(await readKeyring([other, second]))).toBe('KeyringBroken');
    const { hash } = valueOf(await readKeyring([first]));
    const moved = (await signEntry('knooppunt/keyring/v1', { stream: someDocument, n: 1, previous: hash }, { type: 'add' }, laptop)).bytes;
    expect(errorOf(await readKeyring([first, moved]))).toBe('Malformed');
    const begun = { type: 'add', ...describeDevice(await newDevice(), 'device'), sealed: filledBytes(0) };
    const elsewhere = (await signEntry('knooppunt/keyring/v1', { stream: someDocument, n: 1, previous: hash }, begun, laptop)).bytes;
    expect(errorOf(await readKeyring([first, elsewhere]))).toBe('KeyringBroken');
    const notBegun = (await signEntry('knooppunt/keyring/v1', { stream: someMember, n: 0, previous: null }, begun, laptop)).bytes;
    expect(errorOf(await readKeyring([notBegun]))).toBe('NotAllowed');
  });

  it('refuses every turned bit, and an entry made for another kind of stream', async () => {
    const { laptop, entries } = await setUp();
    const [first] = entries as [Bytes];
    for (let bit = 0; bit < first.length * 8; bit += 3) expect((await readKeyring([flipBit(first, bit)])).ok).toBe(false);
    const body = { type: 'begin', agreement: laptop.agreement.publicKey, memberKey: laptop.agreement.publicKey, sealed: [] };
    const roster = (await signEntry('knooppunt/roster/v1', { stream: someMember, n: 0, previous: null }, body, laptop)).bytes;
    expect(errorOf(await readKeyring([roster]))).toBe('BadSignature');
    const [content, signature] = decodeCbor(first) as [Uint8Array, Uint8Array];
    const newer = encodeCbor((decodeCbor(content) as unknown[]).with(0, 2));
    expect(errorOf(await readKeyring([encodeCbor([newer, signature])]))).toBe('NewerVersion');
    expect([encodeCbor([newer, signature]), first, Uint8Array.of(0)].map(isNewerEntry)).toEqual([true, false, false]);
    expect(errorOf(await readKeyring([concatBytes(first, Uint8Array.of(0))]))).toBe('Malformed');
  });

  it('has a form that does not drift', async () => {
    const device = await importDeviceKeys(filledBytes(1, 64));
    const fixed = await createKeyring(someMember, device, filledBytes(2), (length) => filledBytes(9, length));
    expect(fixed.hash).toMatchInlineSnapshot(`"bdkMutcf5xYjIVKLVz5tjTdyiwWoY--ihcX8VB7H7E0"`);
  });

  it('does not hand out a member key that is not the one it names', async () => {
    const { laptop, paper, keyring, entries } = await setUp();
    const lie = await revokeDevice(
      await keyring(),
      { device: laptop.id, memberSecret: filledBytes(1), newMemberSecret: filledBytes(2) },
      paper,
      random,
    );
    entries.push(lie.bytes);
    const tablet = await newDevice();
    entries.push(
      (await addDevice(await keyring(), { device: describeDevice(tablet, 'device'), memberSecret: filledBytes(2) }, paper, random)).bytes,
    );
    expect([...(await openMemberSecrets(await keyring(), tablet)).keys()]).toEqual([1]);
  });
});

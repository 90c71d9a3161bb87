import { describe, expect, it } from 'vitest';
import { foldRoster } from '../../src/core/circle/foldRoster.ts';
import type { RosterChange, RosterHash } from '../../src/core/circle/rosterEntry.ts';
import type { CivilDate } from '../../src/core/shared/civilDate.ts';
import type { CaseId, DeviceId, DocumentId, EntityId, MemberId, OperationId } from '../../src/core/shared/ids.ts';
import { openEpochs, sealEpoch, sealWelcome } from '../../src/crypto/epochs.ts';
import { freshEpochSecret, freshMemberSecret, importAgreementKeys } from '../../src/crypto/keys.ts';
import { type NewRosterEntry, signRosterEntry } from '../../src/crypto/signRosterEntry.ts';
import { readEntryNumber } from '../../src/crypto/verification/entry.ts';
import type { KeyringHash } from '../../src/crypto/verification/keyring.ts';
import { openRosterEntry, readBinding } from '../../src/crypto/verification/rosterEntry.ts';
import {
  createSealingKeys,
  errorOf,
  filledBytes,
  flipBit,
  hashOf,
  idOf,
  someDocument,
  someMember,
  valueOf,
} from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const random = createSeededRandom(41).bytes;
const { device } = await createSealingKeys();
const other = idOf<MemberId>(10, 16);
const ownerOf = (asked: DeviceId) => (asked === device.id ? someMember : undefined);
const genesis: RosterChange = { type: 'genesis', kind: 'plan', caseId: idOf<CaseId>(3, 16) };
const plain: Omit<NewRosterEntry, 'change'> = {
  doc: someDocument,
  n: 0,
  previous: null,
  by: someMember,
  wall: 1,
  keyring: null,
  epoch: null,
  welcome: null,
};

const reader = async (member: MemberId, seed: number) => {
  const keys = await importAgreementKeys(filledBytes(seed));
  return { member, generation: 0, publicKey: keys.publicKey, keys: new Map([[0, keys]]) };
};

describe('a roster entry', () => {
  const head = { device: device.id, incarnation: idOf(1, 8), seq: 4 };
  const changes: readonly RosterChange[] = [
    genesis,
    { type: 'add', member: other, role: 'expert', succeeds: null, until: '2026-12-31' as CivilDate },
    { type: 'add', member: other, role: 'caregiver', succeeds: someMember, until: null },
    { type: 'role', member: other, role: 'reader', heads: [head] },
    { type: 'invite', invitation: 'x', role: 'youngPerson', expires: 5 },
    { type: 'propose', member: other, reason: 'c2VhbGVk' },
    { type: 'remove', member: other, heads: [], reason: 'verhuisd', seconded: someMember },
    { type: 'rotate', epoch: 1, revoked: [device.id], heads: [head] },
    {
      type: 'redact',
      erased: [
        { envelope: hashOf(2), operations: [{ entity: 'family' as EntityId, field: 'name', preds: [`${hashOf(1)}/0` as OperationId] }] },
      ],
      cells: [{ entity: 'family' as EntityId, field: 'name' }],
    },
    { type: 'destroy', reason: 'op verzoek' },
  ];

  it.each(changes.map((change) => [change.type, change] as const))('%s comes back as it was signed', async (_, change) => {
    const input = { ...plain, n: 3, previous: idOf<RosterHash>(6, 32), change };
    const signed = await signRosterEntry(input, device);
    const { entry } = valueOf(await openRosterEntry(signed.bytes, someDocument, ownerOf));
    expect(entry).toEqual({ n: 3, hash: signed.hash, previous: input.previous, doc: someDocument, by: someMember, wall: 1, ...change });
  });

  it('has a form that does not drift', async () => {
    expect((await signRosterEntry({ ...plain, change: genesis }, device)).hash).toMatchInlineSnapshot(
      `"tTCnLUY1JdRFzDurLoaMpfWf6rUVR2RPBaMG8O_h4F0"`,
    );
  });

  it('is refused with any bit turned, for another document, or from a device that is not theirs', async () => {
    const { bytes } = await signRosterEntry({ ...plain, change: genesis }, device);
    for (let bit = 0; bit < bytes.length * 8; bit++)
      expect((await openRosterEntry(flipBit(bytes, bit), someDocument, ownerOf)).ok).toBe(false);
    expect(errorOf(await openRosterEntry(bytes, idOf<DocumentId>(1, 16), ownerOf))).toBe('WrongDocument');
    expect(errorOf(await openRosterEntry(bytes, someDocument, () => other))).toBe('NotTheirDevice');
  });

  it.each([
    [{ type: 'add', member: other, role: 'king', succeeds: null, until: null }],
    [{ type: 'add', member: other, role: 'lead', succeeds: null, until: '2026-02-30' }],
    [{ type: 'crown', member: other }],
    [{ type: 'redact', erased: [{ envelope: hashOf(2), operations: [{ entity: 'family', field: 'name', preds: ['x/y'] }] }], cells: [] }],
    [{ type: 'genesis', kind: 'plan', caseId: 'short' }],
    [{ ...genesis, extra: 1 }],
  ])('is malformed when it says %j', async (change) => {
    const { bytes } = await signRosterEntry({ ...plain, change: change as RosterChange }, device);
    expect(errorOf(await openRosterEntry(bytes, someDocument, ownerOf))).toBe('Malformed');
  });

  it('says whom it binds to which keyring, and where it stands, before anybody is known', async () => {
    const keyring = idOf<KeyringHash>(5, 32);
    const sign = async (change: RosterChange, bound: KeyringHash | null = keyring) =>
      (await signRosterEntry({ ...plain, n: 4, previous: idOf<RosterHash>(6, 32), change, keyring: bound }, device)).bytes;
    const added: RosterChange = { type: 'add', member: other, role: 'professional', succeeds: null, until: null };
    expect(await readBinding(await sign(genesis))).toEqual({ member: someMember, keyring });
    expect(await readBinding(await sign(added))).toEqual({ member: other, keyring });
    for (const bytes of [await sign(added, null), await sign({ type: 'destroy', reason: '' }), flipBit(await sign(added), 900)])
      expect(await readBinding(bytes)).toBeUndefined();
    expect(readEntryNumber(await sign(added))).toBe(4);
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x82, 0x41, 1, 0x58, 64, ...filledBytes(0, 64))])
      expect(readEntryNumber(bytes)).toBeUndefined();
  });

  it('is what core/circle folds: linked by hash', async () => {
    const first = await signRosterEntry({ ...plain, change: genesis }, device);
    const second = await signRosterEntry(
      { ...plain, n: 1, previous: first.hash, change: { type: 'add', member: other, role: 'professional', succeeds: null, until: null } },
      device,
    );
    const entries = [];
    for (const { bytes } of [first, second]) entries.push(valueOf(await openRosterEntry(bytes, someDocument, ownerOf)).entry);
    expect([...valueOf(foldRoster(entries)).members.keys()]).toEqual([someMember, other]);
    expect(errorOf(foldRoster([entries[0]!, { ...entries[1]!, previous: second.hash }]))).toBe('RosterBroken');
  });
});

describe('epoch keys in a roster', () => {
  const open = async (input: NewRosterEntry) =>
    valueOf(await openRosterEntry((await signRosterEntry(input, device)).bytes, someDocument, ownerOf));

  /** I begin, the other joins, the key is renewed without them. */
  async function tell() {
    const [me, them] = [await reader(someMember, 51), await reader(other, 52)];
    const [first, second] = [freshEpochSecret(random), freshEpochSecret(random)];
    const begun = await sealEpoch({ doc: someDocument, epoch: 0, secret: first, previous: null }, [me], random);
    const welcome = await sealWelcome(someDocument, 0, first, them, random);
    const renewed = await sealEpoch({ doc: someDocument, epoch: 1, secret: second, previous: first }, [me], random);
    const joins: RosterChange = { type: 'add', member: other, role: 'professional', succeeds: null, until: null };
    const entries = [
      await open({ ...plain, change: genesis, epoch: begun }),
      await open({ ...plain, n: 1, previous: idOf<RosterHash>(1, 32), change: joins, keyring: idOf(2, 32), welcome }),
      await open({
        ...plain,
        n: 2,
        previous: idOf<RosterHash>(2, 32),
        change: { type: 'rotate', epoch: 1, revoked: [], heads: [] },
        epoch: renewed,
      }),
    ];
    return { me, them, first, second, entries };
  }

  it('open for whom they were sealed to, and for nobody else', async () => {
    const { me, them, first, second, entries } = await tell();
    expect([...(await openEpochs(someDocument, entries, someMember, me.keys))]).toEqual([
      [1, second],
      [0, first],
    ]);
    expect([...(await openEpochs(someDocument, entries, other, them.keys))]).toEqual([[0, first]]);
    expect([...(await openEpochs(someDocument, entries, someMember, them.keys))]).toEqual([]);
    expect([...(await openEpochs(someDocument, entries, other, new Map()))]).toEqual([]);
  });

  it('hand down the history to who comes in later', async () => {
    const { first, second, entries } = await tell();
    const late = await reader(idOf<MemberId>(12, 16), 53);
    const welcome = await sealWelcome(someDocument, 1, second, late, random);
    const joined = { ...entries[1]!, welcome };
    expect([...(await openEpochs(someDocument, [entries[0]!, joined, entries[2]!], late.member, late.keys))]).toEqual([
      [1, second],
      [0, first],
    ]);
  });

  it('leave out a key that is not the one the roster is committed to, and a history that does not open', async () => {
    const { them, entries } = await tell();
    const lie = await sealWelcome(someDocument, 0, freshMemberSecret(random), them, random);
    expect((await openEpochs(someDocument, [entries[0]!, { ...entries[1]!, welcome: lie }], other, them.keys)).size).toBe(0);
    const { me, second } = await tell();
    const broken = await sealEpoch({ doc: someDocument, epoch: 1, secret: second, previous: null }, [me], random);
    const onlyLatest = [
      { ...entries[0]!, epoch: { ...entries[0]!.epoch!, sealed: [] } },
      { ...entries[2]!, epoch: { ...broken, previous: filledBytes(1, 5) } },
    ];
    expect([...(await openEpochs(someDocument, onlyLatest, someMember, me.keys)).keys()]).toEqual([1]);
  });
});

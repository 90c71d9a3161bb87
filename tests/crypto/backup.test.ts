import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBackup, sealBackup } from '../../src/crypto/backup.ts';
import { encodeBackupHeader, readBackupHeader } from '../../src/crypto/backupHeader.ts';
import { openLockbox, sealLockbox } from '../../src/crypto/lockbox.ts';
import { freshVaultSecret } from '../../src/crypto/vault.ts';
import { concatBytes, joinBytes } from '../../src/protocol/bytes.ts';
import { errorOf, filledBytes, flipBit, valueOf } from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const random = createSeededRandom(61).bytes;
const secret = freshVaultSecret(random);
const unlockKey = filledBytes(9);
const kdf = { algorithm: 'argon2id', memoryKiB: 19_456, passes: 2, salt: filledBytes(1, 16) } as const;
const opening = { kdf, lockboxes: { passphrase: await sealLockbox(secret, 'passphrase', unlockKey, random), paper: null } };
const tables = ['device', 'envelope'] as const;
type Records = Parameters<typeof sealBackup>[1];

const write = async (records: Records) => joinBytes(await sealBackup(opening, records, secret, random));
const few: Records = [
  { table: 'device', key: 'device', bytes: filledBytes(1, 50) },
  { table: 'envelope', key: 'a/b/c/0000000000', bytes: filledBytes(2, 300) },
];
/** More than two chunks, and a last one that is not full. */
const many: Records = Array.from({ length: 700 }, (_, n) => ({ table: 'envelope', key: `a/${n}`, bytes: random(250) }));

describe('a backup', () => {
  it('gives everything back, in order', async () => {
    for (const records of [[], few, many]) expect(valueOf(await openBackup(await write(records), secret, tables))).toEqual(records);
  });

  it('gives everything back, whatever it is', async () => {
    const record = fc.record({
      table: fc.constantFrom(...tables),
      key: fc.string({ unit: 'grapheme' }),
      bytes: fc.uint8Array({ maxLength: 40_000 }).map((bytes) => Uint8Array.from(bytes)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 12 }), async (records) => {
        expect(valueOf(await openBackup(await write(records), secret, tables))).toEqual(records);
      }),
      { numRuns: 60 },
    );
  });

  it('brings its own way in: passphrase parameters and lockbox', async () => {
    const { header } = valueOf(await readBackupHeader(await write(few)));
    expect(header.kdf).toEqual(kdf);
    expect(valueOf(await openLockbox(header.lockboxes.passphrase, 'passphrase', unlockKey))).toEqual(secret);
  });

  it('is refused when any bit is turned (every bit of a small one)', async () => {
    const file = await write(few);
    const said = new Map<string | undefined, number>();
    for (let bit = 0; bit < file.length * 8; bit++) {
      const error = errorOf(await openBackup(flipBit(file, bit), secret, tables));
      said.set(error, (said.get(error) ?? 0) + 1);
    }
    expect(new Set(said.keys())).toEqual(new Set(['Damaged', 'NewerVersion', 'NotABackup', 'Truncated']));
    // Only the name, the version number and the length of the header can make it look like something else.
    expect((said.get('NotABackup') ?? 0) + (said.get('NewerVersion') ?? 0) + (said.get('Truncated') ?? 0)).toBeLessThanOrEqual(15 * 8);
  });

  it('that was cut off anywhere says so and gives nothing', async () => {
    const file = await write(many);
    expect(errorOf(await openBackup(file.slice(0, 9), secret, tables))).toBe('NotABackup');
    for (let length = 10; length < file.length; length += 977)
      expect(errorOf(await openBackup(file.slice(0, length), secret, tables))).toBe('Truncated');
    expect(errorOf(await openBackup(file.slice(0, -1), secret, tables))).toBe('Truncated');
    expect(errorOf(await openBackup(concatBytes(file, filledBytes(0, 1)), secret, tables))).toBe('Damaged');
  });

  it('whose chunks changed places, or came from another backup, gives nothing', async () => {
    const [header, first, second, ...rest] = await sealBackup(opening, many, secret, random);
    const [, foreign] = await sealBackup(opening, many, secret, random);
    expect(errorOf(await openBackup(joinBytes([header!, second!, first!, ...rest]), secret, tables))).toBe('Damaged');
    expect(errorOf(await openBackup(joinBytes([header!, foreign!, second!, ...rest]), secret, tables))).toBe('Damaged');
  });

  it('tells a wrong secret, a newer version and another kind of file apart', async () => {
    const file = await write(few);
    expect(errorOf(await openBackup(file, freshVaultSecret(random), tables))).toBe('WrongSecret');
    const newer = file.slice();
    newer[10] = 2;
    expect(errorOf(await openBackup(newer, secret, tables))).toBe('NewerVersion');
    expect(errorOf(await openBackup(new TextEncoder().encode('<?xml version="1.0"?>'), secret, tables))).toBe('NotABackup');
    expect(errorOf(await openBackup(new Uint8Array(), secret, tables))).toBe('NotABackup');
  });

  it('with a table that this app does not know gives nothing', async () => {
    expect(errorOf(await openBackup(await write([{ table: 'other', key: 'x', bytes: filledBytes(1) }]), secret, tables))).toBe('Damaged');
  });

  it('cannot ask for more work than a passphrase may cost', async () => {
    const greedy = { ...opening, kdf: { ...kdf, memoryKiB: 2 ** 30 } };
    expect(errorOf(await readBackupHeader(joinBytes(await sealBackup(greedy, few, secret, random))))).toBe('Damaged');
  });

  it('is nowhere readable', async () => {
    const text = new TextEncoder().encode('Familie de Vries');
    expect(Buffer.from(await write([{ table: 'device', key: 'Familie de Vries', bytes: text }])).includes('Familie')).toBe(false);
  });

  it('has a form that does not drift', async () => {
    const header = await encodeBackupHeader({
      ...opening,
      lockboxes: { passphrase: filledBytes(1, 4), paper: filledBytes(2, 4) },
      salt: filledBytes(3),
      keyCheck: filledBytes(4),
      contentLength: 5,
    });
    expect(Buffer.from(header).toString('hex')).toMatchInlineSnapshot(
      `"4b4e4f4f5050554e540001000000cba5636b6466a46473616c745001010101010101010101010101010101667061737365730269616c676f726974686d686172676f6e326964696d656d6f72794b6942194c006473616c7458200303030303030303030303030303030303030303030303030303030303030303686b6579436865636b58200404040404040404040404040404040404040404040404040404040404040404696c6f636b626f786573a265706170657244020202026a7061737370687261736544010101016d636f6e74656e744c656e6774680588dd10a5a9451e0ac83c2ec535f0c0134b2ab114c9b95fd7ff860dc3881be602"`,
    );
  });
});

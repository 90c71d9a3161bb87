import { describe, expect, it } from 'vitest';
import { openLockbox, openPaperLockbox, sealLockbox, sealPaperLockbox } from '../../src/crypto/lockbox.ts';
import { freshRecoveryCode, importPaperDevice } from '../../src/crypto/recoveryCode.ts';
import { freshVaultSecret, importVault, openRecord, sealRecord } from '../../src/crypto/vault.ts';
import { decodeCbor, encodeCbor } from '../../src/protocol/cbor.ts';
import { errorOf, filledBytes, flipBit, valueOf } from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const random = createSeededRandom(21).bytes;
const secret = freshVaultSecret(random);
const vault = await importVault(secret);
const content = filledBytes(6, 40);
const newer = (bytes: Uint8Array) => encodeCbor((decodeCbor(bytes) as unknown[]).with(0, 2));

describe('a sealed record', () => {
  it('opens only with its vault, as what it is, in its own place', async () => {
    const sealed = await sealRecord(vault, 'profile', 'me', content, random);
    expect(valueOf(await openRecord(vault, 'profile', 'me', sealed))).toEqual(content);
    expect(errorOf(await openRecord(vault, 'settings', 'me', sealed))).toBe('Tampered');
    expect(errorOf(await openRecord(vault, 'profile', 'you', sealed))).toBe('Tampered');
    expect(errorOf(await openRecord(await importVault(freshVaultSecret(random)), 'profile', 'me', sealed))).toBe('Tampered');
  });

  it('is refused when any bit is turned', async () => {
    const sealed = await sealRecord(vault, 'profile', 'me', content, random);
    for (let bit = 0; bit < sealed.length * 8; bit++)
      expect((await openRecord(vault, 'profile', 'me', flipBit(sealed, bit))).ok).toBe(false);
  });

  it('of a newer app is called newer, nonsense is called malformed', async () => {
    const sealed = await sealRecord(vault, 'profile', 'me', content, random);
    expect(errorOf(await openRecord(vault, 'profile', 'me', newer(sealed)))).toBe('NewerVersion');
    expect(errorOf(await openRecord(vault, 'profile', 'me', Uint8Array.of(1)))).toBe('Malformed');
  });

  it('has a form that does not drift', async () => {
    const fixed = await sealRecord(await importVault(filledBytes(1) as never), 'profile', 'me', filledBytes(2, 4), () =>
      filledBytes(3, 12),
    );
    expect(Buffer.from(fixed).toString('hex')).toMatchInlineSnapshot(
      `"83014c030303030303030303030303546be50261d4f676bfcd133e1ce3aec24142ba123f"`,
    );
  });
});

describe('lockboxes', () => {
  it('one vault opens with the passphrase and with the paper code', async () => {
    const unlockKey = random(32);
    const paper = await importPaperDevice(freshRecoveryCode(random));
    const byPassphrase = await sealLockbox(secret, 'passphrase', unlockKey, random);
    const onPaper = await sealPaperLockbox(secret, paper.agreement.publicKey, random);
    expect(valueOf(await openLockbox(byPassphrase, 'passphrase', unlockKey))).toEqual(secret);
    expect(valueOf(await openPaperLockbox(onPaper, paper))).toEqual(secret);
  });

  it('stay shut for another key, way or code', async () => {
    const unlockKey = random(32);
    const sealed = await sealLockbox(secret, 'passphrase', unlockKey, random);
    expect(errorOf(await openLockbox(sealed, 'passphrase', random(32)))).toBe('WrongSecret');
    expect(errorOf(await openLockbox(sealed, 'passkey', unlockKey))).toBe('WrongSecret');
    const [paper, other] = [await importPaperDevice(freshRecoveryCode(random)), await importPaperDevice(freshRecoveryCode(random))];
    const onPaper = await sealPaperLockbox(secret, paper.agreement.publicKey, random);
    expect(errorOf(await openPaperLockbox(onPaper, other))).toBe('WrongSecret');
    expect(errorOf(await openPaperLockbox(sealed, paper))).toBe('Malformed');
    expect(errorOf(await openLockbox(onPaper, 'passphrase', unlockKey))).toBe('Malformed');
  });

  it('are refused when any bit is turned, and newer ones are called newer', async () => {
    const unlockKey = random(32);
    const sealed = await sealLockbox(secret, 'passphrase', unlockKey, random);
    for (let bit = 0; bit < sealed.length * 8; bit++)
      expect((await openLockbox(flipBit(sealed, bit), 'passphrase', unlockKey)).ok).toBe(false);
    expect(errorOf(await openLockbox(newer(sealed), 'passphrase', unlockKey))).toBe('NewerVersion');
    const paper = await importPaperDevice(freshRecoveryCode(random));
    expect(errorOf(await openPaperLockbox(newer(await sealPaperLockbox(secret, paper.agreement.publicKey, random)), paper))).toBe(
      'NewerVersion',
    );
  });
});

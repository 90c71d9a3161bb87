import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../src/core/shared/ids.ts';
import { openPresence, sealPresence } from '../../src/crypto/presence.ts';
import { filledBytes, flipBit, idOf, someDocument } from '../support/cryptoFixtures.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const place = { doc: someDocument, epoch: 2, device: idOf(8, 32) };
const content = Uint8Array.of(1, 2, 3);

describe('presence', () => {
  it('opens for whoever has the key, in its own place', async () => {
    const sealed = await sealPresence(filledBytes(5), place, content, createSeededRandom(1).bytes);
    expect(await openPresence(filledBytes(5), place, sealed)).toEqual(content);
  });

  it('opens with no other key, document, epoch or device, and not with a bit turned or cut short', async () => {
    const sealed = await sealPresence(filledBytes(5), place, content, createSeededRandom(1).bytes);
    const others = [{ doc: idOf<DocumentId>(6, 16) }, { epoch: 3 }, { device: idOf(9, 32) }];
    for (const other of others) expect(await openPresence(filledBytes(5), { ...place, ...other }, sealed)).toBeUndefined();
    expect(await openPresence(filledBytes(6), place, sealed)).toBeUndefined();
    for (let bit = 0; bit < sealed.length * 8; bit += 7)
      expect(await openPresence(filledBytes(5), place, flipBit(sealed, bit))).toBeUndefined();
    expect(await openPresence(filledBytes(5), place, sealed.slice(0, 5))).toBeUndefined();
  });
});

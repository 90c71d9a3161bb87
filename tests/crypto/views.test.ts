import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../src/core/shared/ids.ts';
import { openEnvelope, sealEnvelope } from '../../src/crypto/envelope.ts';
import { openEpochs } from '../../src/crypto/epochs.ts';
import { importAgreementKeys, importDocumentKey } from '../../src/crypto/keys.ts';
import type { SignedRosterEntry } from '../../src/crypto/verification/rosterEntry.ts';
import { deriveViewsSecret, openViews, sealViews } from '../../src/crypto/views.ts';
import { createSealingKeys, filledBytes, idOf, someDocument, someInput, someMember, valueOf } from '../support/cryptoFixtures.ts';

const { device, random } = await createSealingKeys();
const secrets = new Map([0, 1, 2].map((epoch) => [epoch, filledBytes(epoch + 20)] as const));
const auditor = await importAgreementKeys(filledBytes(60));
const memberKeys = new Map([[0, auditor]]);
const reader = { member: someMember, generation: 0, publicKey: auditor.publicKey };
const other = idOf<MemberId>(10, 16);

/** An entry as far as keys are read from it. */
const entry = (keys: Partial<Pick<SignedRosterEntry, 'epoch' | 'welcome'>>) =>
  ({ epoch: null, welcome: null, ...keys }) as SignedRosterEntry;
const newEpoch = (epoch: number, sealed: Awaited<ReturnType<typeof sealViews>>[]) =>
  entry({ epoch: { epoch, commitment: filledBytes(1), sealed, previous: null } });

describe('an auditor', () => {
  it('is given the keys of the access log of every epoch so far, and of those that come', async () => {
    const given = await sealViews({ doc: someDocument, epoch: 1, secrets }, reader, random);
    const later = await sealViews({ doc: someDocument, epoch: 2, secrets }, reader, random);
    const entries = [entry({}), entry({ welcome: { epoch: 1, ...given } }), newEpoch(2, [{ ...later, member: other }, later])];
    const opened = await openViews(someDocument, entries, someMember, memberKeys);
    expect([...opened.keys()]).toEqual([0, 1, 2]);
    for (const [epoch, secret] of secrets) expect(opened.get(epoch)).toEqual(await deriveViewsSecret(secret, someDocument, epoch));
  });

  it('gets no key of the content from them: what is sealed for readers stays shut', async () => {
    const given = await sealViews({ doc: someDocument, epoch: 0, secrets }, reader, random);
    const entries = [newEpoch(0, [given])];
    expect((await openEpochs(someDocument, entries, someMember, memberKeys)).size).toBe(0);
    const views = (await openViews(someDocument, entries, someMember, memberKeys)).get(0)!;
    const contentKey = await importDocumentKey(someDocument, 0, secrets.get(0)!);
    const viewsKey = await importDocumentKey(someDocument, 0, views);
    const content = await sealEnvelope(someInput, { device, documentKey: contentKey, random });
    const seen = await sealEnvelope(someInput, { device, documentKey: viewsKey, random });
    const openWith = (key: typeof viewsKey, { bytes }: typeof seen) => openEnvelope(bytes, { doc: someDocument, documentKey: () => key });
    expect(await openWith(viewsKey, content)).toMatchObject({ ok: false, error: { type: 'WrongKey' } });
    expect(await openWith(contentKey, seen)).toMatchObject({ ok: false, error: { type: 'WrongKey' } });
    expect(valueOf(await openWith(viewsKey, seen)).seq).toBe(someInput.seq);
  });

  it('reads nothing that whoever let them in could not read, nor with another key', async () => {
    const given = await sealViews({ doc: someDocument, epoch: 1, secrets: new Map([...secrets].slice(1)) }, reader, random);
    const entries = [entry({ welcome: { epoch: 1, ...given } })];
    expect([...(await openViews(someDocument, entries, someMember, memberKeys)).keys()]).toEqual([1]);
    expect((await openViews(someDocument, entries, someMember, new Map())).size).toBe(0);
    expect((await openViews(someDocument, entries, someMember, new Map([[0, await importAgreementKeys(filledBytes(61))]]))).size).toBe(0);
    expect((await openViews(someDocument, entries, other, memberKeys)).size).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { foldEnvelopes, type FoldRules } from '../../src/core/document/fold.ts';
import type { OpenedEnvelope } from '../../src/core/document/operation.ts';
import { emptyDocument, nextPlace, readCandidates, waitingCount } from '../../src/core/document/state.ts';
import type { EntityId, OperationId } from '../../src/core/shared/ids.ts';
import { eraseOperations, openEnvelope, sealEnvelope } from '../../src/crypto/envelope.ts';
import { redactEnvelope } from '../../src/crypto/verification/envelope.ts';
import type { Bytes } from '../../src/protocol/bytes.ts';
import { createSealingKeys, idOf, someDocument, someMember, valueOf } from '../support/cryptoFixtures.ts';

const goal = `goal.${someMember}.AAAAAAAAAAAAAAAAAAAAAA` as EntityId;
const rules: FoldRules = { authorOf: () => ({ member: someMember, role: 'lead' }), permits: () => true };

/** One device that writes a wish, then another wish over it, then something else: sealed, chained envelopes. */
async function writeThreeTimes() {
  const keys = await createSealingKeys();
  const incarnation = idOf(4, 8);
  let state = emptyDocument(someDocument);
  const log: { bytes: Bytes; opened: OpenedEnvelope }[] = [];
  const opening = { doc: someDocument, documentKey: () => keys.documentKey };
  const write = async (field: string, value: string) => {
    const preds: OperationId[] = readCandidates(state, goal, field).map(({ id }) => id);
    const { seq, parents, lamport } = nextPlace(state, keys.device.id, incarnation);
    const payload = { wall: seq, lamport, ops: [['set', goal, field, value, preds] as const] };
    const { bytes } = await sealEnvelope({ incarnation, seq, parents, roster: { n: 0, hash: idOf(8, 32) }, payload }, keys);
    const opened = valueOf(await openEnvelope(bytes, opening));
    state = foldEnvelopes(state, [opened], rules);
    log.push({ bytes, opened });
  };
  await write('wish', 'eerst');
  await write('wish', 'wissen');
  await write('now', 'daarna');
  return { log, opening };
}

describe('a log of which one envelope was redacted', () => {
  it('still verifies as a chain, holds the erased value nowhere, and does not bring the older one back', async () => {
    const { log, opening } = await writeThreeTimes();
    const [first, second, third] = log as [(typeof log)[0], (typeof log)[0], (typeof log)[0]];
    const erased = eraseOperations(second.opened.ops);
    const redacted = valueOf(await redactEnvelope(second.bytes, erased));
    const says = { ...opening, erased: (hash: string) => (hash === second.opened.hash ? erased : undefined) };
    const opened = [];
    for (const bytes of [third.bytes, redacted, first.bytes]) opened.push(valueOf(await openEnvelope(bytes, says)));
    const state = foldEnvelopes(emptyDocument(someDocument), opened, rules);
    expect(waitingCount(state)).toBe(0);
    expect(readCandidates(state, goal, 'now').map(({ value }) => value)).toEqual(['daarna']);
    expect(readCandidates(state, goal, 'wish')).toEqual([]);
    expect(JSON.stringify(opened)).not.toContain('wissen');
  });

  it('with the redacted one left out altogether, the later ones wait: a hole is noticed', async () => {
    const { log, opening } = await writeThreeTimes();
    const opened = [];
    for (const { bytes } of [log[0]!, log[2]!]) opened.push(valueOf(await openEnvelope(bytes, opening)));
    expect(waitingCount(foldEnvelopes(emptyDocument(someDocument), opened, rules))).toBe(1);
  });
});

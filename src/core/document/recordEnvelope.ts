import { chainOf, type EnvelopeRecord, joinClocks } from './causality.ts';
import type { Draft } from './draft.ts';
import type { OpenedEnvelope } from './operation.ts';

/** Gives an envelope its place in the causal graph; its parents are there already. */
export function recordEnvelope(draft: Draft, envelope: OpenedEnvelope): EnvelopeRecord {
  const parents = envelope.parents.map((hash) => draft.envelopes.get(hash) as EnvelopeRecord);
  const record = {
    ...continueLine(draft, envelope, parents),
    ...continueChain(envelope, parents[0]),
    lamport: 1 + parents.reduce((highest, parent) => Math.max(highest, parent.lamport), 0),
    seq: envelope.seq,
    redacted: envelope.redacted !== undefined,
  };
  draft.envelopes.set(envelope.hash, record);
  draft.tips[record.line] = envelope.hash;
  for (const parent of envelope.parents) draft.frontier.delete(parent);
  draft.frontier.add(envelope.hash);
  if (record.sound) moveHead(draft, envelope, record);
  return record;
}

/** Along the first parent that is still the tip of its line; else a new line. */
function continueLine(
  draft: Draft,
  envelope: OpenedEnvelope,
  parents: readonly EnvelopeRecord[],
): Pick<EnvelopeRecord, 'line' | 'position' | 'clock'> {
  const tip = parents.find((parent, index) => draft.tips[parent.line] === envelope.parents[index]);
  const line = tip?.line ?? draft.tips.length;
  const position = (tip?.position ?? 0) + 1;
  const clock = joinClocks(parents.map((parent) => parent.clock));
  while (clock.length <= line) clock.push(0);
  clock[line] = position;
  return { line, position, clock };
}

/** The previous envelope of its device and incarnation is the first parent (SPEC 2b); one that skips or jumps is not sound, nor what follows it. */
function continueChain(envelope: OpenedEnvelope, first: EnvelopeRecord | undefined): Pick<EnvelopeRecord, 'chain' | 'roster' | 'sound'> {
  const chain = chainOf(envelope);
  if (envelope.seq === 0) return { chain, roster: envelope.roster, sound: true };
  const previous = first?.chain === chain && first.seq === envelope.seq - 1 ? first : undefined;
  return { chain, roster: Math.max(envelope.roster, previous?.roster ?? 0), sound: previous?.sound ?? false };
}

/** The furthest envelope of a chain; of two at the same place the one with the lower hash, on every device. */
function moveHead(draft: Draft, envelope: OpenedEnvelope, record: EnvelopeRecord): void {
  const head = draft.chains.get(record.chain);
  const isAhead = head === undefined || envelope.seq > head.seq || (envelope.seq === head.seq && envelope.hash < head.hash);
  const forked = head !== undefined && (head.forked || envelope.seq <= head.seq);
  draft.chains.set(record.chain, isAhead ? { hash: envelope.hash, seq: envelope.seq, forked } : { ...head, forked });
}

import type { DeviceId, EnvelopeHash, MemberId } from '../shared/ids.ts';
import { applyOperations } from './applyOperations.ts';
import type { EnvelopeRecord } from './causality.ts';
import { createDraft, type Draft, finishDraft } from './draft.ts';
import { dropOperations } from './dropOperations.ts';
import type { OpenedEnvelope, Operation } from './operation.ts';
import { recordEnvelope } from './recordEnvelope.ts';
import type { DocumentState } from './state.ts';

/** Who may write what: made from a roster and a kind of document by core/circle. */
export interface FoldRules {
  /**
   * The author at that roster entry; undefined when the device was no member's then or the envelope lies beyond a
   * cut-off; `notYet` when this device has not got the entry, so the envelope has to wait.
   */
  readonly authorOf: (
    device: DeviceId,
    rosterN: number,
    place: { readonly incarnation: string; readonly seq: number },
  ) => Author | 'notYet' | undefined;
  /** Depends on nothing but role, operation kind, entity kind, field and the author in the entity's id; never on values. */
  readonly permits: (role: string, operation: Operation, author: MemberId) => boolean;
}

export interface Author {
  readonly member: MemberId;
  readonly role: string;
}

/**
 * Takes envelopes into a document, in any order and any number of times: the same set gives the same content (SPEC 4).
 * What misses a parent or a roster entry waits. Gives back `state` itself when nothing changed.
 */
export function foldEnvelopes(state: DocumentState, envelopes: Iterable<OpenedEnvelope>, rules: FoldRules): DocumentState {
  const retried = readyToRetry(state, rules);
  let draft = retried.length === 0 ? undefined : createDraft(state);
  if (draft !== undefined) forgetWaiting(draft, retried);
  for (const envelope of [...retried, ...envelopes]) {
    if (envelope.doc !== state.doc || isKnown(draft ?? state, envelope)) continue;
    draft ??= createDraft(state);
    if (draft.envelopes.has(envelope.hash)) redact(draft, envelope.hash);
    else deliver(draft, envelope, rules);
  }
  return draft === undefined ? state : finishDraft(draft);
}

/** Applies an envelope and whatever waited for it, or lets it wait. */
function deliver(draft: Draft, arrived: OpenedEnvelope, rules: FoldRules): void {
  const ready = [arrived];
  for (let envelope = ready.pop(); envelope !== undefined; envelope = ready.pop()) {
    const missing = findMissing(draft, envelope, rules);
    if (missing === undefined) {
      apply(draft, envelope, rules);
      ready.push(...release(draft, envelope.hash));
    } else {
      draft.waiting.set(envelope.hash, envelope);
      draft.waitingFor.set(missing, [...new Set([...(draft.waitingFor.get(missing) ?? []), envelope.hash])]);
    }
  }
}

function apply(draft: Draft, envelope: OpenedEnvelope, rules: FoldRules): void {
  const record = recordEnvelope(draft, envelope);
  const isBroken = !record.sound || envelope.roster < record.roster;
  const author = rules.authorOf(envelope.device, envelope.roster, envelope) as Author | undefined;
  applyOperations(draft, envelope, record, {
    author: author?.member ?? null,
    refusal: isBroken ? 'brokenChain' : author === undefined ? 'notMember' : undefined,
    permits: (operation) => author !== undefined && rules.permits(author.role, operation, author.member),
  });
}

/** The content of an envelope already applied was erased: what it wrote goes, what it replaced stays gone (SPEC 10). */
function redact(draft: Draft, hash: EnvelopeHash): void {
  draft.envelopes.set(hash, { ...(draft.envelopes.get(hash) as EnvelopeRecord), redacted: true });
  dropOperations(draft, hash);
}

function findMissing(draft: Draft, envelope: OpenedEnvelope, rules: FoldRules): EnvelopeHash | 'roster' | undefined {
  const parent = envelope.parents.find((hash) => !draft.envelopes.has(hash));
  if (parent !== undefined) return parent;
  return rules.authorOf(envelope.device, envelope.roster, envelope) === 'notYet' ? 'roster' : undefined;
}

/** Takes out everything that waited for this. */
function release(draft: Draft, arrived: EnvelopeHash | 'roster'): OpenedEnvelope[] {
  const released = (draft.waitingFor.get(arrived) ?? []).map((hash) => draft.waiting.get(hash) as OpenedEnvelope);
  draft.waitingFor.delete(arrived);
  for (const envelope of released) draft.waiting.delete(envelope.hash);
  return released;
}

/** Envelopes that waited for a roster entry that is here now. */
const readyToRetry = (state: DocumentState, rules: FoldRules): readonly OpenedEnvelope[] =>
  (state.waitingFor.get('roster') ?? [])
    .map((hash) => state.waiting.get(hash) as OpenedEnvelope)
    .filter((envelope) => rules.authorOf(envelope.device, envelope.roster, envelope) !== 'notYet');

function forgetWaiting(draft: Draft, retried: readonly OpenedEnvelope[]): void {
  for (const envelope of retried) draft.waiting.delete(envelope.hash);
  const still = (draft.waitingFor.get('roster') as EnvelopeHash[]).filter((hash) => draft.waiting.has(hash));
  if (still.length === 0) draft.waitingFor.delete('roster');
  else draft.waitingFor.set('roster', still);
}

/** Whether it would change nothing: already here or waiting, in this form or erased. */
function isKnown(state: Pick<DocumentState, 'envelopes' | 'waiting'>, envelope: OpenedEnvelope): boolean {
  const record = state.envelopes.get(envelope.hash);
  if (record !== undefined) return record.redacted || envelope.redacted === undefined;
  const waiting = state.waiting.get(envelope.hash);
  return waiting !== undefined && (waiting.redacted !== undefined || envelope.redacted === undefined);
}

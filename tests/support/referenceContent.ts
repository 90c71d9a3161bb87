import type { FoldRules } from '../../src/core/document/fold.ts';
import type { OpenedEnvelope, SetOperation } from '../../src/core/document/operation.ts';
import type { EnvelopeHash } from '../../src/core/shared/ids.ts';

/**
 * The live values of a whole log straight from the definition, slowly and without state: a value is live unless a permitted
 * write of the same cell names it and has it in its causal past, or stands behind it in the same envelope (SPEC 7a).
 */
export function findLiveValues(log: readonly OpenedEnvelope[], rules: FoldRules): readonly string[] {
  const envelopes = new Map(log.map((envelope) => [envelope.hash, envelope]));
  const written = log.flatMap((envelope) => (isSound(envelope, envelopes) ? permittedSets(envelope, rules) : []));
  return written
    .filter((old) => !written.some((other) => isSameCell(old, other) && isReplacedBy(old, other, envelopes)))
    .map(({ id, operation }) => `${operation[1]} ${operation[2]} = ${JSON.stringify(operation[3])} (${id})`)
    .sort();
}

interface Written {
  readonly id: string;
  readonly index: number;
  readonly envelope: OpenedEnvelope;
  readonly operation: SetOperation;
}

function permittedSets(envelope: OpenedEnvelope, rules: FoldRules): Written[] {
  const author = rules.authorOf(envelope.device, envelope.roster, envelope);
  if (author === undefined || author === 'notYet') return [];
  return envelope.ops.flatMap((operation, index) => {
    if (operation[0] !== 'set' || !rules.permits(author.role, operation as SetOperation, author.member)) return [];
    return [{ id: `${envelope.hash}/${index}`, index, envelope, operation: operation as SetOperation }];
  });
}

const isSameCell = (a: Written, b: Written): boolean => a.operation[1] === b.operation[1] && a.operation[2] === b.operation[2];

function isReplacedBy(old: Written, other: Written, envelopes: ReadonlyMap<EnvelopeHash, OpenedEnvelope>): boolean {
  if (old.envelope === other.envelope) return other.index > old.index;
  return (other.operation[4] as readonly string[]).includes(old.id) && pastOf(other.envelope, envelopes).has(old.envelope.hash);
}

function pastOf(envelope: OpenedEnvelope, envelopes: ReadonlyMap<EnvelopeHash, OpenedEnvelope>): Set<EnvelopeHash> {
  const past = new Set<EnvelopeHash>();
  const open = [...envelope.parents];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (past.has(hash)) continue;
    past.add(hash);
    open.push(...(envelopes.get(hash) as OpenedEnvelope).parents);
  }
  return past;
}

function isSound({ seq, device, incarnation, parents }: OpenedEnvelope, envelopes: ReadonlyMap<EnvelopeHash, OpenedEnvelope>): boolean {
  if (seq === 0) return true;
  const previous = envelopes.get(parents[0] as EnvelopeHash);
  if (previous?.device !== device || previous.incarnation !== incarnation || previous.seq !== seq - 1) return false;
  return isSound(previous, envelopes);
}

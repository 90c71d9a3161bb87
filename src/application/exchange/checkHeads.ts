import { headsOf } from '../../core/document/state.ts';
import type { OpenDocument } from '../documents/document.ts';
import { envelopeKey } from '../documents/envelopeRecords.ts';
import type { StoredRecord } from '../ports.ts';
import { err } from '../../core/shared/result.ts';
import { deliverEnvelopes, readOutbox } from './deliver.ts';
import type { ExchangeMemory } from './exchangeMemory.ts';
import { differs, type Line, type Outcome } from './line.ts';

const EVERY = 24 * 60 * 60 * 1000;

/** Once a day, and after a clock that jumped. */
export function isCheckDue({ checkedAt }: ExchangeMemory, now: number): boolean {
  return checkedAt === null || Math.abs(now - checkedAt) >= EVERY;
}

/**
 * Offers the last envelope of every chain again: a server that has them says nothing, one that secretly went back misses what came
 * before them (SPEC 20e), whoever wrote it and however long its log looks.
 */
export async function checkHeads(line: Line, document: OpenDocument): Promise<Outcome> {
  const { database } = line.context.ports;
  const { doc } = document;
  const waiting = new Set((await readOutbox(database, doc)).map(({ key }) => key));
  const heads: StoredRecord[] = [];
  for (const [chain, { seq, forked }] of headsOf(document.state())) {
    const key = envelopeKey(doc, chain, seq);
    const bytes = forked || waiting.has(key) ? undefined : await database.get('envelope', key);
    if (bytes) heads.push({ table: 'envelope', key, bytes });
  }
  const offered = await deliverEnvelopes(line, doc, heads);
  // Another stands there than the one that was shown to us: that is no place of ours to give up.
  return !offered.ok && offered.error.type === 'Refused' && offered.error.code === 'SeqTaken' ? err(differs) : offered;
}

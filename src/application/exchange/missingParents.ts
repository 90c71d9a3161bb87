import { missingParents } from '../../core/document/state.ts';
import type { Work } from '../../core/sync/syncState.ts';
import type { OpenDocument } from '../documents/document.ts';
import { keepMemory, readMemory, type ExchangeMemory } from './exchangeMemory.ts';
import type { Line } from './line.ts';

/**
 * A parent that is named and not here is on its way, or was passed over (a server that secretly went back gave it a place below ours).
 * After a round it is waited for one more; still missing then, everything is read from the start, once for the same parents (SPEC 11d).
 */
export async function lookForParents({ context, session }: Line, document: OpenDocument): Promise<readonly Work[]> {
  const memory = await readMemory(context, session, document.doc);
  const missing = missingParents(document.state());
  const { next, follow } = afterRound(memory.missing, missing);
  if (next !== memory.missing) await keepMemory(context, session, document.doc, { ...memory, missing: next });
  return follow;
}

function afterRound(
  before: ExchangeMemory['missing'],
  parents: readonly string[],
): { readonly next: ExchangeMemory['missing']; readonly follow: readonly Work[] } {
  if (parents.length === 0) return { next: before.parents.length === 0 ? before : { parents, asked: false }, follow: [] };
  const isNew = parents.some((parent) => !before.parents.includes(parent));
  if (isNew) return { next: { parents, asked: false }, follow: ['collect'] };
  return before.asked ? { next: before, follow: [] } : { next: { parents, asked: true }, follow: ['compare'] };
}

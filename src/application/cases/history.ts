import { operationId } from '../../core/document/causality.ts';
import type { OpenedEnvelope, Operation, UnknownOperation } from '../../core/document/operation.ts';
import { listSetAside } from '../../core/document/state.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import type { HistoryEntry } from '../application.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { erasuresIn } from './erasures.ts';

/** Who changed what and when, newest first; also what was refused, so that nothing happens unseen. */
export async function readHistory(context: DeviceContext, document: OpenDocument): Promise<readonly HistoryEntry[]> {
  const records = await context.ports.database.list('envelope', `${document.doc}/`);
  const envelopes = [...(await document.openAll(records.map(({ bytes }) => bytes)))].sort(
    (a, b) => a.lamport - b.lamport || (a.hash < b.hash ? -1 : 1),
  );
  const refused = new Set(
    listSetAside(document.state()).flatMap(({ because, envelope, index }) => (because === 'unknown' ? [] : [`${envelope}/${index}`])),
  );
  const known = new Set<EntityId>();
  const written = envelopes
    .flatMap((envelope) => {
      // Erased: what follows did not make it.
      for (const { entity } of envelope.redacted ?? []) known.add(entity);
      return envelope.ops.flatMap((operation, index) => toEntry(document, envelope, operation, index, refused, known));
    })
    .reverse();
  return withErasures(written, document);
}

/** Each above what was written before it, by the clocks of whoever wrote. */
function withErasures(written: readonly HistoryEntry[], { circle }: OpenDocument): readonly HistoryEntry[] {
  const all = [...written];
  for (const { entity, field, by, at } of erasuresIn(circle)) {
    const place = all.findIndex((entry) => entry.at <= at);
    all.splice(place < 0 ? all.length : place, 0, { id: null, at, author: by, entity, field, change: 'erased', value: null });
  }
  return all;
}

function toEntry(
  { rules }: OpenDocument,
  envelope: OpenedEnvelope,
  operation: Operation | UnknownOperation,
  index: number,
  refused: ReadonlySet<string>,
  known: Set<EntityId>,
): readonly HistoryEntry[] {
  const id = operationId(envelope.hash, index);
  const isRefused = refused.has(id);
  const author = rules.authorOf(envelope.device, envelope.roster, envelope);
  if (!author || author === 'notYet') return [];
  const [type, entity, field, value] = operation as Operation;
  const isNew = !known.has(entity);
  if (!isRefused) known.add(entity);
  const change = isRefused
    ? 'refused'
    : type !== 'set' && type !== 'text'
      ? 'unknown'
      : type === 'text'
        ? 'changed'
        : changeOf(field, value, isNew);
  return [{ id, at: envelope.wall, author: author.member, entity, field, change, value: type === 'set' ? value : null }];
}

function changeOf(field: string, value: HistoryEntry['value'], isNew: boolean): HistoryEntry['change'] {
  if (field === 'deleted') return value === true ? 'removed' : 'restored';
  return isNew ? 'added' : 'changed';
}

import type { OpenedEnvelope, Operation, UnknownOperation } from '../../core/document/operation.ts';
import { listSetAside } from '../../core/document/state.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import type { HistoryEntry } from '../application.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';

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
  return envelopes
    .flatMap((envelope) =>
      envelope.ops.flatMap((operation, index) => toEntry(document, envelope, operation, refused.has(`${envelope.hash}/${index}`), known)),
    )
    .reverse();
}

function toEntry(
  { rules }: OpenDocument,
  envelope: OpenedEnvelope,
  operation: Operation | UnknownOperation,
  isRefused: boolean,
  known: Set<EntityId>,
): readonly HistoryEntry[] {
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
  return [{ at: envelope.wall, author: author.member, entity, field, change, value: type === 'set' ? value : null }];
}

function changeOf(field: string, value: HistoryEntry['value'], isNew: boolean): HistoryEntry['change'] {
  if (field === 'deleted') return value === true ? 'removed' : 'restored';
  return isNew ? 'added' : 'changed';
}

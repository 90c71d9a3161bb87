import type { EntityId, OperationId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { kindOf } from './entityId.ts';
import type { CellValue, Operation } from './operation.ts';
import type { EntityTable, FieldType, Schema } from './schema.ts';
import { type DocumentState, entityIdsOf, fieldsOf, isDeleted, isEditedAfterDeletion, readCandidates } from './state.ts';
import { elementField, isSet, readValue } from './view.ts';

export type FieldError =
  | { readonly type: 'UnknownEntity' }
  | { readonly type: 'UnknownField'; readonly field: string }
  | { readonly type: 'FieldMissing'; readonly field: string }
  | { readonly type: 'TextTooLong'; readonly field: string; readonly max: number }
  | { readonly type: 'ValueInvalid'; readonly field: string };

type Operations = Result<readonly Operation[], FieldError>;

/** A new entity with its first values. */
export function addOperations(state: DocumentState, schema: Schema, id: EntityId, fields: Readonly<Record<string, unknown>>): Operations {
  const table = schema[kindOf(id)];
  if (!table || table.single) return err({ type: 'UnknownEntity' });
  for (const field of table.required ?? []) if (isEmpty(fields[field])) return err({ type: 'FieldMissing', field });
  const operations: Operation[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (isEmpty(value)) continue;
    const written = setOperations(state, schema, id, field, value);
    if (!written.ok) return written;
    operations.push(...written.value);
  }
  return ok(operations);
}

/** Writes one field; a set-valued field gives one operation per element that changes. Nothing changed gives no operation. */
export function setOperations(
  state: DocumentState,
  schema: Schema,
  entity: EntityId,
  field: string,
  value: unknown,
  basis?: readonly OperationId[],
): Operations {
  const type = schema[kindOf(entity)]?.fields[field];
  if (!type || type.type === 'note') return err({ type: 'UnknownField', field });
  if (isSet(type)) return setElements(state, schema, entity, field, type, value);
  const parsed = parseValue(state, schema[kindOf(entity)]!, field, type, value);
  if (!parsed.ok) return parsed;
  const seen = readCandidates(state, entity, field);
  const preds = basis ?? seen.map(({ id }) => id);
  const isSame = seen.length === 1 && seen[0]!.value === parsed.value && preds.includes(seen[0]!.id);
  if (isSame || (seen.length === 0 && parsed.value === null)) return ok([]);
  return ok([['set', entity, field, parsed.value, preds]]);
}

export const removeOperations = (state: DocumentState, entity: EntityId): Operations => markDeleted(state, entity, true);
export const restoreOperations = (state: DocumentState, entity: EntityId): Operations => markDeleted(state, entity, null);

/** Whether an entity was ever written here, deleted or not. Single entities always exist. */
export const exists = (state: DocumentState, schema: Schema, entity: EntityId): boolean =>
  schema[kindOf(entity)]?.single === true || fieldsOf(state, entity).length > 0;

function markDeleted(state: DocumentState, entity: EntityId, value: true | null): Operations {
  if (fieldsOf(state, entity).length === 0) return err({ type: 'UnknownEntity' });
  // Deleted while another was editing: deleting again, now with the edit seen, is what decides (SPEC 7c).
  if (isDeleted(state, entity) === (value === true) && !isEditedAfterDeletion(state, entity)) return ok([]);
  return ok([['set', entity, 'deleted', value, readCandidates(state, entity, 'deleted').map(({ id }) => id)]]);
}

function setElements(
  state: DocumentState,
  schema: Schema,
  entity: EntityId,
  field: string,
  type: Extract<FieldType, { type: 'refs' | 'choices' }>,
  value: unknown,
): Operations {
  if (!Array.isArray(value) || !value.every((element) => typeof element === 'string')) return err({ type: 'ValueInvalid', field });
  const wanted = new Set(value as string[]);
  const isKnown = (element: string) =>
    type.type === 'choices'
      ? type.options.includes(element)
      : kindOf(element as EntityId) === type.kind && (type.elsewhere || exists(state, schema, element as EntityId));
  if (![...wanted].every(isKnown)) return err({ type: 'ValueInvalid', field });
  const present = fieldsOf(state, entity).flatMap((cell) => (cell.startsWith(`${field}:`) ? [cell.slice(field.length + 1)] : []));
  return ok(
    [...new Set([...wanted, ...present])].flatMap((element): readonly Operation[] => {
      const cell = elementField(field, element);
      const seen = readCandidates(state, entity, cell);
      const isHeld = seen[0]?.value === true;
      return isHeld === wanted.has(element) && seen.length < 2
        ? []
        : [['set', entity, cell, wanted.has(element) ? true : null, seen.map(({ id }) => id)]];
    }),
  );
}

function parseValue(
  state: DocumentState,
  table: EntityTable,
  field: string,
  type: FieldType,
  value: unknown,
): Result<CellValue, FieldError> {
  if (isEmpty(value)) return table.required?.includes(field) ? err({ type: 'FieldMissing', field }) : ok(null);
  if (type.type === 'text' && typeof value === 'string' && value.length > type.max)
    return err({ type: 'TextTooLong', field, max: type.max });
  const parsed = readValue(type, value as CellValue);
  if (parsed === undefined) return err({ type: 'ValueInvalid', field });
  if (type.type === 'ref' && !isKnownRef(state, type, parsed as EntityId)) return err({ type: 'ValueInvalid', field });
  return ok(parsed);
}

const isKnownRef = (state: DocumentState, { kind, elsewhere }: Extract<FieldType, { type: 'ref' }>, id: EntityId): boolean =>
  kindOf(id) === kind && (elsewhere || entityIdsOf(state, kind).includes(id));

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

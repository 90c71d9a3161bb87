import { parseCivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { authorOf } from './entityId.ts';
import type { Candidate, CellValue } from './operation.ts';
import type { EntityTable, EntityView, FieldType } from './schema.ts';
import { type DocumentState, entityIdsOf, fieldsOf, isDeleted, isEditedAfterDeletion, readCandidates, readText } from './state.ts';

/** The live entities of a kind, in their order, then as they were made. A deleted one stays while someone edited it unknowing. */
export function viewEntities<T extends EntityTable>(state: DocumentState, table: T, kind: string): readonly EntityView<T>[] {
  return entityIdsOf(state, kind)
    .filter((id) => !isDeleted(state, id) || isEditedAfterDeletion(state, id))
    .map((id) => ({ view: viewEntity(state, table, id), made: firstLamport(state, id) }))
    .sort((a, b) => compareText(orderOf(a.view), orderOf(b.view)) || a.made - b.made || compareText(a.view.id, b.view.id))
    .map(({ view }) => view);
}

/** One entity as its table says; also when nothing is written in it yet. */
export function viewEntity<T extends EntityTable>(state: DocumentState, table: T, id: EntityId): EntityView<T> {
  const view: Record<string, unknown> = { id, author: authorOf(id), editedAfterDeletion: isEditedAfterDeletion(state, id) };
  const conflicts: Record<string, readonly Candidate[]> = {};
  const elements = elementsOf(state, id);
  for (const [field, type] of Object.entries(table.fields)) {
    view[field] = isSet(type) ? readSet(state, id, type, elements.get(field) ?? [], field) : readField(state, id, field, type);
    const candidates = isSet(type) ? [] : readCandidates(state, id, field);
    if (new Set(candidates.map(({ value }) => value)).size > 1) conflicts[field] = candidates;
  }
  view['conflicts'] = conflicts;
  return view as EntityView<T>;
}

/** The value as the type allows, or undefined when it is none: an empty cell, or something another version wrote. */
export function readValue(type: FieldType, value: CellValue | undefined): CellValue | undefined {
  switch (type.type) {
    case 'text':
    case 'order':
    case 'ref':
      return typeof value === 'string' && value !== '' ? value : undefined;
    case 'date':
      return typeof value === 'string' ? parseCivilDate(value) : undefined;
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined;
    case 'choice':
      return typeof value === 'string' && type.options.includes(value) ? value : undefined;
    case 'number':
      return Number.isInteger(value) && (value as number) >= type.min && (value as number) <= type.max ? value : undefined;
    case 'moment':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'note':
    case 'refs':
    case 'choices':
      return undefined;
  }
}

export const isSet = (type: FieldType): type is Extract<FieldType, { type: 'refs' | 'choices' }> =>
  type.type === 'refs' || type.type === 'choices';

/** The name of the cell that holds one element of a set. */
export const elementField = (field: string, element: string): string => `${field}:${element}`;

function readField(state: DocumentState, id: EntityId, field: string, type: FieldType): unknown {
  if (type.type === 'note') return readText(state, id, field);
  return readValue(type, readCandidates(state, id, field)[0]?.value) ?? emptyOf(type);
}

function emptyOf(type: FieldType): unknown {
  if (type.type === 'text' || type.type === 'time' || type.type === 'order') return '';
  return type.type === 'flag' ? false : null;
}

function readSet(state: DocumentState, id: EntityId, type: FieldType, elements: readonly string[], field: string): readonly string[] {
  const held = elements.filter((element) => readCandidates(state, id, elementField(field, element))[0]?.value === true);
  if (type.type === 'choices') return type.options.filter((option) => held.includes(option));
  return held.filter((element) => !isDeleted(state, element as EntityId));
}

/** The elements that any set of this entity has a cell for. */
function elementsOf(state: DocumentState, id: EntityId): ReadonlyMap<string, readonly string[]> {
  const elements = new Map<string, string[]>();
  for (const cell of fieldsOf(state, id)) {
    const colon = cell.indexOf(':');
    if (colon < 0) continue;
    const field = cell.slice(0, colon);
    elements.set(field, [...(elements.get(field) ?? []), cell.slice(colon + 1)]);
  }
  return elements;
}

function firstLamport(state: DocumentState, id: EntityId): number {
  return fieldsOf(state, id).reduce((first, field) => Math.min(first, readCandidates(state, id, field).at(-1)?.lamport ?? first), Infinity);
}

const orderOf = (view: object): string => ('order' in view && typeof view.order === 'string' ? view.order : '');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import { parseCivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { authorOf } from './entityId.ts';
import { readNote } from './note.ts';
import type { Candidate, CellValue } from './operation.ts';
import type { EntityTable, EntityView, FieldType } from './schema.ts';
import { type DocumentState, type Entity, findEntity, isDeleted, isEditedAfterDeletion } from './state.ts';

/** The live entities of a kind, in their order, then as they were made. A deleted one stays while someone edited it unknowing. */
export function viewEntities<T extends EntityTable>(state: DocumentState, table: T, kind: string): readonly EntityView<T>[] {
  const entities = state.kinds.get(kind);
  if (entities === undefined) return [];
  const list =
    lists.get(entities) ??
    [...entities.keys()]
      .map((id) => remember(state, table, id))
      .filter(({ isShown }) => isShown)
      .sort(compareViews);
  lists.set(entities, list);
  return list.map(({ view }) => leaveOutDeleted(state, table, view) as EntityView<T>);
}

/** One entity as its table says, also when nothing is written in it yet. The same object again as long as nothing in it changed. */
export const viewEntity = <T extends EntityTable>(state: DocumentState, table: T, id: EntityId): EntityView<T> =>
  leaveOutDeleted(state, table, remember(state, table, id).view) as EntityView<T>;

type AnyView = Readonly<Record<string, unknown>>;

/** What follows from one entity alone. */
interface Remembered {
  readonly id: EntityId;
  readonly view: AnyView;
  readonly order: string;
  readonly made: number;
  readonly isShown: boolean;
}

/** Entities and kinds never change within a state, and most stay the same object from one state to the next. A kind has one table. */
const remembered = new WeakMap<Entity, Remembered>();
const lists = new WeakMap<ReadonlyMap<EntityId, Entity>, readonly Remembered[]>();

function remember(state: DocumentState, table: EntityTable, id: EntityId): Remembered {
  const entity = findEntity(state, id);
  const known = entity && remembered.get(entity);
  if (known !== undefined) return known;
  const editedAfterDeletion = isEditedAfterDeletion(state, id);
  const { cells, notes } = entity ?? nothingWritten;
  const view = { id, author: authorOf(id), editedAfterDeletion, ...readFields(table, cells, notes) };
  const order = cells.get('order')?.[0]?.value;
  const made = {
    id,
    view,
    order: typeof order === 'string' ? order : '',
    made: firstLamport(cells),
    isShown: editedAfterDeletion || !isDeleted(state, id),
  };
  if (entity !== undefined) remembered.set(entity, made);
  return made;
}

const nothingWritten: Entity = { cells: new Map(), notes: new Map() };

const compareViews = (a: Remembered, b: Remembered): number => compareText(a.order, b.order) || a.made - b.made || compareText(a.id, b.id);

function readFields(table: EntityTable, cells: Entity['cells'], notes: Entity['notes']): AnyView {
  const fields: Record<string, unknown> = {};
  const conflicts: Record<string, readonly Candidate[]> = {};
  const elements = elementsOf(cells);
  for (const [field, type] of Object.entries(table.fields)) {
    if (isSet(type)) {
      fields[field] = readSet(type, elements.get(field) ?? []);
      continue;
    }
    const candidates = cells.get(field) ?? [];
    const note = notes.get(field);
    fields[field] =
      type.type === 'note' ? (note === undefined ? '' : readNote(note)) : (readValue(type, candidates[0]?.value) ?? emptyOf(type));
    if (candidates.length > 1 && candidates.some(({ value }) => value !== candidates[0]!.value)) conflicts[field] = candidates;
  }
  return { ...fields, conflicts };
}

/** A reference in a set disappears with what it points at; that lies outside the entity, so it is looked up each time. */
function leaveOutDeleted(state: DocumentState, table: EntityTable, view: AnyView): AnyView {
  let left = view;
  for (const field of referenceSetsOf(table)) {
    const ids = view[field] as readonly EntityId[];
    if (ids.some((id) => isDeleted(state, id))) left = { ...left, [field]: ids.filter((id) => !isDeleted(state, id)) };
  }
  return left;
}

const referenceSets = new WeakMap<EntityTable, readonly string[]>();

function referenceSetsOf(table: EntityTable): readonly string[] {
  const known = referenceSets.get(table);
  if (known !== undefined) return known;
  const fields = Object.keys(table.fields).filter((field) => table.fields[field]?.type === 'refs');
  referenceSets.set(table, fields);
  return fields;
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

function emptyOf(type: FieldType): unknown {
  if (type.type === 'text' || type.type === 'time' || type.type === 'order') return '';
  return type.type === 'flag' ? false : null;
}

const readSet = (type: FieldType, held: readonly string[]): readonly string[] =>
  type.type === 'choices' ? type.options.filter((option) => held.includes(option)) : held.toSorted(compareText);

/** The elements that each set of this entity holds. */
function elementsOf(cells: Entity['cells']): ReadonlyMap<string, readonly string[]> {
  const elements = new Map<string, string[]>();
  for (const [cell, candidates] of cells) {
    const colon = cell.indexOf(':');
    if (colon < 0 || candidates[0]?.value !== true) continue;
    const field = cell.slice(0, colon);
    const held = elements.get(field);
    if (held === undefined) elements.set(field, [cell.slice(colon + 1)]);
    else held.push(cell.slice(colon + 1));
  }
  return elements;
}

function firstLamport(cells: Entity['cells']): number {
  let first = Infinity;
  for (const candidates of cells.values()) first = Math.min(first, (candidates.at(-1) as Candidate).lamport);
  return first;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

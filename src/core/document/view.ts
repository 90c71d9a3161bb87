import { parseCivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { authorOf } from './entityId.ts';
import { readNote } from './note.ts';
import type { Candidate, CellValue } from './operation.ts';
import type { EntityTable, EntityView, FieldType } from './schema.ts';
import {
  deletedIdsOf,
  type DocumentState,
  type Entities,
  type Entity,
  findEntity,
  isDeleted,
  isEditedAfterDeletion,
  unusualIdsOf,
} from './state.ts';

/** The live entities of a kind, in their order, then as they were made. A deleted one stays while someone edited it unknowing. */
export function viewEntities<T extends EntityTable>(state: DocumentState, table: T, kind: string): readonly EntityView<T>[] {
  const entities = state.kinds.get(kind);
  return (entities === undefined
    ? nothing
    : leaveOutDeleted(state, table, listOf(state, table, entities))) as unknown as readonly EntityView<T>[];
}

/** The live entities of a kind with a cell in which values stand side by side. Looks inside only those that may have one. */
export function viewConflicted<T extends EntityTable>(state: DocumentState, table: T, kind: string): readonly EntityView<T>[] {
  const entities = state.kinds.get(kind);
  if (entities === undefined) return nothing;
  const known = conflicted.get(entities);
  if (known !== undefined) return known as unknown as readonly EntityView<T>[];
  const found = unusualIdsOf(entities)
    .map((id) => remember(state, table, id))
    .filter(({ isShown, view }) => isShown && Object.keys(view['conflicts'] as object).length > 0)
    .sort(compareViews)
    .map(({ view }) => view);
  conflicted.set(entities, found);
  return found as unknown as readonly EntityView<T>[];
}

/** One entity as its table says, also when nothing is written in it yet. The same object again as long as nothing in it changed. */
export const viewEntity = <T extends EntityTable>(state: DocumentState, table: T, id: EntityId): EntityView<T> =>
  leaveOutDeleted(state, table, [remember(state, table, id).view])[0] as EntityView<T>;

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
const lists = new WeakMap<Entities, readonly AnyView[]>();
const conflicted = new WeakMap<Entities, readonly AnyView[]>();

function listOf(state: DocumentState, table: EntityTable, entities: Entities): readonly AnyView[] {
  const known = lists.get(entities);
  if (known !== undefined) return known;
  const list = [...entities.keys()]
    .map((id) => remember(state, table, id))
    .filter(({ isShown }) => isShown)
    .sort(compareViews)
    .map(({ view }) => view);
  lists.set(entities, list);
  return list;
}

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

const nothing: readonly never[] = [];
const nothingWritten: Entity = { cells: new Map(), notes: new Map() };

const compareViews = (a: Remembered, b: Remembered): number => compareText(a.order, b.order) || a.made - b.made || compareText(a.id, b.id);

/** Goes by the cells that are there, which are fewer than the fields there may be. */
function readFields(table: EntityTable, cells: Entity['cells'], notes: Entity['notes']): AnyView {
  const types = fieldTypesOf(table);
  const fields: Record<string, unknown> = { ...emptyFieldsOf(table) };
  const differing: string[] = [];
  for (const [cell, candidates] of cells) {
    const colon = cell.indexOf(':');
    const type = types.get(colon < 0 ? cell : cell.slice(0, colon));
    if (type === undefined || type.type === 'note' || isSet(type) !== colon >= 0) continue;
    if (colon >= 0) {
      if (candidates[0]?.value === true) addElement(fields, cell.slice(0, colon), cell.slice(colon + 1));
      continue;
    }
    fields[cell] = readValue(type, candidates[0]?.value) ?? fields[cell];
    if (candidates.length > 1 && candidates.some(({ value }) => value !== candidates[0]!.value)) differing.push(cell);
  }
  for (const field of noteFieldsOf(table)) {
    const note = notes.get(field);
    if (note !== undefined) fields[field] = readNote(note);
  }
  for (const field of setFieldsOf(table)) fields[field] = readSet(types.get(field) as SetType, fields[field] as readonly string[]);
  return { ...fields, conflicts: conflictsOf(types, cells, differing) };
}

/** In the table's order: cells stand in the order in which they came, on each device another. */
function conflictsOf(types: ReadonlyMap<string, FieldType>, cells: Entity['cells'], differing: readonly string[]): AnyView {
  if (differing.length === 0) return {};
  return Object.fromEntries([...types.keys()].filter((field) => differing.includes(field)).map((field) => [field, cells.get(field)]));
}

function addElement(fields: Record<string, unknown>, field: string, element: string): void {
  const held = fields[field] as readonly string[];
  fields[field] = held.length === 0 ? [element] : [...held, element];
}

/** A reference in a set disappears with what it points at; that lies outside the entity, so it is looked up each time. */
function leaveOutDeleted(state: DocumentState, table: EntityTable, views: readonly AnyView[]): readonly AnyView[] {
  const fields = referenceSetsOf(table);
  if (fields.length === 0 || !hasDeleted(state)) return views;
  return views.map((view) => {
    let left = view;
    for (const field of fields) {
      const ids = view[field] as readonly EntityId[];
      if (ids.some((id) => isDeleted(state, id))) left = { ...left, [field]: ids.filter((id) => !isDeleted(state, id)) };
    }
    return left;
  });
}

const hasDeleted = (state: DocumentState): boolean => [...state.kinds.keys()].some((kind) => deletedIdsOf(state, kind).length > 0);

/** A map, because a cell may have any name, also one that every object answers to. */
const fieldTypesOf = remembering((table): ReadonlyMap<string, FieldType> => new Map(Object.entries(table.fields)));
const referenceSetsOf = remembering((table) => Object.keys(table.fields).filter((field) => table.fields[field]!.type === 'refs'));
const noteFieldsOf = remembering((table) => Object.keys(table.fields).filter((field) => table.fields[field]!.type === 'note'));
const setFieldsOf = remembering((table) => Object.keys(table.fields).filter((field) => isSet(table.fields[field]!)));
const emptyFieldsOf = remembering((table) =>
  Object.fromEntries(Object.entries(table.fields).map(([field, type]) => [field, emptyOf(type)])),
);

/** What follows from a table, made once: tables never change. */
function remembering<T>(make: (table: EntityTable) => T): (table: EntityTable) => T {
  const known = new WeakMap<EntityTable, T>();
  return (table) => {
    const made = known.get(table) ?? make(table);
    known.set(table, made);
    return made;
  };
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

type SetType = Extract<FieldType, { type: 'refs' | 'choices' }>;

export const isSet = (type: FieldType): type is SetType => type.type === 'refs' || type.type === 'choices';

/** The name of the cell that holds one element of a set. */
export const elementField = (field: string, element: string): string => `${field}:${element}`;

function emptyOf(type: FieldType): unknown {
  if (isSet(type)) return nothing;
  if (type.type === 'text' || type.type === 'time' || type.type === 'order' || type.type === 'note') return '';
  return type.type === 'flag' ? false : null;
}

const readSet = (type: SetType, held: readonly string[]): readonly string[] =>
  held.length === 0
    ? nothing
    : type.type === 'choices'
      ? type.options.filter((option) => held.includes(option))
      : held.toSorted(compareText);

function firstLamport(cells: Entity['cells']): number {
  let first = Infinity;
  for (const candidates of cells.values()) first = Math.min(first, (candidates.at(-1) as Candidate).lamport);
  return first;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

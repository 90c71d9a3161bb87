import { parseCivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { authorOf } from './entityId.ts';
import { readNote } from './note.ts';
import type { CellValue } from './operation.ts';
import type { EntityTable, EntityView, FieldType } from './schema.ts';
import {
  deletedIdsOf,
  type DocumentState,
  type Entities,
  type Entity,
  findEntity,
  firstLamport,
  isDeleted,
  isEditedAfterDeletion,
  type PlainValues,
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
  const list: Remembered[] = [];
  for (const [id, entity] of entities) {
    const one = rememberEntity(state, table, id, entity);
    if (one.isShown) list.push(one);
  }
  const views = list.sort(compareViews).map(({ view }) => view);
  lists.set(entities, views);
  return views;
}

function remember(state: DocumentState, table: EntityTable, id: EntityId): Remembered {
  const entity = findEntity(state, id);
  if (entity !== undefined) return rememberEntity(state, table, id, entity);
  return { id, view: readFields(table, id, nothingWritten, false).view, order: '', made: Infinity, isShown: true };
}

function rememberEntity(state: DocumentState, table: EntityTable, id: EntityId, entity: Entity): Remembered {
  const known = remembered.get(entity);
  if (known !== undefined) return known;
  const { plain } = entity;
  // What is plain was never deleted.
  const editedAfterDeletion = plain === undefined && isEditedAfterDeletion(state, id);
  const made = {
    id,
    ...readFields(table, id, entity, editedAfterDeletion),
    made: plain === undefined ? firstLamport(entity.cells) : plain.made,
    isShown: plain !== undefined || editedAfterDeletion || !isDeleted(state, id),
  };
  remembered.set(entity, made);
  return made;
}

const nothing: readonly never[] = [];
const noConflicts: AnyView = {};
const nothingWritten: Entity = { cells: new Map(), notes: new Map() };

const compareViews = (a: Remembered, b: Remembered): number => compareText(a.order, b.order) || a.made - b.made || compareText(a.id, b.id);

/** Goes by the cells that are there, which are fewer than the fields there may be. */
function readFields(table: EntityTable, id: EntityId, entity: Entity, editedAfterDeletion: boolean): { view: AnyView; order: string } {
  const places = placesOf(table);
  // One copy, and then in place: an old case has thousands. The order of the fields is the table's: fingerprints depend on it.
  const view: Record<string, unknown> = { ...emptyViewOf(table), id, author: authorOf(id), editedAfterDeletion };
  let order = '';
  const read = (cell: string, value: CellValue): void => {
    if (cell === 'order' && typeof value === 'string') order = value;
    const place = places(cell);
    if (place === undefined) return;
    const { type, field, element } = place;
    if (element === undefined) view[field] = readValue(type, value) ?? view[field];
    else if (value === true) addElement(view, field, element);
  };
  if (entity.plain === undefined) view['conflicts'] = readCells(table, entity, read, view);
  else readPlain(table, entity, entity.plain, read, view);
  for (const field of setFieldsOf(table)) view[field] = readSet(table.fields[field] as SetType, view[field] as readonly string[]);
  return { view, order };
}

type Read = (cell: string, value: CellValue) => void;

/** Gives what stands side by side. */
function readCells(table: EntityTable, { cells, notes }: Entity, read: Read, view: Record<string, unknown>): AnyView {
  const differing: string[] = [];
  for (const [cell, candidates] of cells) {
    const { value } = candidates[0]!;
    read(cell, value);
    if (candidates.length > 1 && candidates.some((other) => other.value !== value)) differing.push(cell);
  }
  for (const field of noteFieldsOf(table)) {
    const note = notes.get(field);
    if (note !== undefined) readLater(view, field, () => readNote(note));
  }
  return conflictsOf(table, cells, differing);
}

/** A long note of which only the first look is here is read when someone reads the field. */
function readPlain(table: EntityTable, entity: Entity, plain: PlainValues, read: Read, view: Record<string, unknown>): void {
  plain.each(read);
  for (const field of plain.notes) if (table.fields[field]?.type === 'note') readLater(view, field, () => readNoteOf(entity, field));
}

/** The text of a long note is put together when someone reads it: a list of cases looks at none. */
const readLater = (view: Record<string, unknown>, field: string, get: () => string) =>
  Object.defineProperty(view, field, { enumerable: true, configurable: true, get });

function readNoteOf({ notes }: Entity, field: string): string {
  const note = notes.get(field);
  return note === undefined ? '' : readNote(note);
}

/** In the table's order: cells stand in the order in which they came, on each device another. */
function conflictsOf(table: EntityTable, cells: Entity['cells'], differing: readonly string[]): AnyView {
  if (differing.length === 0) return noConflicts;
  const isField = (field: string) => differing.includes(field) && placesOf(table)(field) !== undefined;
  return Object.fromEntries(
    Object.keys(table.fields)
      .filter(isField)
      .map((field) => [field, cells.get(field)]),
  );
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

/** What a cell is in a table: a field, or one element of a set. */
interface Place {
  readonly type: FieldType;
  readonly field: string;
  readonly element: string | undefined;
}

/** Found once per name. Maps, because a cell may have any name, also one that every object answers to. */
const placesOf = remembering((table): ((cell: string) => Place | undefined) => {
  const types = new Map(Object.entries(table.fields));
  const places = new Map<string, Place | undefined>();
  return (cell) => {
    if (places.has(cell)) return places.get(cell);
    const place = findPlace(types, cell);
    places.set(cell, place);
    return place;
  };
});

function findPlace(types: ReadonlyMap<string, FieldType>, cell: string): Place | undefined {
  const colon = cell.indexOf(':');
  const field = colon < 0 ? cell : cell.slice(0, colon);
  const type = types.get(field);
  if (type === undefined || type.type === 'note' || isSet(type) !== colon >= 0) return undefined;
  return { type, field, element: colon < 0 ? undefined : cell.slice(colon + 1) };
}

const referenceSetsOf = remembering((table) => Object.keys(table.fields).filter((field) => table.fields[field]!.type === 'refs'));
const noteFieldsOf = remembering((table) => Object.keys(table.fields).filter((field) => table.fields[field]!.type === 'note'));
const setFieldsOf = remembering((table) => Object.keys(table.fields).filter((field) => isSet(table.fields[field]!)));
const emptyViewOf = remembering((table): AnyView => ({
  id: '',
  author: null,
  editedAfterDeletion: false,
  ...Object.fromEntries(Object.entries(table.fields).map(([field, type]) => [field, emptyOf(type)])),
  conflicts: noConflicts,
}));

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

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

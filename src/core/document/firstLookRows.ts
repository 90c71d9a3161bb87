import type { EntityId } from '../shared/ids.ts';
import { createReadNote, highestLamport, type Note, type NoteUpdate, readNote } from './note.ts';
import type { Candidate, CellValue } from './operation.ts';
import { mergeNoteUpdates } from './snapshot.ts';
import { createCellPacking, type PackedRow, unpackCells, type Writer } from './snapshotCells.ts';
import {
  type DocumentState,
  type Entities,
  type Entity,
  firstLamport,
  isEditedAfterDeletion,
  type PlainValues,
  unusualIdsOf,
} from './state.ts';

export interface LookOptions {
  /** Kinds of which the first screen shows also who wrote a value, or a long note. */
  readonly full: readonly string[];
  /** Kinds that the first screen does not show. */
  readonly later: readonly string[];
  /** What is past, and nowhere shown. Only what is still there can be: what was deleted belongs to what the first screen shows. */
  readonly past: ReadonlySet<EntityId>;
  /** What follows from what is left out, in the maker's own words. */
  readonly facts: string;
}

/** The rows of a first look: most entities as plain values, those where more is to be shown in full. */
export interface PackedLook {
  /** Who wrote what is here in full. */
  readonly writers: readonly Writer[];
  /** Names of cells, and values that stand in more than one cell: ids are long, and thousands of cells point at the same few. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly kinds: readonly PackedLookKind[];
}

/** A kind that is left for later has only its unusual entities here. */
export type PackedLookKind = readonly [kind: string, isLater: boolean, unusual: readonly EntityId[], rows: readonly LookRow[]];

/** Told apart by their second place. */
type LookRow = PlainRow | FullRow;

/** `cells` is flat: the name's place and the value, or the name's place as `-1 - place` and the value's place. */
type PlainRow = readonly [id: EntityId, made: number, notes: readonly string[], ...cells: CellValue[]];
type FullRow = readonly [
  id: EntityId,
  cells: PackedRow,
  editedAfterDeletion: boolean,
  ...notes: (readonly [field: string, lamport: number, text: string])[],
];

export type UnpackEntity = (row: LookRow) => Entity;

export function packLook(state: DocumentState, { full, later, past }: LookOptions): PackedLook {
  const { writers, packCells } = createCellPacking();
  const [names, values] = [createPlaces(), createPlaces()];
  const repeated = findRepeated(state);
  return { kinds: [...state.kinds].map(packKind), writers, names: names.all, values: values.all };

  function packKind([kind, entities]: readonly [string, Entities]): PackedLookKind {
    const unusual = new Set(unusualIdsOf(entities).filter((id) => !past.has(id)));
    const isLater = later.includes(kind);
    const rows: LookRow[] = [];
    for (const [id, entity] of entities) {
      if (past.has(id) || (isLater && !unusual.has(id))) continue;
      rows.push(full.includes(kind) || unusual.has(id) || entity.cells.size === 0 ? packFull(id, entity) : packPlain(id, entity));
    }
    return [kind, isLater, [...unusual], rows];
  }

  function packFull(id: EntityId, { cells, notes }: Entity): FullRow {
    const texts = [...notes].map(([field, note]) => [field, highestLamport(note), readNote(note)] as const);
    return [id, packCells(cells), isEditedAfterDeletion(state, id), ...texts];
  }

  function packPlain(id: EntityId, { cells, notes }: Entity): PlainRow {
    const packed = [...cells].flatMap(([name, candidates]): readonly CellValue[] => {
      const { value } = candidates[0] as Candidate;
      return typeof value === 'string' && repeated.has(value) ? [-1 - names.of(name), values.of(value)] : [names.of(name), value];
    });
    return [id, firstLamport(cells), [...notes.keys()], ...packed];
  }
}

/** Gives what is in full as it was, and what is plain as far as it goes; the rest when asked for, of the entity as `find` has it. */
export function unpackingOf({ writers, names, values }: PackedLook, find: (id: EntityId) => Entity): UnpackEntity {
  return (row) => (isPlain(row) ? unpackPlain(row) : unpackFull(row));

  function unpackPlain(row: PlainRow): Entity {
    const [id, made, notes] = row;
    const each: PlainValues['each'] = (visit) => {
      for (let at = PLAIN_CELLS; at < row.length; at += 2) {
        const place = row[at] as number;
        const value = row[at + 1] as CellValue;
        if (place >= 0) visit(names[place] as string, value);
        else visit(names[-1 - place] as string, values[value as number] as string);
      }
    };
    return {
      plain: { made, notes, each },
      get cells() {
        return find(id).cells;
      },
      get notes() {
        return find(id).notes;
      },
    };
  }

  function unpackFull([id, cells, editedAfterDeletion, ...texts]: FullRow): Entity {
    const findUpdate = (field: string) => mergeNoteUpdates(find(id).notes.get(field) as Note);
    const notes = texts.map(
      ([field, lamport, text]) =>
        [
          field,
          createReadNote(
            lateUpdate(lamport, () => findUpdate(field)),
            text,
          ),
        ] as const,
    );
    return { cells: unpackCells(cells, writers), notes: new Map(notes), editedAfterDeletion };
  }
}

const PLAIN_CELLS = 3;
const isPlain = (row: LookRow): row is PlainRow => typeof row[1] === 'number';

const lateUpdate = (lamport: number, find: () => NoteUpdate): NoteUpdate => ({
  lamport,
  get ids() {
    return find().ids;
  },
  get bytes() {
    return find().bytes;
  },
});

/** Long values that stand in more than one cell. */
function findRepeated(state: DocumentState): ReadonlySet<CellValue> {
  const [seen, repeated] = [new Set<CellValue>(), new Set<CellValue>()];
  for (const entities of state.kinds.values()) {
    for (const { cells } of entities.values()) {
      for (const [{ value }] of cells.values() as Iterable<readonly [Candidate]>) {
        if (typeof value === 'string' && value.length >= WORTH_SHARING) (seen.has(value) ? repeated : seen).add(value);
      }
    }
  }
  return repeated;
}

const WORTH_SHARING = 8;

/** Numbers texts in the order in which they come. */
function createPlaces(): { readonly all: readonly string[]; readonly of: (text: string) => number } {
  const all: string[] = [];
  const places = new Map<string, number>();
  return {
    all,
    of: (text) => {
      const place = places.get(text) ?? all.push(text) - 1;
      places.set(text, place);
      return place;
    },
  };
}

import { decode, encode } from 'cborg';
import type { EntityId, EnvelopeHash, MemberId } from '../shared/ids.ts';
import { envelopeOf, operationId } from './causality.ts';
import { createLateEntities } from './lateEntities.ts';
import { highestLamport, type Note, readNote } from './note.ts';
import type { Candidate, CellValue } from './operation.ts';
import { type DocumentState, type Entities, type Entity, unusualIdsOf } from './state.ts';

/** The live cells as plain rows: what many values share (envelope, author, time) is written once, for all kinds together. */
export interface PackedCells {
  readonly writers: readonly Writer[];
  readonly kinds: readonly PackedKind[];
}

/** The rows as CBOR of JSON, so that a kind is read when someone looks at it: most of an old case is never looked at. */
export type PackedKind = readonly [kind: string, unusual: readonly EntityId[], rows: Uint8Array];

/** One envelope that wrote a value which is still live. */
export type Writer = readonly [hash: EnvelopeHash, author: MemberId, wall: number, lamport: number];

/** Flat: field, how many values, then each value's writer, place in the envelope, and the value. */
export type PackedRow = readonly CellValue[];

type PackedEntity = readonly [
  id: EntityId,
  cells: PackedRow,
  ...notes: (readonly [field: string, index: number, lamport: number, text: string])[],
];

export type UnpackNote = (index: number, lamport: number, text: string) => Note;

export function cellsToRows(kinds: DocumentState['kinds'], keepNote: (note: Note) => number): PackedCells {
  const { writers, packCells } = createCellPacking();
  const packEntity = ([id, { cells, notes }]: readonly [EntityId, Entity]): PackedEntity => [
    id,
    packCells(cells),
    ...[...notes].map(([field, note]) => [field, keepNote(note), highestLamport(note), readNote(note)] as const),
  ];
  const packKind = ([kind, entities]: readonly [string, Entities]): PackedKind => [
    kind,
    unusualIdsOf(entities),
    new Uint8Array(encode(JSON.stringify([...entities].map(packEntity)))),
  ];
  return { kinds: [...kinds].map(packKind), writers };
}

/** Packs cells, and collects who wrote them. */
export function createCellPacking(): {
  readonly writers: readonly Writer[];
  readonly packCells: (cells: Entity['cells']) => PackedRow;
} {
  const writers: Writer[] = [];
  const places = new Map<EnvelopeHash, number>();
  const placeOf = ({ id, author, wall, lamport }: Candidate): number => {
    const hash = envelopeOf(id);
    const known = places.get(hash);
    if (known !== undefined) return known;
    places.set(hash, writers.length);
    return writers.push([hash, author, wall, lamport]) - 1;
  };
  const packCells = (cells: Entity['cells']): PackedRow =>
    [...cells].flatMap(([field, candidates]) => [
      field,
      candidates.length,
      ...candidates.flatMap((one) => [placeOf(one), indexOf(one), one.value]),
    ]);
  return { writers, packCells };
}

export function rowsToKinds({ kinds, writers }: PackedCells, unpackNote: UnpackNote): DocumentState['kinds'] {
  const unpackEntity = ([id, cells, ...notes]: PackedEntity): [EntityId, Entity] => [
    id,
    { cells: unpackCells(cells, writers), notes: new Map(notes.map(([field, ...note]) => [field, unpackNote(...note)])) },
  ];
  const unpackKind = (rows: Uint8Array) =>
    new Map((JSON.parse(decode(new Uint8Array(rows)) as string) as PackedEntity[]).map(unpackEntity));
  return new Map(kinds.map(([kind, unusual, rows]) => [kind, createLateEntities(unusual, () => unpackKind(rows))]));
}

export function unpackCells(row: PackedRow, writers: readonly Writer[]): Entity['cells'] {
  const cells = new Map<string, readonly Candidate[]>();
  let at = 0;
  while (at < row.length) {
    const field = row[at++] as string;
    const candidates: Candidate[] = [];
    for (let left = row[at++] as number; left > 0; left--) {
      const [hash, author, wall, lamport] = writers[row[at++] as number] as Writer;
      candidates.push({ id: operationId(hash, row[at++] as number), value: row[at++] as CellValue, author, wall, lamport });
    }
    cells.set(field, candidates);
  }
  return cells;
}

const indexOf = ({ id }: Candidate): number => Number(id.slice(id.lastIndexOf('/') + 1));

import type { DocumentId, EntityId, EnvelopeHash, MemberId } from '../shared/ids.ts';
import { type ChainKey, envelopeOf, operationId } from './causality.ts';
import { highestLamport, type Note, readNote } from './note.ts';
import type { Candidate, CellValue } from './operation.ts';
import type { ChainHead, DocumentState, Entity } from './state.ts';

/** The live cells as plain rows: what many values share (envelope, author, time) is written once. */
export interface PackedCells {
  readonly doc: DocumentId;
  readonly frontier: readonly EnvelopeHash[];
  readonly chains: readonly (readonly [ChainKey, ChainHead])[];
  readonly writers: readonly Writer[];
  readonly kinds: readonly (readonly [kind: string, entities: readonly PackedEntity[]])[];
}

/** One envelope that wrote a value which is still live. */
type Writer = readonly [hash: EnvelopeHash, author: MemberId, wall: number, lamport: number];

/** `cells` is flat: field, how many values, then each value's writer, place in the envelope, and the value. */
type PackedEntity = readonly [
  id: EntityId,
  cells: readonly CellValue[],
  ...notes: (readonly [field: string, index: number, lamport: number, text: string])[],
];

export type UnpackNote = (index: number, lamport: number, text: string) => Note;

export function cellsToRows(kinds: DocumentState['kinds'], keepNote: (note: Note) => number): Pick<PackedCells, 'writers' | 'kinds'> {
  const writers: Writer[] = [];
  const places = new Map<EnvelopeHash, number>();
  const placeOf = ({ id, author, wall, lamport }: Candidate): number => {
    const hash = envelopeOf(id);
    const known = places.get(hash);
    if (known !== undefined) return known;
    places.set(hash, writers.length);
    return writers.push([hash, author, wall, lamport]) - 1;
  };
  const packEntity = ([id, { cells, notes }]: readonly [EntityId, Entity]): PackedEntity => [
    id,
    [...cells].flatMap(([field, candidates]) => [
      field,
      candidates.length,
      ...candidates.flatMap((one) => [placeOf(one), indexOf(one), one.value]),
    ]),
    ...[...notes].map(([field, note]) => [field, keepNote(note), highestLamport(note), readNote(note)] as const),
  ];
  return { kinds: [...kinds].map(([kind, entities]) => [kind, [...entities].map(packEntity)]), writers };
}

export function rowsToKinds({ kinds, writers }: PackedCells, unpackNote: UnpackNote): DocumentState['kinds'] {
  const unpackEntity = ([id, cells, ...notes]: PackedEntity): [EntityId, Entity] => [
    id,
    { cells: unpackCells(cells, writers), notes: new Map(notes.map(([field, ...note]) => [field, unpackNote(...note)])) },
  ];
  return new Map(kinds.map(([kind, entities]) => [kind, new Map(entities.map(unpackEntity))]));
}

function unpackCells(row: readonly CellValue[], writers: readonly Writer[]): Entity['cells'] {
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

import type { DeviceId, DocumentId, EntityId, EnvelopeHash, MemberId } from '../shared/ids.ts';
import { type ChainKey, chainOf, type EnvelopeIndex, type EnvelopeRecord, envelopeOf, isWithinPast } from './causality.ts';
import { kindOf } from './entityId.ts';
import { type Note, readNote } from './note.ts';
import type { Candidate, CellValue, OpenedEnvelope, Operation, UnknownOperation } from './operation.ts';

/** A document as folded so far. Immutable: a fold gives a new one and shares what did not change. */
export interface DocumentState {
  readonly doc: DocumentId;
  readonly kinds: ReadonlyMap<string, Entities>;
  readonly envelopes: EnvelopeIndex;
  /** The last envelope of every line. */
  readonly tips: readonly EnvelopeHash[];
  readonly chains: ReadonlyMap<ChainKey, ChainHead>;
  readonly frontier: ReadonlySet<EnvelopeHash>;
  /** Envelopes that arrived before a parent or a roster entry they name. */
  readonly waiting: ReadonlyMap<EnvelopeHash, OpenedEnvelope>;
  /** Who waits for what: an envelope's hash, or `roster`. */
  readonly waitingFor: ReadonlyMap<EnvelopeHash | 'roster', readonly EnvelopeHash[]>;
  readonly setAside: readonly SetAside[];
  /** Only in a first look: what its maker said of what it leaves out. */
  readonly facts?: string;
}

/** All of one kind. The same object in every state between which nothing in any of them changed. */
export interface Entities extends ReadonlyMap<EntityId, Entity> {
  /** Those with several values in a cell or something said about deletion, where that is known without looking inside. */
  readonly unusual?: readonly EntityId[];
}

/** The live values of an entity: never empty cells, never an entity without cells. */
export interface Entity {
  /** Latest first. */
  readonly cells: ReadonlyMap<string, readonly Candidate[]>;
  readonly notes: ReadonlyMap<string, Note>;
  /** From a first look: what there is to see of an entity in which nothing is unusual. Who asks for cells or notes needs the whole. */
  readonly plain?: PlainValues;
  /** From a first look: what `isEditedAfterDeletion` said, which takes the whole to find out. */
  readonly editedAfterDeletion?: boolean;
}

/** One value per cell. */
export interface PlainValues {
  readonly each: (visit: (cell: string, value: CellValue) => void) => void;
  /** The fields that hold a long note. */
  readonly notes: readonly string[];
  /** The Lamport number of the first value that is still there. */
  readonly made: number;
}

export interface ChainHead {
  readonly hash: EnvelopeHash;
  readonly seq: number;
  /** Two envelopes claimed the same place: a restored backup or a dishonest device. Both count. */
  readonly forked: boolean;
}

/** An operation that was kept but changed nothing (SPEC 4, 5). */
export interface SetAside {
  /** `unknown`: a newer app wrote it. The others are refusals: no member then, not theirs to do, or a chain that does not fit. */
  readonly because: 'unknown' | 'notMember' | 'notPermitted' | 'brokenChain';
  readonly envelope: EnvelopeHash;
  readonly index: number;
  readonly operation: Operation | UnknownOperation;
  readonly device: DeviceId;
  readonly author: MemberId | null;
  readonly wall: number;
  readonly lamport: number;
}

/** A document before its first envelope. */
export const emptyDocument = (doc: DocumentId): DocumentState => ({
  doc,
  kinds: new Map(),
  envelopes: new Map(),
  tips: [],
  chains: new Map(),
  frontier: new Set(),
  waiting: new Map(),
  waitingFor: new Map(),
  setAside: [],
});

const nothing: readonly never[] = [];

/** The live values of a cell, latest first: the first is the one shown, more than one is a conflict. */
export const readCandidates = (state: DocumentState, entity: EntityId, field: string): readonly Candidate[] =>
  findEntity(state, entity)?.cells.get(field) ?? nothing;

/** A long note's text; '' when there is none. */
export function readText(state: DocumentState, entity: EntityId, field: string): string {
  const note = findEntity(state, entity)?.notes.get(field);
  return note === undefined ? '' : readNote(note);
}

/** The cells and notes of an entity that hold something, sorted. */
export function fieldsOf(state: DocumentState, entity: EntityId): readonly string[] {
  const found = findEntity(state, entity);
  if (found === undefined) return nothing;
  const known = sortedFields.get(found);
  if (known !== undefined) return known;
  const fields = [...new Set([...found.cells.keys(), ...found.notes.keys()])].sort();
  sortedFields.set(found, fields);
  return fields;
}

/** An entity never changes within a state, and most stay the same object from one state to the next. */
const sortedFields = new WeakMap<Entity, readonly string[]>();

/** Every entity of a kind that holds something, also the deleted ones; sorted by id, so all devices list alike. */
export const entityIdsOf = (state: DocumentState, kind: string): readonly EntityId[] =>
  [...(state.kinds.get(kind)?.keys() ?? nothing)].sort();

/** Deleted, and nobody who looked at the deletion put it back: while two disagree, it stays visible (SPEC 7). */
export function isDeleted(state: DocumentState, entity: EntityId): boolean {
  const found = findEntity(state, entity);
  if (found === undefined || found.plain !== undefined) return false;
  const said = found.cells.get('deleted') ?? nothing;
  return said.length > 0 && said.every((candidate) => candidate.value === true);
}

/** The deleted entities of a kind, also those that someone edited unknowing; sorted. */
export function deletedIdsOf(state: DocumentState, kind: string): readonly EntityId[] {
  const entities = state.kinds.get(kind);
  if (entities === undefined) return nothing;
  const known = deletedIds.get(entities);
  if (known !== undefined) return known;
  const deleted = unusualIdsOf(entities)
    .filter((id) => isDeleted(state, id))
    .sort();
  deletedIds.set(entities, deleted);
  return deleted;
}

const deletedIds = new WeakMap<Entities, readonly EntityId[]>();

/** The entities where more than plain values may stand: most have none, so that big cases list these quickly. */
export const unusualIdsOf = (entities: Entities): readonly EntityId[] =>
  entities.unusual ?? [...entities].filter(([, entity]) => isUnusual(entity)).map(([id]) => id);

function isUnusual(entity: Entity): boolean {
  if (entity.plain !== undefined) return false;
  if (entity.cells.has('deleted')) return true;
  for (const candidates of entity.cells.values()) if (candidates.length > 1) return true;
  return false;
}

/** Deleted by someone who had not seen a value that is still there: the edit survives and is shown (SPEC 7). */
export function isEditedAfterDeletion(state: DocumentState, entity: EntityId): boolean {
  const found = findEntity(state, entity);
  if (found === undefined || !isDeleted(state, entity)) return false;
  if (found.editedAfterDeletion !== undefined) return found.editedAfterDeletion;
  const deletions = readCandidates(state, entity, 'deleted').map((candidate) => recordOf(state, envelopeOf(candidate.id)));
  const isUnseen = (hash: EnvelopeHash) => !deletions.some((deletion) => isWithinPast(recordOf(state, hash), deletion));
  for (const [field, candidates] of found.cells) {
    if (field !== 'deleted' && candidates.some((candidate) => isUnseen(envelopeOf(candidate.id)))) return true;
  }
  for (const note of found.notes.values()) {
    if (note.updates.some((update) => update.ids.some((id) => isUnseen(envelopeOf(id))))) return true;
  }
  return false;
}

/** The envelopes that no other envelope here names as a parent, sorted. Together they are the version of the document. */
export const frontierOf = (state: DocumentState): readonly EnvelopeHash[] => [...state.frontier].sort();

/** What the next envelope written here carries as `lamport`. */
export function nextLamport(state: DocumentState): number {
  let highest = 0;
  for (const hash of state.frontier) highest = Math.max(highest, recordOf(state, hash).lamport);
  return highest + 1;
}

/** Where a device's next envelope goes: its number and its parents, own previous first (SPEC 2). */
export function nextPlace(
  state: DocumentState,
  device: DeviceId,
  incarnation: string,
): { readonly seq: number; readonly parents: readonly EnvelopeHash[]; readonly lamport: number } {
  const head = state.chains.get(chainOf({ device, incarnation }));
  const others = frontierOf(state).filter((hash) => hash !== head?.hash);
  return head === undefined
    ? { seq: 0, parents: others, lamport: nextLamport(state) }
    : { seq: head.seq + 1, parents: [head.hash, ...others], lamport: nextLamport(state) };
}

/** How far each (device, incarnation) has been folded here. */
export const headsOf = (state: DocumentState): ReadonlyMap<ChainKey, ChainHead> => state.chains;

/** Envelopes that wait for a parent or a roster entry ("wacht op N wijzigingen"). */
export const waitingCount = (state: DocumentState): number => state.waiting.size;

/** Parents that are named and not here, sorted. What waits for a roster entry misses none. */
export const missingParents = (state: DocumentState): readonly EnvelopeHash[] =>
  [...state.waitingFor.keys()].filter((hash): hash is EnvelopeHash => hash !== 'roster' && !state.waiting.has(hash as EnvelopeHash)).sort();

/** Operations that changed nothing here, in the document's order: for the history. */
export const listSetAside = (state: DocumentState): readonly SetAside[] =>
  [...state.setAside].sort(
    (a, b) => a.lamport - b.lamport || (a.envelope < b.envelope ? -1 : a.envelope > b.envelope ? 1 : a.index - b.index),
  );

/** The entity as one object: the same one in every state between which nothing in it changed. */
export const findEntity = (state: DocumentState, entity: EntityId): Entity | undefined => state.kinds.get(kindOf(entity))?.get(entity);

const recordOf = (state: DocumentState, hash: EnvelopeHash): EnvelopeRecord => state.envelopes.get(hash) as EnvelopeRecord;

/** When the first value that is still there was written. */
export function firstLamport(cells: Entity['cells']): number {
  let first = Infinity;
  for (const candidates of cells.values()) first = Math.min(first, (candidates.at(-1) as Candidate).lamport);
  return first;
}

import type { DocumentId, EntityId, EnvelopeHash } from '../shared/ids.ts';
import type { ChainKey } from './causality.ts';
import { createLateEntities } from './lateEntities.ts';
import { type LookOptions, type PackedLook, packLook, type PackedLookKind, type UnpackEntity, unpackingOf } from './firstLookRows.ts';
import { foldVersion } from './snapshot.ts';
import { type ChainHead, type DocumentState, emptyDocument, type Entities, type Entity, findEntity } from './state.ts';

/**
 * The first look at a document: what its first screen shows, as one JSON text beside its snapshot. An old case is mostly past:
 * what was finished, who wrote each value, what was said in old meetings. This is what is current, and of that only the values. It is for
 * showing, until the whole was read: nothing is ever folded onto it. Local only, sealed, discarded on mismatch, like the snapshot.
 */
export function stateToLook(state: DocumentState, options: LookOptions): string {
  const look: Look = {
    version: foldVersion,
    doc: state.doc,
    frontier: [...state.frontier],
    chains: [...state.chains],
    waitingFor: [...state.waitingFor],
    facts: options.facts,
    ...packLook(state, options),
  };
  return JSON.stringify(look);
}

/**
 * The document as far as the first look goes. Writers and notes that it lacks come from `whole`, which must hold the same envelopes;
 * while that is undefined they look empty, so that a screen shows less for a moment instead of failing.
 * Undefined when another version of the fold made it or it cannot be read.
 */
export function lookToState(text: string, whole: () => DocumentState | undefined): DocumentState | undefined {
  try {
    const look = JSON.parse(text) as Look;
    return look.version === foldVersion ? unpack(look, whole) : undefined;
  } catch {
    return undefined;
  }
}

interface Look extends PackedLook {
  readonly version: number;
  readonly doc: DocumentId;
  readonly facts: string;
  readonly frontier: readonly EnvelopeHash[];
  readonly chains: readonly (readonly [ChainKey, ChainHead])[];
  readonly waitingFor: readonly (readonly [EnvelopeHash | 'roster', readonly EnvelopeHash[]])[];
}

function unpack(look: Look, known: () => DocumentState | undefined): DocumentState {
  const { doc, kinds, frontier, chains, waitingFor, facts } = look;
  const nothing = emptyDocument(doc);
  const whole = () => known() ?? nothing;
  const unpackEntity = unpackingOf(look, (id) => findEntity(whole(), id) ?? nothingWritten);
  return {
    doc,
    kinds: new Map(kinds.map((kind) => [kind[0], unpackKind(kind, unpackEntity, known)])),
    chains: new Map(chains),
    frontier: new Set(frontier),
    waitingFor: new Map(waitingFor),
    facts,
    get envelopes() {
      return whole().envelopes;
    },
    get tips() {
      return whole().tips;
    },
    get waiting() {
      return waitingFor.length === 0 ? nothingWaits : whole().waiting;
    },
    get setAside() {
      return whole().setAside;
    },
  };
}

function unpackKind(
  [kind, isLater, unusual, rows]: PackedLookKind,
  unpackEntity: UnpackEntity,
  known: () => DocumentState | undefined,
): Entities {
  const fromLook = (): ReadonlyMap<EntityId, Entity> => new Map(rows.map((row) => [row[0], unpackEntity(row)]));
  if (!isLater) return createLateEntities(unusual, fromLook);
  const early = fromLook();
  return createLateEntities(unusual, () => known()?.kinds.get(kind) ?? early, early);
}

const nothingWritten: Entity = { cells: new Map(), notes: new Map() };
const nothingWaits: DocumentState['waiting'] = new Map();

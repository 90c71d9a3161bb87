import { isPermitted } from '../../src/core/circle/permissions.ts';
import type { RosterRole } from '../../src/core/circle/rosterEntry.ts';
import { foldEnvelopes, type FoldRules } from '../../src/core/document/fold.ts';
import type { OpenedEnvelope } from '../../src/core/document/operation.ts';
import {
  type DocumentState,
  emptyDocument,
  entityIdsOf,
  fieldsOf,
  frontierOf,
  headsOf,
  isDeleted,
  isEditedAfterDeletion,
  listSetAside,
  nextLamport,
  nextPlace,
  readCandidates,
  readText,
  waitingCount,
} from '../../src/core/document/state.ts';
import type { DeviceId, DocumentId, EntityId, EnvelopeHash, MemberId } from '../../src/core/shared/ids.ts';

export const storyDocument = 'storyDocument' as DocumentId;

/** Whoever is named first in the device's id: `anna-laptop` is anna's. */
export const memberOf = (device: DeviceId): MemberId => device.split('-')[0] as MemberId;

/** A plan in which each of these members has one role from the start. */
export const rulesFor = (roles: Readonly<Record<string, RosterRole>>): FoldRules => ({
  authorOf: (device, rosterN) => {
    const role = roles[memberOf(device)];
    if (rosterN > 0) return 'notYet';
    return role === undefined ? undefined : { member: memberOf(device), role };
  },
  permits: (role, operation, author) => isPermitted('plan', role as RosterRole, operation, author),
});

let written = 0;

/** The next envelope of a device that has seen `state`. */
export function writeEnvelope(
  state: DocumentState,
  device: string,
  ops: OpenedEnvelope['ops'],
  differently: Partial<OpenedEnvelope> = {},
): OpenedEnvelope {
  const incarnation = differently.incarnation ?? 'first';
  return {
    ...nextPlace(state, device as DeviceId, incarnation),
    // Scrambled, so that the order of the hashes tells nothing of the order of writing.
    hash: `${((written * 7919) % 10007).toString(36)}h${written++}` as EnvelopeHash,
    doc: state.doc,
    device: device as DeviceId,
    incarnation,
    roster: 0,
    wall: 1_767_340_800_000 + written,
    ops,
    ...differently,
  };
}

export interface Story {
  readonly state: () => DocumentState;
  readonly write: (...ops: OpenedEnvelope['ops']) => OpenedEnvelope;
  readonly hear: (...envelopes: readonly OpenedEnvelope[]) => void;
  readonly ids: (entity: EntityId, field: string) => readonly ReturnType<typeof readCandidates>[number]['id'][];
  readonly values: (entity: EntityId, field: string) => readonly unknown[];
}

/** One device with its own copy: it writes, and hears what the others wrote. */
export function createStory(device: string, rules: FoldRules, start: DocumentState = emptyDocument(storyDocument)): Story {
  let state = start;
  const hear = (...envelopes: readonly OpenedEnvelope[]) => void (state = foldEnvelopes(state, envelopes, rules));
  return {
    state: () => state,
    hear,
    write: (...ops) => {
      const envelope = writeEnvelope(state, device, ops);
      hear(envelope);
      return envelope;
    },
    ids: (entity, field) => readCandidates(state, entity, field).map(({ id }) => id),
    values: (entity, field) => readCandidates(state, entity, field).map(({ value }) => value),
  };
}

/** Everything that can be seen of the content: what the screens read. */
export function describeContent(state: DocumentState): unknown {
  const describeEntity = (entity: EntityId) => ({
    entity,
    deleted: isDeleted(state, entity),
    editedAfterDeletion: isEditedAfterDeletion(state, entity),
    fields: fieldsOf(state, entity).map((field) => ({
      field,
      candidates: readCandidates(state, entity, field),
      text: readText(state, entity, field),
    })),
  });
  return [...state.kinds.keys()].sort().map((kind) => entityIdsOf(state, kind).map(describeEntity));
}

/** The content and everything around it that must be the same on every device. */
export const describeDocument = (state: DocumentState): unknown => ({
  content: describeContent(state),
  frontier: frontierOf(state),
  lamport: nextLamport(state),
  heads: [...headsOf(state)].sort(([a], [b]) => (a < b ? -1 : 1)),
  waiting: waitingCount(state),
  setAside: listSetAside(state),
});

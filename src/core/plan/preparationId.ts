import { kindOf } from '../document/entityId.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';

/**
 * One per writer, person and meeting. Three parts, the second the writer: only they write in it (SPEC 4). An evaluation that follows from a
 * conference ends in the same letters, hence the kind before them.
 */
export const preparationId = (writer: MemberId, by: EntityId, meeting: EntityId): EntityId =>
  `preparation.${writer}.${kindOf(meeting)}-${lastPart(meeting)}-${lastPart(by)}` as EntityId;

export const lastPart = (id: EntityId): string => id.slice(id.lastIndexOf('.') + 1);

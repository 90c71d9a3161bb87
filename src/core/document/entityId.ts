import type { EntityId, MemberId } from '../shared/ids.ts';

/** The kind of an entity: everything before the first dot. */
export function kindOf(entity: EntityId): string {
  const dot = entity.indexOf('.');
  return dot < 0 ? entity : entity.slice(0, dot);
}

/** The member fixed in `kind.author.random`; null for single entities and ids derived from other ids, which belong to nobody. */
export function authorOf(entity: EntityId): MemberId | null {
  const first = entity.indexOf('.');
  const second = entity.indexOf('.', first + 1);
  const isThree = first >= 0 && second > first && !entity.includes('.', second + 1);
  return isThree ? (entity.slice(first + 1, second) as MemberId) : null;
}

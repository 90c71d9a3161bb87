import type { EntityId } from '../shared/ids.ts';
import type { Entities, Entity } from './state.ts';

/** All entities of a kind, read from a snapshot when someone first looks inside. What is unusual among them is known before; `early` too. */
export function createLateEntities(
  unusual: readonly EntityId[],
  read: () => ReadonlyMap<EntityId, Entity>,
  early: ReadonlyMap<EntityId, Entity> = none,
): Entities {
  let entities: ReadonlyMap<EntityId, Entity> | undefined;
  const all = () => (entities ??= read());
  return {
    unusual,
    get size() {
      return all().size;
    },
    get: (id) => early.get(id) ?? all().get(id),
    has: (id) => all().has(id),
    keys: () => all().keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    forEach: (visit) => all().forEach(visit),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

const none: ReadonlyMap<EntityId, Entity> = new Map();

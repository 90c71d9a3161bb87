import { expect, test } from 'vitest';
import { createLateEntities } from '../../../src/core/document/lateEntities.ts';
import type { Entity } from '../../../src/core/document/state.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';

const entity: Entity = { cells: new Map(), notes: new Map() };
const goal = 'goal.ib.1' as EntityId;

test('entities from a snapshot are read when someone first looks inside, and only once', () => {
  let reads = 0;
  const entities = createLateEntities([goal], () => {
    reads += 1;
    return new Map([[goal, entity]]);
  });
  expect(entities.unusual).toEqual([goal]);
  expect(reads).toBe(0);
  expect(entities.get(goal)).toBe(entity);
  expect(entities.size).toBe(1);
  expect(reads).toBe(1);
});

test('they answer as a map does', () => {
  const entities = createLateEntities([], () => new Map([[goal, entity]]));
  expect(entities.has(goal)).toBe(true);
  expect([...entities]).toEqual([[goal, entity]]);
  expect([...entities.keys()]).toEqual([goal]);
  expect([...entities.values()]).toEqual([entity]);
  expect([...entities.entries()]).toEqual([[goal, entity]]);
  const seen: EntityId[] = [];
  entities.forEach((_, id) => seen.push(id));
  expect(seen).toEqual([goal]);
});

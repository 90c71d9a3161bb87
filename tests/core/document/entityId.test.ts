import { expect, test } from 'vitest';
import { authorOf, kindOf } from '../../../src/core/document/entityId.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';

test.each([
  ['family', 'family', null],
  ['goal.anna.1x', 'goal', 'anna'],
  ['authority.a-b', 'authority', null],
  ['attainment.a.b.c', 'attainment', null],
])('%s is a %s of %s', (id, kind, author) => {
  expect([kindOf(id as EntityId), authorOf(id as EntityId)]).toEqual([kind, author]);
});

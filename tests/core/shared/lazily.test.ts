import { expect, test } from 'vitest';
import { lazily } from '../../../src/core/shared/lazily.ts';

test('a property is worked out when first read, once', () => {
  const made: string[] = [];
  const object: { readonly first: number; readonly second: number } = lazily({
    first: () => made.push('first'),
    second: () => object.first + made.push('second'),
  });
  expect(made).toEqual([]);
  expect(object.second).toBe(3);
  expect(object.second).toBe(3);
  expect(made).toEqual(['first', 'second']);
  expect(object).toEqual({ first: 1, second: 3 });
});

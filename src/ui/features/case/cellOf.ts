import type { EntityId } from '../../../core/shared/ids.ts';

/** What a field that saves itself needs to know about one cell of an entity. */
export const cellOf =
  <E extends { readonly id: EntityId }>(entity: E) =>
  <F extends keyof E & string>(field: F) => ({ entity: entity.id, field, value: entity[field] });

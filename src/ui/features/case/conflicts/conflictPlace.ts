import type { EntityId } from '../../../../core/shared/ids.ts';

/** The part of the address of one field on the screen where one chooses. */
export const conflictPlace = (entity: EntityId, field: string): string => `${entity}.${field}`;

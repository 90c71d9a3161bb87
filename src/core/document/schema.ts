import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import type { Candidate } from './operation.ts';

/**
 * A document's content is entities of known kinds, each a row of cells. One table says which; views, commands, permissions
 * and print all read it. A field that was released never changes meaning: a new meaning is a new field.
 */
export type FieldType =
  | { readonly type: 'text'; readonly max: number }
  /** A long note, merged letter by letter (yjs). Written by `write`, never by `set`. */
  | { readonly type: 'note' }
  | { readonly type: 'date' }
  /** Local time 'HH:MM'. */
  | { readonly type: 'time' }
  /** Whole number, inclusive bounds. */
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  /** Milliseconds since 1970, from the writer's clock. */
  | { readonly type: 'moment' }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | Reference<'ref'>
  /** A set of references: one cell per element (`field:elementId` = true), so adding and removing never collide. */
  | Reference<'refs'>
  /** Like refs, for fixed options (`field:option` = true). */
  | { readonly type: 'choices'; readonly options: readonly string[] }
  /** Fractional index: sorts as text, always room between two. */
  | { readonly type: 'order' };

interface Reference<T extends 'ref' | 'refs'> {
  readonly type: T;
  readonly kind: string;
  /** What it points at stands in another document: whether it exists cannot be looked up here. */
  readonly elsewhere?: true;
}

export const text = (max = 500) => ({ type: 'text', max }) as const;
export const note = { type: 'note' } as const;
export const date = { type: 'date' } as const;
export const time = { type: 'time' } as const;
export const moment = { type: 'moment' } as const;
export const flag = { type: 'flag' } as const;
export const order = { type: 'order' } as const;
export const number = (min: number, max: number) => ({ type: 'number', min, max }) as const;
export const choice = <const O extends readonly string[]>(...options: O) => ({ type: 'choice', options }) as const;
export const choices = <const O extends readonly string[]>(...options: O) => ({ type: 'choices', options }) as const;
export const ref = <const K extends string>(kind: K) => ({ type: 'ref', kind }) as const;
export const refs = <const K extends string>(kind: K) => ({ type: 'refs', kind }) as const;

/** One entity kind: its fields, which must be filled when adding, and whether there is exactly one per document (its id is the kind). */
export interface EntityTable {
  readonly fields: { readonly [field: string]: FieldType };
  readonly required?: readonly string[];
  readonly single?: true;
}
/** The same table in another document than the one that its references point into. */
export const pointingElsewhere = <T extends EntityTable>(table: T): T => ({
  ...table,
  fields: Object.fromEntries(
    Object.entries(table.fields).map(([field, type]) => [field, 'kind' in type ? { ...type, elsewhere: true } : type]),
  ),
});

export type Schema = { readonly [kind: string]: EntityTable };

type FieldValue<F> = F extends { type: 'choice'; options: readonly (infer O)[] }
  ? O | null
  : F extends { type: 'choices'; options: readonly (infer O)[] }
    ? readonly O[]
    : F extends { type: 'refs' }
      ? readonly EntityId[]
      : F extends { type: 'ref' }
        ? EntityId | null
        : F extends { type: 'date' }
          ? CivilDate | null
          : F extends { type: 'number' | 'moment' }
            ? number | null
            : F extends { type: 'flag' }
              ? boolean
              : string; // text, note, time, order: '' when empty

/** How an entity looks to the screens: one value per field (the latest), and every cell where several stand side by side. */
export type EntityView<T extends EntityTable> = {
  readonly [K in keyof T['fields']]: FieldValue<T['fields'][K]>;
} & {
  readonly id: EntityId;
  /** The member fixed in the id; null for single entities and derived ids. */
  readonly author: MemberId | null;
  /** Deleted by one while another was editing: shown with both, until a person decides. */
  readonly editedAfterDeletion: boolean;
  /** Only cells with more than one live value. First is the one shown. */
  readonly conflicts: { readonly [K in keyof T['fields']]?: readonly Candidate[] };
};

/** What `add` and `set` accept for a field; the same shapes the view gives back. */
export type FieldsInput<T extends EntityTable> = { readonly [K in keyof T['fields']]?: FieldValue<T['fields'][K]> };

import type { EntityId, MemberId } from '../shared/ids.ts';
import type { Candidate, CellValue } from './operation.ts';
import type { EntityTable, Schema } from './schema.ts';
import type { DocumentState } from './state.ts';
import { viewEntities } from './view.ts';

/** One row with all that is filled in, field by field under its name in the schema. */
export interface WholeRow {
  readonly id: EntityId;
  /** Who made it; null where that is nobody in particular. */
  readonly author: MemberId | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Of a cell that two people filled in without seeing each other: each of the values. */
  readonly sideBySide: Readonly<Record<string, readonly CellValue[]>>;
}
export type WholeDocument = Readonly<Record<string, readonly WholeRow[]>>;

/** Everything that stands in a document. It goes by the tables, so that a field that comes later is in it by itself. */
export const readWholeDocument = (state: DocumentState, schema: Schema): WholeDocument =>
  Object.fromEntries(
    Object.entries(schema).flatMap(([kind, table]) => {
      const rows = viewEntities(state, table, kind).map((entity) => toRow(table, entity));
      return rows.length === 0 ? [] : [[kind, rows]];
    }),
  );

function toRow(table: EntityTable, entity: ReturnType<typeof viewEntities>[number]): WholeRow {
  const { id, author, conflicts } = entity;
  const values = entity as Readonly<Record<string, unknown>>;
  return {
    id,
    author,
    fields: Object.fromEntries(Object.keys(table.fields).flatMap((field) => (isEmpty(values[field]) ? [] : [[field, values[field]]]))),
    sideBySide: Object.fromEntries(
      Object.entries(conflicts as Readonly<Record<string, readonly Candidate[]>>).map(([cell, candidates]) => [
        cell,
        candidates.map(({ value }) => value),
      ]),
    ),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

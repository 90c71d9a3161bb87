import { addOperations, exists, removeOperations, restoreOperations, setOperations } from '../document/edit.ts';
import { kindOf } from '../document/entityId.ts';
import type { Operation } from '../document/operation.ts';
import type { FieldsInput } from '../document/schema.ts';
import { type DocumentState, isDeleted } from '../document/state.ts';
import { isSet } from '../document/view.ts';
import type { CellCommand, PlanError } from '../plan/planCommand.ts';
import type { EntityId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { partSchema, type PartSchema } from './partSchema.ts';

type ManyKind = 'entry' | 'point';
type DraftKind = 'preparation' | 'point';
export type PartCommand =
  | CellCommand
  | { [K in ManyKind]: { readonly type: 'add'; readonly kind: K; readonly fields: FieldsInput<PartSchema[K]> } }[ManyKind]
  /** A row whose id is known beforehand: made, or put back, with these fields and no others. */
  | {
      [K in DraftKind]: {
        readonly type: 'begin';
        readonly kind: K;
        readonly entity: EntityId;
        readonly fields: FieldsInput<PartSchema[K]>;
      };
    }[DraftKind];

type Operations = Result<readonly Operation[], PlanError>;
interface Decision {
  readonly operations: readonly Operation[];
  readonly added: readonly EntityId[];
}

/** The operations that a command comes down to, or why not. `newId`: of a row, with its author in it. Who may is decided elsewhere. */
export function decidePart(command: PartCommand, state: DocumentState, newId: (kind: ManyKind) => EntityId): Result<Decision, PlanError> {
  if (command.type === 'add') {
    const id = newId(command.kind);
    return toDecision(addOperations(state, partSchema, id, command.fields), id);
  }
  if (command.type === 'begin') return toDecision(begin(command, state), command.entity);
  return toDecision(decideCell(command, state));
}

const toDecision = (operations: Operations, ...added: readonly EntityId[]): Result<Decision, PlanError> =>
  operations.ok ? ok({ operations: operations.value, added }) : operations;

function begin({ kind, entity, fields }: Extract<PartCommand, { readonly type: 'begin' }>, state: DocumentState): Operations {
  if (kindOf(entity) !== kind) return err({ type: 'UnknownEntity' });
  const given: Readonly<Record<string, unknown>> = fields;
  const written = Object.entries(partSchema[kind].fields).map(([field, type]) =>
    setOperations(state, partSchema, entity, field, given[field] ?? (isSet(type) ? [] : null)),
  );
  return joinAll(isDeleted(state, entity) ? [restoreOperations(state, entity), ...written] : written);
}

/** All of them, or the first reason why not. */
function joinAll(all: readonly Operations[]): Operations {
  const joined: Operation[] = [];
  for (const operations of all) {
    if (!operations.ok) return operations;
    joined.push(...operations.value);
  }
  return ok(joined);
}

function decideCell(command: CellCommand, state: DocumentState): Operations {
  const { entity } = command;
  if (!exists(state, partSchema, entity)) return err({ type: 'UnknownEntity' });
  switch (command.type) {
    case 'set':
      return setOperations(state, partSchema, entity, command.field, command.value, command.basis);
    case 'resolve':
      return setOperations(state, partSchema, entity, command.field, command.value);
    case 'write':
      // No long notes in here.
      return err({ type: 'UnknownField', field: command.field });
    case 'remove':
      return kindOf(entity) === 'part' ? err({ type: 'RemovalNotAllowed' }) : removeOperations(state, entity);
    case 'restore':
      return restoreOperations(state, entity);
  }
}

import { addOperations, exists, removeOperations, restoreOperations, setOperations } from '../document/edit.ts';
import { kindOf } from '../document/entityId.ts';
import type { Operation } from '../document/operation.ts';
import type { FieldsInput } from '../document/schema.ts';
import type { DocumentState } from '../document/state.ts';
import type { CellCommand, PlanError } from '../plan/planCommand.ts';
import type { EntityId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { partSchema, type PartSchema } from './partSchema.ts';

export type PartCommand = CellCommand | { readonly type: 'add'; readonly kind: 'entry'; readonly fields: FieldsInput<PartSchema['entry']> };

interface Decision {
  readonly operations: readonly Operation[];
  readonly added: readonly EntityId[];
}

/** The operations that a command comes down to, or why not. `newId`: of an entry, with its author in it. Who may is decided elsewhere. */
export function decidePart(command: PartCommand, state: DocumentState, newId: () => EntityId): Result<Decision, PlanError> {
  if (command.type === 'add') {
    const id = newId();
    const added = addOperations(state, partSchema, id, command.fields);
    return added.ok ? ok({ operations: added.value, added: [id] }) : added;
  }
  const operations = decideCell(command, state);
  return operations.ok ? ok({ operations: operations.value, added: [] }) : operations;
}

function decideCell(command: CellCommand, state: DocumentState): Result<readonly Operation[], PlanError> {
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
      return kindOf(entity) === 'entry' ? removeOperations(state, entity) : err({ type: 'RemovalNotAllowed' });
    case 'restore':
      return restoreOperations(state, entity);
  }
}

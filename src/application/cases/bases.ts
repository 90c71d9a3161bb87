import { readCandidates } from '../../core/document/state.ts';
import type { PlanCommand } from '../../core/plan/planCommand.ts';
import type { EntityId, OperationId } from '../../core/shared/ids.ts';
import type { OpenDocument } from '../documents/document.ts';

/**
 * What stands in a cell when an edit begins. Where only the first look at a case is here, that is not known by name yet: then the
 * basis is an empty list, and the names are found in the same state when the edit is saved, which is after the whole came in.
 */
export function createBases({ shown, isWhole }: Pick<OpenDocument, 'shown' | 'isWhole'>): {
  readonly of: (entity: EntityId, field: string) => readonly OperationId[];
  readonly named: (command: PlanCommand) => PlanCommand;
} {
  const later = new WeakMap<readonly OperationId[], () => readonly OperationId[]>();
  return {
    of: (entity, field) => {
      const state = shown.get();
      const read = () => readCandidates(state, entity, field).map(({ id }) => id);
      if (isWhole()) return read();
      const basis: readonly OperationId[] = [];
      later.set(basis, read);
      return basis;
    },
    named: (command) => {
      const read = command.type === 'set' && command.basis ? later.get(command.basis) : undefined;
      return read ? { ...command, basis: read() } : command;
    },
  };
}

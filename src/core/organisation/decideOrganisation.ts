import { setOperations, type FieldError } from '../document/edit.ts';
import type { Operation } from '../document/operation.ts';
import type { DocumentState } from '../document/state.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { colleagueId, organisationSchema } from './organisationSchema.ts';

export type OrganisationCommand =
  | { readonly type: 'rename'; readonly name: string }
  /** Only what is named here changes. */
  | {
      readonly type: 'describe';
      readonly member: MemberId;
      readonly name?: string;
      readonly discipline?: string;
      readonly left?: CivilDate | null;
    };

export type OrganisationRefusal = FieldError | { readonly type: 'NameMissing' };

type Decided = Result<readonly Operation[], OrganisationRefusal>;

/** The operations that a command comes down to, or why it may not be. */
export function decideOrganisation(command: OrganisationCommand, state: DocumentState): Decided {
  if (command.name !== undefined && command.name.trim() === '') return err({ type: 'NameMissing' });
  if (command.type === 'rename') return setFields(state, 'organisation' as EntityId, { name: command.name });
  const { type: _, member, ...fields } = command;
  return setFields(state, colleagueId(member), fields);
}

function setFields(state: DocumentState, entity: EntityId, fields: Readonly<Record<string, unknown>>): Decided {
  const operations: Operation[] = [];
  for (const [field, value] of Object.entries(fields)) {
    const written = setOperations(state, organisationSchema, entity, field, value);
    if (!written.ok) return written;
    operations.push(...written.value);
  }
  return ok(operations);
}

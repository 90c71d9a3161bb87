import { setOperations, type FieldError } from '../document/edit.ts';
import type { Operation } from '../document/operation.ts';
import type { DocumentState } from '../document/state.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import { type Helper, helperId, type HelperKind, wrongIn } from '../shared/helpers.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { RetentionGround } from '../shared/retentionGrounds.ts';
import { colleagueId, organisationSchema } from './organisationSchema.ts';

export type OrganisationCommand =
  | { readonly type: 'rename'; readonly name: string }
  /** `years`: of the organisation's own period. */
  | { readonly type: 'retain'; readonly ground: RetentionGround; readonly years: number | null }
  | { readonly type: 'setHelpers'; readonly helpers: readonly Helper[] }
  /** Only what is named here changes. */
  | {
      readonly type: 'describe';
      readonly member: MemberId;
      readonly name?: string;
      readonly discipline?: string;
      readonly left?: CivilDate | null;
    };

export type OrganisationRefusal = FieldError | { readonly type: 'NameMissing' } | { readonly type: 'PeriodMissing' } | HelperInvalid;

/** A link to it would lead nowhere. */
export interface HelperInvalid {
  readonly type: 'HelperInvalid';
  readonly kind: HelperKind;
  readonly field: 'phone' | 'mail';
}

const ORGANISATION = 'organisation' as EntityId;

type Decided = Result<readonly Operation[], OrganisationRefusal>;

/** The operations that a command comes down to, or why it may not be. */
export function decideOrganisation(command: OrganisationCommand, state: DocumentState): Decided {
  if (command.type === 'retain') {
    const { ground, years } = command;
    if (ground === 'own' && years === null) return err({ type: 'PeriodMissing' });
    return setFields(state, ORGANISATION, { retention: ground, retentionYears: ground === 'own' ? years : null });
  }
  if (command.type === 'setHelpers') return setHelpers(state, command.helpers);
  if (command.name !== undefined && command.name.trim() === '') return err({ type: 'NameMissing' });
  if (command.type === 'rename') return setFields(state, ORGANISATION, { name: command.name });
  const { type: _, member, ...fields } = command;
  return setFields(state, colleagueId(member), fields);
}

function setHelpers(state: DocumentState, helpers: readonly Helper[]): Decided {
  const operations: Operation[] = [];
  for (const helper of helpers) {
    const { kind, ...fields } = helper;
    const [field] = wrongIn(helper);
    if (field) return err({ type: 'HelperInvalid', kind, field });
    const written = setFields(state, helperId(kind), fields);
    if (!written.ok) return written;
    operations.push(...written.value);
  }
  return ok(operations);
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

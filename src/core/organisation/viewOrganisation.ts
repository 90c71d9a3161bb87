import type { Roster } from '../circle/roster.ts';
import type { DocumentState } from '../document/state.ts';
import { viewEntities, viewEntity } from '../document/view.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import { type Helper, helpersIn } from '../shared/helpers.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import type { RetentionGround } from '../shared/retentionGrounds.ts';
import { colleagueId, organisationSchema } from './organisationSchema.ts';

export interface Colleague {
  readonly member: MemberId;
  readonly entity: EntityId;
  readonly name: string;
  readonly discipline: string;
  readonly administrator: boolean;
  /** In the organisation now. */
  readonly present: boolean;
  /** The roster entry by which they are what they are. */
  readonly since: number;
  readonly left: CivilDate | null;
}

export interface OrganisationContent {
  readonly name: string;
  /** How long closed cases are kept; null: nobody chose. */
  readonly retention: { readonly ground: RetentionGround; readonly years: number | null } | null;
  /** As written down here; kinds that nobody wrote anything of are not among them. */
  readonly helpers: readonly Helper[];
  /** By name; who left stands last. */
  readonly people: readonly Colleague[];
}

/** The organisation as it stands: who is in says the roster, what they are called the document. */
export function viewOrganisation(state: DocumentState, roster: Roster): OrganisationContent {
  const people = [...roster.rolesFrom].map(([member, roles]): Colleague => {
    const entity = colleagueId(member);
    const { name, discipline, left } = viewEntity(state, organisationSchema.colleague, entity);
    const present = roster.members.get(member);
    const since = present?.since ?? (roles.at(-1) as { readonly n: number }).n;
    return {
      member,
      entity,
      name,
      discipline,
      left,
      administrator: present?.role === 'lead',
      present: present !== undefined,
      since,
    };
  });
  const { name, retention, retentionYears } = viewEntity(state, organisationSchema.organisation, 'organisation' as EntityId);
  return {
    name,
    retention: retention && { ground: retention, years: retentionYears },
    helpers: helpersIn(viewEntities(state, organisationSchema.helper, 'helper')),
    people: people.toSorted(comparePeople),
  };
}

const comparePeople = (a: Colleague, b: Colleague): number =>
  Number(b.present) - Number(a.present) || a.name.localeCompare(b.name, 'nl') || (a.member < b.member ? -1 : 1);

import type { CircleStop } from '../circle/circleStops.ts';
import { ageOn, type CivilDate } from '../shared/civilDate.ts';
import type { CaseId, EntityId } from '../shared/ids.ts';
import { companionshipOf } from './companions.ts';
import type { Alarm, CaseView, Conference, Evaluation, Family } from './caseView.ts';
import type { Retention } from './retention.ts';
import type { KnownChild } from './schoolExport.ts';

/** What the list of cases and "Mijn acties" show of one case without opening it. */
export interface CaseSummary {
  readonly caseId: CaseId;
  readonly name: string;
  /** Whether the plan is about this member, or they are of the network: whoever is no professional. */
  readonly amFamily: boolean;
  /** Who holds this device is a child of it, and spoken to as one. */
  readonly amChild: boolean;
  /** With what matches a school's export: a child has one plan. */
  readonly children: readonly (KnownChild & { readonly id: EntityId; readonly name: string; readonly age: number | null })[];
  readonly phase: NonNullable<Family['phase']>;
  readonly coordinator: string | null;
  readonly cover: string | null;
  readonly preferredCoordinator: string | null;
  readonly goals: number;
  readonly actionsKept: number;
  readonly actionsTotal: number;
  readonly actionsOverdue: number;
  readonly nextConference: CivilDate | null;
  readonly nextConferenceAt: string;
  readonly nextEvaluation: CivilDate | null;
  /** Whether this member plans, moves and calls off meetings of this case. */
  readonly mayMeet: boolean;
  /** By day, for the agenda over all cases. */
  readonly conferences: readonly (Pick<Conference, 'id' | 'day' | 'at' | 'place' | 'state'> & {
    readonly isOpen: boolean;
    readonly people: number;
  })[];
  readonly evaluations: readonly Pick<Evaluation, 'id' | 'day' | 'state'>[];
  readonly alarms: readonly Alarm[];
  /** What the circle stops on, the gravest first; `name` is '' of who stands in no plan. */
  readonly circle: readonly (Pick<CircleStop, 'type' | 'on'> & { readonly name: string })[];
  /** Of a closed case: how long it is kept. Not told to the family, whose organisation nobody knows. */
  readonly retention: (Retention & { readonly mayDestroy: boolean }) | null;
  readonly conflicts: number;
  /** My own actions, for "Mijn acties" over all cases. */
  readonly myActions: readonly {
    readonly id: EntityId;
    readonly what: string;
    readonly due: CivilDate | null;
    readonly status: 'open' | 'busy' | 'done' | 'notDone';
    /** Fields in which two answers stand. */
    readonly conflicts: number;
  }[];
  /** Lower-cased words to search in. */
  readonly searchText: string;
}

export interface CircleSays {
  readonly mayMeet: boolean;
  readonly stops: readonly CircleStop[];
  readonly retention: CaseSummary['retention'];
}

/**
 * @param today decides which conference is the next one, and ages
 * @param circle what the circle and the organisation say; the plan knows neither roles nor periods
 */
export function summariseCase(caseId: CaseId, view: CaseView, today: CivilDate, circle: CircleSays): CaseSummary {
  const nameOf = (id: EntityId | null | undefined) => view.people.find((person) => person.id === id)?.name ?? null;
  const nextConference = view.conferences.find(
    ({ day, state, endedAt }) => day !== null && day >= today && endedAt === null && (state ?? 'planned') === 'planned',
  );
  return {
    caseId,
    name: view.family.name,
    amFamily: view.me !== null && view.me.part !== 'professional',
    amChild: view.me?.part === 'child',
    children: view.children.map(({ id, name, birthDate, schoolGroup, edexmlKey, brin }) => ({
      id,
      name,
      age: birthDate ? ageOn(birthDate, today) : null,
      birthDate,
      schoolGroup,
      edexmlKey,
      brin,
    })),
    phase: view.family.phase ?? 'intake',
    coordinator: nameOf(view.coordinator?.person),
    cover: nameOf(view.coordinator?.cover),
    preferredCoordinator: nameOf(view.family.preferredCoordinator),
    goals: view.goals.filter(({ state }) => state !== 'dropped').length,
    actionsKept: view.actions.filter(({ status }) => status === 'done').length,
    actionsTotal: view.actions.length,
    actionsOverdue: view.actions.filter(({ overdueDays }) => overdueDays > 0).length,
    nextConference: nextConference?.day ?? null,
    nextConferenceAt: nextConference?.at ?? '',
    nextEvaluation: view.evaluations.find(({ state }) => state !== 'finished')?.day ?? null,
    mayMeet: circle.mayMeet,
    conferences: view.conferences.map(({ id, day, at, place, state, startedAt, endedAt, invited, present }) => ({
      id,
      day,
      at,
      place,
      state,
      isOpen: startedAt !== null && endedAt === null,
      people: new Set([...invited, ...present]).size,
    })),
    evaluations: view.evaluations.map(({ id, day, state }) => ({ id, day, state })),
    alarms: view.alarms,
    circle: circle.stops.flatMap(({ type, on, member }) => {
      const person = view.people.find((one) => one.member === member);
      const longer = type === 'EndPast' ? companionshipOf(view, person?.id)?.until : undefined;
      return longer !== undefined && longer >= today ? [] : [{ type, on: longer ?? on, name: person?.name ?? '' }];
    }),
    retention: circle.retention,
    conflicts: view.conflicts.length,
    myActions: view.actions
      .filter(({ who }) => view.me !== null && who.includes(view.me.id))
      .map(({ id, what, dueNow, status, conflicts }) => ({ id, what, due: dueNow, status, conflicts: Object.keys(conflicts).length })),
    searchText: [view.family.name, ...view.people.flatMap(({ name, organisation, school }) => [name, organisation, school])]
      .join(' ')
      .toLowerCase(),
  };
}

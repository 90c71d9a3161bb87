import { isFamily } from '../../core/circle/rosterChanges.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { RosterRole } from '../../core/circle/rosterEntry.ts';
import { listSetAside } from '../../core/document/state.ts';
import type { Colleague } from '../../core/organisation/viewOrganisation.ts';
import { viewPart } from '../../core/part/viewPart.ts';
import type { CaseView, Person } from '../../core/plan/caseView.ts';
import { type CivilDate, daysBetween } from '../../core/shared/civilDate.ts';
import type { DeviceId, MemberId } from '../../core/shared/ids.ts';
import type { AccessTrouble } from '../accessLog/accessAlarms.ts';
import { companionshipOf } from '../../core/plan/companions.ts';
import { takeOver } from '../cases/late.ts';
import type { Circle, OpenDocument } from '../documents/document.ts';
import { findAlarms } from './circleAlarms.ts';
import type { CircleDocument, CircleJob, CirclePerson, CircleView, LateEdits, RemovalProposal } from './types.ts';

/** What a view is made of: the documents of one case that are open here, and what is known around them. */
export interface CircleSources {
  readonly plan: OpenDocument;
  readonly others: readonly OpenDocument[];
  readonly view: CaseView;
  readonly me: MemberId;
  readonly today: CivilDate;
  readonly colleagues: { readonly name: string; readonly people: readonly Colleague[] } | null;
  readonly blocked: ReadonlySet<DeviceId>;
  readonly jobs: readonly CircleJob[];
  /** What is wrong with the access logs. */
  readonly access: readonly AccessTrouble[];
  /** The words behind proposals, by member. */
  readonly reasons: ReadonlyMap<MemberId, string>;
}

/** Days before an end date from which it is said. */
const NEAR = 14;

export function viewCircle(sources: CircleSources): CircleView {
  const { plan, others, me, colleagues, jobs } = sources;
  const circles = [plan, ...others];
  const members = new Set(circles.flatMap(({ roster }) => [...roster.members.keys()]));
  const people = [...members].map((member) => viewPerson(sources, member)).toSorted(byName);
  const myRole = plan.roster.members.get(me)?.role ?? null;
  return {
    caseId: plan.caseId,
    myRole,
    mayChange: myRole === 'lead',
    people,
    documents: circles.map((document) => viewDocument(document, me)),
    colleagues: (colleagues?.people ?? []).flatMap(({ member, name, discipline, present }) =>
      present && !plan.roster.members.has(member) ? [{ member, name, discipline }] : [],
    ),
    jobs,
    proposals: viewProposals(sources, myRole),
    late: circles.flatMap((document) => lateIn(document, sources.me)),
    alarms: findAlarms(plan.roster, people, jobs, sources.access),
  };
}

const byName = (a: CirclePerson, b: CirclePerson): number => a.name.localeCompare(b.name, 'nl') || (a.member < b.member ? -1 : 1);

function viewPerson({ plan, others, view, me, today, colleagues, blocked }: CircleSources, member: MemberId): CirclePerson {
  const person = personOf(view, plan.roster, member);
  const colleague = colleagues?.people.find((one) => one.member === member);
  const inPlan = plan.roster.members.get(member);
  const known = [plan, ...others].map(({ circle }) => circle.keyrings.get(member)).find((keyring) => keyring !== undefined);
  const companionship = companionshipOf(view, person?.id);
  // What a lead agreed with the family since somebody was let in counts; the circle itself keeps the first day.
  const until = (inPlan && companionship?.until) ?? inPlan?.until ?? null;
  const devices = [...(known?.keyring.devices.values() ?? [])].filter(({ kind, revoked }) => kind === 'device' && !revoked);
  return {
    member,
    person: person?.id ?? null,
    name: person?.name ?? colleague?.name ?? '',
    discipline: person?.discipline ?? colleague?.discipline ?? '',
    organisation: person?.organisation ?? (colleague ? (colleagues?.name ?? '') : ''),
    role: inPlan?.role ?? null,
    since: sinceIn(plan.circle, member) ?? 0,
    until,
    me: member === me,
    replaced: successorOf(plan.roster, member) !== undefined,
    devices: known ? devices.length : null,
    blocked: devices.some(({ id }) => blocked.has(id)),
    sharing: inPlan ? sharingOf(view, plan.roster, person, inPlan.role) : 'notNeeded',
    end: endOf(until, today),
    companion: inPlan && companionship ? { id: companionship.companion.id, isWanted: companionship.isWanted } : null,
    documents: [plan, ...others].flatMap(({ doc, kind, roster }) => {
      const role = roster.members.get(member)?.role;
      return role === undefined ? [] : [{ doc, kind, role }];
    }),
  };
}

const successorOf = ({ members }: Roster, member: MemberId): MemberId | undefined =>
  [...members].find(([, { succeeds }]) => succeeds === member)?.[0];

/** The plan names the keys that somebody has now; the lost ones are theirs too. */
const personOf = (view: CaseView, roster: Roster, member: MemberId): Person | undefined =>
  view.people.find((one) => one.member === (successorOf(roster, member) ?? member));

/** What goes to another organisation than the one that began is recorded: what, why, and on what ground. The family sees whether it is. */
function sharingOf(view: CaseView, roster: Roster, person: Person | undefined, role: RosterRole): CirclePerson['sharing'] {
  if (isFamily(role) || person === undefined) return 'notNeeded';
  const founder = personOf(view, roster, [...roster.rolesFrom.keys()][0]!);
  if (person.id === founder?.id || sameName(person.organisation, founder?.organisation ?? '')) return 'notNeeded';
  const recorded = view.sharings.filter(({ withWhom }) => withWhom === person.id);
  if (recorded.length === 0) return 'missing';
  return recorded.every(({ withdrawnOn }) => withdrawnOn !== null) ? 'withdrawn' : 'recorded';
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function endOf(until: CivilDate | null, today: CivilDate): CirclePerson['end'] {
  if (until === null) return 'none';
  const days = daysBetween(today, until);
  if (days < 0) return 'past';
  return days <= NEAR ? 'near' : 'later';
}

function viewDocument({ circle, shown }: OpenDocument, me: MemberId): CircleDocument {
  const { doc, kind, members } = circle.roster;
  return {
    doc,
    kind,
    title: kind === 'plan' ? '' : viewPart(shown.get()).heading.title,
    myRole: members.get(me)?.role ?? null,
    members: [...members].map(([member, { role, until }]) => ({ member, role, until, since: sinceIn(circle, member) ?? 0 })),
  };
}

const sinceIn = ({ roster, entries }: Circle, member: MemberId): number | undefined => {
  const n = roster.members.get(member)?.since;
  return n === undefined ? undefined : entries[n]?.entry.wall;
};

/** Of family members only: a lead alone decides about a colleague, and that is a job at once. */
function viewProposals({ plan, me, reasons }: CircleSources, myRole: RosterRole | null): readonly RemovalProposal[] {
  return [...plan.roster.proposals].flatMap(([member, proposals]) => {
    const role = plan.roster.members.get(member)?.role;
    if (role === undefined || !isFamily(role)) return [];
    const by = proposals.map((proposal) => proposal.by);
    const mayISecond = (myRole === 'lead' || myRole === 'professional') && !by.includes(me);
    return [{ member, reason: reasons.get(member) ?? '', by, mayISecond }];
  });
}

/** What somebody made before they left, and that came after: beyond the cut-off, so in nobody's plan. */
function lateIn(document: OpenDocument, me: MemberId): readonly LateEdits[] {
  const { doc, kind, circle, roster, state } = document;
  const late = new Map<MemberId | null, { readonly envelopes: Set<string>; newest: number }>();
  for (const { because, device, envelope, wall } of listSetAside(state())) {
    const member = circle.ownerOf(device) ?? null;
    if (because !== 'notMember' || (member !== null && !roster.rolesFrom.has(member))) continue;
    const known = late.get(member) ?? { envelopes: new Set<string>(), newest: 0 };
    known.envelopes.add(envelope);
    known.newest = Math.max(known.newest, wall);
    late.set(member, known);
  }
  return [...late].map(([member, { envelopes, newest }]) => ({
    member,
    doc,
    count: envelopes.size,
    newest,
    mayTakeOver: kind === 'plan' && takeOver(document, me, member).length > 0,
  }));
}

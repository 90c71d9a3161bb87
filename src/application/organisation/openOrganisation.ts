import { viewOrganisation } from '../../core/organisation/viewOrganisation.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import { dayOf } from '../../core/shared/dayOf.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { OrganisationFacts, OrganisationFetches } from '../../protocol/exchange/shapes.ts';
import type { Desk } from '../circle/desk.ts';
import { withLine } from '../circle/withLine.ts';
import type { Session } from '../device/deviceContext.ts';
import type { OpenDocument } from '../documents/document.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { createStore } from '../store.ts';
import type { OpenOrganisation, OrganisationError, OrganisationFetch, OrganisationPerson, OrganisationView } from './types.ts';

interface Told {
  readonly facts: OrganisationFacts;
  readonly fetches: OrganisationFetches;
  readonly at: number;
}

/** The organisation's people, followed as long as it is open; devices and storage as the server last told an administrator. */
export async function openOrganisation({ context, changes }: Desk): Promise<Result<OpenOrganisation, OrganisationError>> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const own = [...session.documents.values()].find(({ kind }) => kind === 'organisation');
  if (!own) return err({ type: 'NoOrganisation' });
  const release = hold(session, own.doc);
  const document = await openDocument(context, session, own.doc)?.catch(() => undefined);
  if (!document) {
    release();
    return err({ type: 'NoOrganisation' });
  }
  let told: Told | null = null;
  const view = createStore(makeView(session, document, told));
  const show = () => {
    const next = makeView(session, document, told);
    if (JSON.stringify(next) !== JSON.stringify(view.get())) view.set(next);
  };
  const refresh: OpenOrganisation['refresh'] = async () => {
    const asked = await withLine<Omit<Told, 'at'>>(context, session, async ({ server, access }) => {
      const facts = await server.readOrganisation(access, own.doc);
      const fetches = facts.ok ? await server.readOrganisationFetches(access, own.doc) : facts;
      return fetches.ok && facts.ok ? ok({ facts: facts.value, fetches: fetches.value }) : (fetches as typeof fetches & { ok: false });
    });
    if (!asked.ok) return asked;
    told = { ...asked.value, at: context.ports.clock.now() };
    show();
    return ok(undefined);
  };
  const stops = [
    document.shown.subscribe(show),
    changes.subscribe(() => void refresh()),
    context.exchange.subscribe(show),
    context.link.hear(show),
  ];
  return ok({
    view,
    refresh,
    close: () => {
      for (const stop of stops) stop();
      release();
    },
  });
}

function makeView({ member: me }: Session, document: OpenDocument, told: Told | null): OrganisationView {
  const { roster, circle } = document;
  const { name, retention, helpers, people } = viewOrganisation(document.shown.get(), roster);
  const administrators = people.filter(({ administrator }) => administrator);
  return {
    doc: document.doc,
    name,
    retention,
    helpers,
    amAdministrator: roster.members.get(me)?.role === 'lead',
    people: people.map(({ present, since, left, ...person }): OrganisationPerson => {
      const day = left ?? (present ? null : dayOf(circle.entries[since]?.entry.wall ?? 0));
      const at = circle.entries[since]?.entry.wall ?? 0;
      return { ...person, me: person.member === me, since: at, left: present ? null : day, devices: devicesOf(told, person.member) };
    }),
    storedBytes: told?.facts.storedBytes ?? null,
    fetches: told && fetchesOf(told),
    toldAt: told?.at ?? null,
    alarms: administrators.length === 1 ? [{ type: 'OneAdministrator' }] : [],
  };
}

function devicesOf(told: Told | null, member: MemberId): OrganisationPerson['devices'] {
  if (!told) return null;
  return told.facts.devices
    .filter((device) => device.member === member)
    .map(({ device, kind, revoked, blocked, lastSeen }) => ({
      id: device,
      kind,
      revoked,
      blocked,
      lastSeen: lastSeen as CivilDate | null,
    }));
}

/** So many letters tell the documents of one organisation apart. */
const CODE = 6;

function fetchesOf({ facts, fetches }: Told): readonly OrganisationFetch[] {
  const days = new Map<string, OrganisationFetch>();
  for (const { member, device, doc, day, times } of fetches.fetches) {
    const key = `${device} ${day}`;
    const before = days.get(key);
    const own = facts.devices.filter((one) => one.member === member && one.kind === 'device');
    days.set(key, {
      member,
      device,
      number: own.findIndex((one) => one.device === device) + 1,
      day: day as CivilDate,
      documents: [...(before?.documents ?? []), doc.slice(0, CODE)],
      times: times + (before?.times ?? 0),
    });
  }
  return [...days.values()];
}

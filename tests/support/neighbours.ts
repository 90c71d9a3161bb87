import { createBrowserClock } from '../../src/adapters/browser/clock.ts';
import type { CircleView, Invitation, InvitationState, InviteInput, JoinState, Store } from '../../src/application/application.ts';
import type { Clock, ServerPort } from '../../src/application/ports.ts';
import type { CaseId, DocumentId, EntityId, MemberId } from '../../src/core/shared/ids.ts';
import { httpServerOf, must, startTeller, type Teller } from './exchangeStory.ts';
import { startTestServer, type TestServer } from './testServer.ts';
import { until } from './until.ts';

/** People around one real server, each with devices of their own. */
export interface Neighbourhood {
  readonly server: TestServer;
  /** `through`: what stands between this device and the server. */
  readonly start: (
    name: string,
    options?: { stored?: Teller['stored']; through?: (port: ServerPort) => ServerPort; empty?: boolean; clock?: Clock },
  ) => Promise<Teller>;
  /** A device whose person founded the first organisation. */
  readonly founder: (name: string, clock?: Clock) => Promise<Teller>;
  readonly end: () => Promise<void>;
}

export async function createNeighbourhood(): Promise<Neighbourhood> {
  const server = await startTestServer({ pollMilliseconds: 300 });
  const tellers: Teller[] = [];
  const start: Neighbourhood['start'] = async (
    name,
    { stored, through = (port: ServerPort) => port, empty = false, clock = createBrowserClock() } = {},
  ) => {
    const teller = await startTeller(name, through(httpServerOf(server.url)), {
      clock,
      empty,
      ...(stored ? { stored } : {}),
    });
    tellers.push(teller);
    return teller;
  };
  return {
    server,
    start,
    founder: async (name, clock = createBrowserClock()) => {
      const teller = await start(name, { clock });
      must(await teller.device.organisation.found(`https://knooppunt.example/#setup=${server.setupSecret()}`, 'Basisschool De Regenboog'));
      return teller;
    },
    end: async () => {
      for (const teller of tellers) {
        if (teller.isClosed()) continue;
        await teller.device.circle.forgetJoining();
        teller.close();
      }
      await server.stop();
    },
  };
}

export const isGreen = ({ device }: Teller): boolean => device.exchange.get().type === 'upToDate';

/** What a store says once it says it. */
export async function when<T, S extends T>(store: Store<T>, is: (value: T) => value is S): Promise<S>;
export async function when<T>(store: Store<T>, is: (value: T) => boolean): Promise<T>;
export async function when<T>(store: Store<T>, is: (value: T) => boolean): Promise<T> {
  const stop = store.subscribe(() => undefined);
  try {
    await until(() => is(store.get()));
    return store.get();
  } finally {
    stop();
  }
}

export const joinIs = (guest: Teller, type: JoinState['type']) => when(guest.device.circle.joining, (state) => state.type === type);

/** The host's invitation once it stands like this. */
export async function invitationIs(host: Teller, id: string, type: InvitationState['type']): Promise<Invitation> {
  const all = await when(host.device.circle.invitations, (list) => list.some((one) => one.id === id && one.state.type === type));
  return all.find((one) => one.id === id)!;
}

/** Host shows a link, guest uses it, host accepts. */
export async function bringIn(host: Teller, guest: Teller, invitation: Invitation): Promise<void> {
  await guest.device.circle.join(invitation.link);
  await invitationIs(host, invitation.id, 'asked');
  must(await host.device.circle.acceptGuest(invitation.id));
  await joinIs(guest, 'in');
}

export async function bringColleague(host: Teller, guest: Teller, administrator = false): Promise<void> {
  await bringIn(host, guest, must(await host.device.organisation.inviteColleague({ how: 'inPerson', administrator })));
  await until(() => [...guest.session().documents.values()].some(({ kind }) => kind === 'organisation'));
  // How the host described them is there too: what the guest writes of themself before that is a second value beside it.
  const { view, close } = must(await guest.device.organisation.open());
  await when(view, ({ people }) => people.some(({ me, name }) => me && name !== ''));
  close();
}

/** A family with a mother, and how its circle looks from this device. */
export async function makeCase(host: Teller): Promise<CaseId> {
  return must(await host.device.createCase({ name: 'Familie de Wit', children: [] }));
}

export async function addPerson(
  host: Teller,
  caseId: CaseId,
  fields: { part: 'caregiver' | 'professional'; name: string; organisation?: string },
): Promise<EntityId> {
  const open = await host.open(caseId);
  const added = must(await open.change({ type: 'add', kind: 'person', fields }));
  open.close();
  return added.added[0]!;
}

export async function inviteTo(
  host: Teller,
  caseId: CaseId,
  input: Partial<InviteInput> & Pick<InviteInput, 'person' | 'role'>,
): Promise<Invitation> {
  return must(
    await host.device.circle.invite(caseId, { how: 'inPerson', documents: [], until: null, sharing: null, succeeds: null, ...input }),
  );
}

/** Host and guest share a case; the guest came in by a link. */
export async function letIntoCase(
  host: Teller,
  guest: Teller,
  caseId: CaseId,
  role: InviteInput['role'],
  documents: readonly DocumentId[] = [],
): Promise<void> {
  const isFamily = role === 'caregiver' || role === 'youngPerson' || role === 'supporter';
  const person = await addPerson(host, caseId, { part: isFamily ? 'caregiver' : 'professional', name: guest.name });
  await bringIn(host, guest, await inviteTo(host, caseId, { person, role, documents }));
  await until(() => guest.device.caseload.get().cases.some((one) => one.caseId === caseId));
  await until(() => documents.every((doc) => guest.session().documents.has(doc)));
}

export async function circleOf(teller: Teller, caseId: CaseId): Promise<{ readonly view: Store<CircleView>; readonly close: () => void }> {
  return must(await teller.device.circle.open(caseId));
}

export const memberOf = (teller: Teller): MemberId => teller.session().member;

import { unconnected } from '../../src/application/exchange/unconnected.ts';
import type {
  AccessLogs,
  AccessView,
  Application,
  AuditedCase,
  Circle,
  Destruction,
  DestructionView,
  KeptStatement,
  CircleError,
  CirclePerson,
  CircleView,
  ErasurePreview,
  ExchangeState,
  Invitation,
  JoinState,
  Organisation,
  OrganisationView,
  OwnDevice,
  OwnDevices,
} from '../../src/application/application.ts';
import { createStore, type WritableStore } from '../../src/application/store.ts';
import { err, ok, type Result } from '../../src/core/shared/result.ts';
import type { CaseId, DeviceId, DocumentId, MemberId } from '../../src/core/shared/ids.ts';
import { createTestApplication, type TestApplication } from './createTestApplication.ts';

/*
 * Everything the screens of circles, invitations, devices and organisations ask for, answering as a test wants it: for the many states
 * that the real ones reach only with several people and a server. What was asked stands in `asked`.
 */

interface Asked {
  readonly verb: string;
  readonly values: readonly unknown[];
}

interface FakeCircle {
  readonly exchange: WritableStore<ExchangeState>;
  readonly view: WritableStore<CircleView>;
  readonly invitations: WritableStore<readonly Invitation[]>;
  readonly joining: WritableStore<JoinState>;
  readonly organisationView: WritableStore<OrganisationView>;
  readonly own: WritableStore<readonly OwnDevice[]>;
  readonly access: WritableStore<AccessView>;
  /** What erasing a text would take with it. */
  readonly erasure: WritableStore<ErasurePreview>;
  readonly audited: AuditedCase[];
  readonly destruction: WritableStore<DestructionView>;
  readonly statements: KeptStatement[];
  readonly asked: Asked[];
  /** From now on every change fails like this; null: it works again. */
  readonly failWith: (error: { readonly type: string } | null) => void;
  /** What `open` of the organisation says. */
  readonly withoutOrganisation: () => void;
}

export const MEMBERS = { me: 'lid-ik', rachida: 'lid-rachida', mother: 'lid-moeder', expert: 'lid-deskundige' } as unknown as Readonly<
  Record<'me' | 'rachida' | 'mother' | 'expert', MemberId>
>;
export { unconnected };
export const DOCUMENTS = { plan: 'doc-plan', team: 'doc-team', part: 'doc-deel' } as unknown as Readonly<
  Record<'plan' | 'team' | 'part', DocumentId>
>;
export const DEVICES = { laptop: 'toestel-laptop', tablet: 'toestel-tablet', paper: 'toestel-papier' } as unknown as Readonly<
  Record<'laptop' | 'tablet' | 'paper', DeviceId>
>;

export const circlePerson = (change: Partial<CirclePerson> & Pick<CirclePerson, 'member' | 'name'>): CirclePerson => ({
  person: null,
  discipline: '',
  organisation: '',
  role: 'professional',
  since: Date.parse('2026-09-07T09:00:00+02:00'),
  until: null,
  me: false,
  replaced: false,
  devices: 1,
  blocked: false,
  sharing: 'notNeeded',
  end: 'none',
  companion: null,
  documents: [{ doc: DOCUMENTS.plan, kind: 'plan', role: change.role ?? 'professional' }],
  ...change,
});

export const emptyCircle = (caseId: CaseId): CircleView => ({
  caseId,
  myRole: 'lead',
  mayChange: true,
  people: [circlePerson({ member: MEMBERS.me, name: 'Anouk Visser', role: 'lead', me: true, organisation: 'Basisschool De Regenboog' })],
  documents: [{ doc: DOCUMENTS.plan, kind: 'plan', title: '', myRole: 'lead', members: [] }],
  colleagues: [],
  jobs: [],
  proposals: [],
  late: [],
  alarms: [],
});

const emptyAccess = (caseId: CaseId): AccessView => ({ caseId, lines: [], alarms: [], handedOut: null, toldAt: null, auditing: false });

const emptyDestruction = (caseId: CaseId): DestructionView => ({
  caseId,
  mayDestroy: true,
  shared: true,
  documents: [],
  holders: [],
  period: { from: 0, to: 0 },
  lastChange: '2026-09-07' as DestructionView['lastChange'],
  waiting: 0,
  lastHeard: null,
  isBegun: false,
});

export const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  id: 'uitnodiging-1',
  use: 'case',
  how: 'inPerson',
  link: '#uitnodiging=verzonnengeheim',
  madeAt: 0,
  expiresAt: 0,
  caseId: null,
  person: null,
  role: 'professional',
  succeeds: null,
  state: { type: 'waiting' },
  offline: false,
  ...change,
});

const erasurePreview: ErasurePreview = { versions: 1, authors: [], note: null, rewritten: [], lost: [] };

const emptyOrganisation: OrganisationView = {
  doc: 'doc-organisatie' as DocumentId,
  name: 'Basisschool De Regenboog',
  retention: null,
  helpers: [],
  amAdministrator: true,
  people: [],
  storedBytes: null,
  fetches: null,
  toldAt: null,
  alarms: [],
};

/** The real application for everything else, with these verbs replaced. */
export async function withFakeCircle(
  options: Parameters<typeof createTestApplication>[0] = { unlocked: true },
): Promise<TestApplication & { readonly fake: FakeCircle }> {
  const test = await createTestApplication(options);
  const [first] = test.application.caseload.get().cases;
  const asked: Asked[] = [];
  let failure: { readonly type: string } | null = null;
  let hasOrganisation = true;

  const answer = async (verb: string, values: readonly unknown[], value?: unknown): Promise<Result<never, never>> => {
    asked.push({ verb, values });
    return (failure ? err(failure) : ok(value)) as Result<never, never>;
  };
  const verb =
    (name: string, value?: unknown) =>
    (...values: readonly unknown[]) =>
      answer(name, values, value);

  const stores = {
    exchange: createStore(unconnected),
    view: createStore(emptyCircle(first?.caseId ?? ('casus' as CaseId))),
    invitations: createStore<readonly Invitation[]>([]),
    joining: createStore<JoinState>({ type: 'none' }),
    organisationView: createStore(emptyOrganisation),
    own: createStore<readonly OwnDevice[]>([]),
    erasure: createStore(erasurePreview),
    destruction: createStore(emptyDestruction(first?.caseId ?? ('casus' as CaseId))),
    access: createStore(emptyAccess(first?.caseId ?? ('casus' as CaseId))),
  };
  const audited: AuditedCase[] = [];
  const statements: KeptStatement[] = [];
  const destruction: Destruction = {
    describe: async () => ok(stores.destruction.get()),
    destroy: verb('destroy'),
    statements: async () => ok([...statements]),
    askHeard: verb('askHeard'),
    forgetStatement: async (caseId) => {
      statements.splice(0);
      return await answer('forgetStatement', [caseId]);
    },
  };
  const addInvitation = (name: string, use: Invitation['use']) => async (): Promise<Result<Invitation, CircleError>> => {
    const made = invitation({ use, expiresAt: test.clock.now() + 10 * 60_000, caseId: use === 'case' ? stores.view.get().caseId : null });
    const done = await answer(name, [], made);
    if (done.ok) stores.invitations.set([made, ...stores.invitations.get()]);
    return done;
  };

  const circle: Circle = {
    open: async () => ok({ view: stores.view, close: () => {} }),
    invitations: stores.invitations,
    invite: async (caseId, input) => {
      const made = invitation({
        how: input.how,
        caseId,
        person: input.person,
        role: input.role,
        succeeds: input.succeeds,
        expiresAt: test.clock.now() + (input.how === 'inPerson' ? 10 * 60_000 : 24 * 3_600_000),
      });
      const done = await answer('invite', [caseId, input], made);
      if (done.ok) stores.invitations.set([made, ...stores.invitations.get()]);
      return done;
    },
    acceptGuest: verb('acceptGuest'),
    refuseGuest: verb('refuseGuest'),
    endInvitation: async (id) => {
      const done = await answer('endInvitation', [id]);
      if (done.ok) stores.invitations.set(stores.invitations.get().filter((each) => each.id !== id));
      return done;
    },
    joining: stores.joining,
    readInvitation: async (link) => {
      const at = link.indexOf('uitnodiging=');
      const code = at < 0 ? '' : link.slice(at + 'uitnodiging='.length);
      if (!code) return err({ type: link.includes('#setup=') ? 'WrongKind' : 'Mangled' });
      if (code.startsWith('nieuwer')) return err({ type: 'Newer' });
      return ok({ use: code.startsWith('collega') ? 'organisation' : code.startsWith('toestel') ? 'device' : 'case' });
    },
    join: async (link) => void asked.push({ verb: 'join', values: [link] }),
    forgetJoining: async () => {
      asked.push({ verb: 'forgetJoining', values: [] });
      stores.joining.set({ type: 'none' });
    },
    addColleague: verb('addColleague'),
    changeRole: verb('changeRole'),
    previewErasure: async (...values) => await answer('previewErasure', values, stores.erasure.get()),
    eraseEverywhere: verb('eraseEverywhere'),
    removeMember: verb('removeMember'),
    proposeRemoval: verb('proposeRemoval'),
    secondRemoval: verb('secondRemoval'),
    continueJobs: verb('continueJobs'),
    addDocument: verb('addDocument', 'doc-nieuw'),
    letInto: verb('letInto'),
  };
  const organisation: Organisation = {
    open: async () =>
      hasOrganisation ? ok({ view: stores.organisationView, refresh: verb('refresh'), close: () => {} }) : err({ type: 'NoOrganisation' }),
    found: verb('found'),
    rename: verb('rename'),
    retain: verb('retain'),
    setHelpers: verb('setHelpers'),
    changePerson: verb('changePerson'),
    inviteColleague: addInvitation('inviteColleague', 'organisation'),
    makeAdministrator: verb('makeAdministrator'),
    blockDevice: verb('blockDevice'),
    removeColleague: verb('removeColleague'),
  };
  const devices: OwnDevices = {
    own: stores.own,
    link: addInvitation('link', 'device'),
    revoke: verb('revoke'),
    recover: verb('recover'),
  };
  const accessLog: AccessLogs = {
    open: async () => ok({ view: stores.access, refresh: verb('refreshAccess'), close: () => {} }),
    audited: async () => audited,
    note: async (...values) => void asked.push({ verb: 'note', values }),
  };
  const application: Application = {
    ...test.application,
    exchange: stores.exchange,
    forgetLeft: async () => void asked.push({ verb: 'forgetLeft', values: [] }),
    retryExchange: async (doc) => void asked.push({ verb: 'retryExchange', values: [doc] }),
    accessLog,
    destruction,
    circle,
    organisation,
    devices,
  };
  return {
    ...test,
    application,
    fake: {
      ...stores,
      audited,
      statements,
      asked,
      failWith: (error) => void (failure = error),
      withoutOrganisation: () => void (hasOrganisation = false),
    },
  };
}

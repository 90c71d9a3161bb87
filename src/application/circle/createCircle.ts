import type { Store } from '../readableStore.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { createStore } from '../store.ts';
import { loadAccessLog } from '../accessLog/loadAccessLog.ts';
import { noteCaseAccess, noteReceived } from '../accessLog/noteAccess.ts';
import type { AccessLogs } from '../accessLog/types.ts';
import type { Destruction } from '../destruction/types.ts';
import type { Organisation } from '../organisation/types.ts';
import type { Desk } from './desk.ts';
import { loadCircleWork } from './loadCircleWork.ts';
import { readInvitation } from './readInvitation.ts';
import type { Circle, Invitation, JoinState, OwnDevice, OwnDevices } from './types.ts';

export interface CircleVerbs {
  readonly circle: Circle;
  readonly devices: OwnDevices;
  readonly organisation: Organisation;
  readonly accessLog: AccessLogs;
  readonly destruction: Destruction;
}

/** The verbs about who is in, bound to one tab; what they do is loaded when one is asked for. */
export function createCircle(context: DeviceContext): CircleVerbs {
  const desk: Desk = {
    context,
    invitations: createStore<readonly Invitation[]>([]),
    joining: createStore<JoinState>({ type: 'none' }),
    own: createStore<readonly OwnDevice[]>([]),
    changes: createStore(0),
    following: null,
    link: null,
    joiningStop: null,
  };
  followSession(desk);
  type Work = Awaited<ReturnType<typeof loadCircleWork>>;
  /** Whatever it did, this tab's own views look again. */
  const change = async <T>(step: (work: Work) => Promise<T>): Promise<T> => {
    const result = await step(await loadCircleWork());
    desk.changes.set(desk.changes.get() + 1);
    return result;
  };
  return {
    circle: {
      open: async (caseId) => (await loadCircleWork()).openCircle(desk, caseId),
      invitations: whileWatched(desk.invitations, () => startFollowing(desk)),
      invite: (caseId, input) => change((work) => work.invite(desk, caseId, input)),
      acceptGuest: (id) => change((work) => work.acceptGuest(desk, id)),
      refuseGuest: (id) => change((work) => work.refuseGuest(desk, id)),
      endInvitation: (id) => change((work) => work.endInvitation(desk, id)),
      joining: desk.joining,
      readInvitation,
      join: (link) => change((work) => work.join(desk, link)),
      forgetJoining: () => change((work) => work.forgetJoining(desk)),
      addColleague: (caseId, input) => change((work) => work.addColleague(context, caseId, input)),
      changeRole: (caseId, member, role) => change((work) => work.changeRole(context, caseId, member, role)),
      removeMember: (caseId, member, reason) => change((work) => work.removeMember(context, caseId, member, reason)),
      proposeRemoval: (caseId, member, reason) => change((work) => work.proposeRemoval(context, caseId, member, reason)),
      secondRemoval: (caseId, member) => change((work) => work.secondRemoval(context, caseId, member)),
      continueJobs: (caseId) => change((work) => work.continueJobs(context, caseId)),
      previewErasure: async (caseId, target, doc) => (await loadCircleWork()).previewErasure(context, caseId, target, doc),
      eraseEverywhere: (caseId, target, keep, doc) => change((work) => work.eraseEverywhere(context, caseId, target, keep, doc)),
      addDocument: (caseId, kind, words) => change((work) => work.addCaseDocument(context, caseId, kind, words)),
      letInto: (caseId, doc, member) => change((work) => work.letInto(context, caseId, doc, member)),
    },
    devices: {
      own: whileWatched(desk.own, () => startShowingDevices(desk)),
      link: (how) => change((work) => work.linkDevice(desk, how)),
      revoke: (device) => change((work) => work.revokeOwnDevice(desk, device)),
      recover: (code, input) => change((work) => work.recoverHere(context, code, input)),
    },
    accessLog: {
      open: async (caseId) => (await loadAccessLog()).openAccessLog(desk, caseId),
      audited: async () => (await loadAccessLog()).listAudited(context),
      note: async (caseId, what) => {
        await noteCaseAccess(context, caseId, what);
        desk.changes.set(desk.changes.get() + 1);
      },
    },
    destruction: {
      describe: async (caseId) => (await loadCircleWork()).destructionWork.describeDestruction(context, caseId),
      destroy: (caseId, input) => change(({ destructionWork }) => destructionWork.destroyCase(context, caseId, input)),
      statements: async () => (await loadCircleWork()).destructionWork.showStatements(context),
      askHeard: async (caseId) => (await loadCircleWork()).destructionWork.askHeard(context, caseId),
      forgetStatement: async (caseId) => (await loadCircleWork()).destructionWork.forgetStatement(context, caseId),
    },
    organisation: {
      open: async () => (await loadCircleWork()).organisationWork.openOrganisation(desk),
      found: (setup, name) => change(({ organisationWork }) => organisationWork.foundOrganisation(context, setup, name)),
      retain: (choice) => change(({ organisationWork }) => organisationWork.setRetention(context, choice)),
      setHelpers: (helpers) => change(({ organisationWork }) => organisationWork.setHelpers(context, helpers)),
      rename: (name) => change(({ organisationWork }) => organisationWork.renameOrganisation(context, name)),
      changePerson: (member, fields) => change(({ organisationWork }) => organisationWork.changePerson(context, member, fields)),
      inviteColleague: (input) => change(({ organisationWork }) => organisationWork.inviteColleague(desk, input)),
      makeAdministrator: (member, administrator) =>
        change(({ organisationWork }) => organisationWork.makeAdministrator(context, member, administrator)),
      blockDevice: (device, blocked) => change(({ organisationWork }) => organisationWork.blockDevice(context, device, blocked)),
      removeColleague: (member) => change(({ organisationWork }) => organisationWork.removeColleague(context, member)),
    },
  };
}

/** Unlocked: a kept link goes on, and what was left unfinished is finished once the exchange is up to date. Locked: nothing stays. */
function followSession(desk: Desk): void {
  const { context } = desk;
  let session: Session | null = null;
  context.device.subscribe(() => {
    if (context.session === session) return;
    const before = session;
    session = context.session;
    desk.invitations.set([]);
    desk.own.set([]);
    if (!session) return forgetLink(desk);
    if (desk.following) startFollowing(desk);
    // Entered anew as another member: that is what the link was for.
    if (!before) void resume(desk);
  });
  context.exchange.subscribe(() => {
    if (context.exchange.get().type !== 'upToDate' || !context.durable || !context.session) return;
    void finishJobs(context, context.session);
    void noteReceived(context);
  });
}

/** What the link says is readable: from here on it stands only in the vault. */
function forgetLink(desk: Desk): void {
  desk.joiningStop?.abort();
  desk.link = null;
  desk.joining.set({ type: 'none' });
}

async function resume(desk: Desk): Promise<void> {
  if (desk.link !== null || (await desk.context.ports.database.get('device', 'joining')))
    await (await loadCircleWork()).resumeJoining(desk);
}

const finishing = new WeakMap<Session, Promise<void>>();

/** One look at a time; a look that comes too often costs only counting. */
async function finishJobs(context: DeviceContext, session: Session): Promise<void> {
  if (finishing.has(session)) return;
  const looking = loadCircleWork().then((work) => work.continueEverywhere(context, session));
  finishing.set(session, looking);
  await looking.catch(() => undefined);
  finishing.delete(session);
}

/** Begins when the first subscribes, ends when the last leaves. */
function whileWatched<T>(store: Store<T>, begin: () => () => void): Store<T> {
  let watching = 0;
  let end = () => {};
  return {
    get: store.get,
    subscribe: (listener) => {
      if (watching++ === 0) end = begin();
      const stop = store.subscribe(listener);
      let isStopped = false;
      return () => {
        if (isStopped) return;
        isStopped = true;
        stop();
        if (--watching === 0) end();
      };
    },
  };
}

function startFollowing(desk: Desk): () => void {
  desk.following?.abort();
  const following = new AbortController();
  desk.following = following;
  void loadCircleWork().then((work) => work.followInvitations(desk));
  return () => {
    desk.following?.abort();
    desk.following = null;
  };
}

function startShowingDevices(desk: Desk): () => void {
  const show = () => void loadCircleWork().then((work) => work.showOwnDevices(desk));
  show();
  const stops = [desk.context.device.subscribe(show), desk.context.exchange.subscribe(show), desk.changes.subscribe(show)];
  return () => stops.forEach((stop) => stop());
}

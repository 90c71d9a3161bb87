import type { Store } from '../readableStore.ts';
import { followCurrent } from '../store.ts';
import type { CircleVerbs } from './createCircle.ts';

/**
 * The verbs of whichever device is current when they are asked, as `createApplication` does with all others. `atHome`: ends a trial, and
 * gives the own device; nobody joins anything with an invented one.
 */
export function followVerbs(current: Store<CircleVerbs>, atHome: () => CircleVerbs): CircleVerbs {
  const ask = <G extends keyof CircleVerbs, V extends keyof CircleVerbs[G]>(group: G, verb: V) =>
    ((...input: never[]) => (current.get()[group][verb] as (...given: never[]) => unknown)(...input)) as CircleVerbs[G][V];
  return {
    circle: {
      open: ask('circle', 'open'),
      invitations: followCurrent(current, ({ circle }) => circle.invitations),
      invite: ask('circle', 'invite'),
      acceptGuest: ask('circle', 'acceptGuest'),
      refuseGuest: ask('circle', 'refuseGuest'),
      endInvitation: ask('circle', 'endInvitation'),
      joining: followCurrent(current, ({ circle }) => circle.joining),
      readInvitation: ask('circle', 'readInvitation'),
      join: (link) => atHome().circle.join(link),
      forgetJoining: ask('circle', 'forgetJoining'),
      addColleague: ask('circle', 'addColleague'),
      changeRole: ask('circle', 'changeRole'),
      removeMember: ask('circle', 'removeMember'),
      proposeRemoval: ask('circle', 'proposeRemoval'),
      secondRemoval: ask('circle', 'secondRemoval'),
      continueJobs: ask('circle', 'continueJobs'),
      previewErasure: ask('circle', 'previewErasure'),
      eraseEverywhere: ask('circle', 'eraseEverywhere'),
      addDocument: ask('circle', 'addDocument'),
      letInto: ask('circle', 'letInto'),
    },
    devices: {
      own: followCurrent(current, ({ devices }) => devices.own),
      link: ask('devices', 'link'),
      revoke: ask('devices', 'revoke'),
      recover: (code, input) => atHome().devices.recover(code, input),
    },
    accessLog: {
      open: ask('accessLog', 'open'),
      audited: ask('accessLog', 'audited'),
      note: ask('accessLog', 'note'),
    },
    destruction: {
      describe: ask('destruction', 'describe'),
      destroy: ask('destruction', 'destroy'),
      statements: ask('destruction', 'statements'),
      askHeard: ask('destruction', 'askHeard'),
      forgetStatement: ask('destruction', 'forgetStatement'),
    },
    organisation: {
      open: ask('organisation', 'open'),
      found: (setup, name) => atHome().organisation.found(setup, name),
      rename: ask('organisation', 'rename'),
      retain: ask('organisation', 'retain'),
      changePerson: ask('organisation', 'changePerson'),
      inviteColleague: ask('organisation', 'inviteColleague'),
      makeAdministrator: ask('organisation', 'makeAdministrator'),
      blockDevice: ask('organisation', 'blockDevice'),
      removeColleague: ask('organisation', 'removeColleague'),
    },
  };
}

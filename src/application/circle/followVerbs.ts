import type { CurrentDevice } from '../currentDevice.ts';
import type { CircleVerbs } from './createCircle.ts';
import { readInvitation } from './readInvitation.ts';

/** The verbs of whichever device is current when they are asked. Nobody joins or founds anything with the invented one of a trial. */
export function followVerbs({ ask: askDevice, follow, goHome }: CurrentDevice): CircleVerbs {
  const ask = <G extends keyof CircleVerbs, V extends keyof CircleVerbs[G]>(group: G, verb: V) =>
    askDevice((device) => device[group][verb] as (...given: never[]) => unknown) as CircleVerbs[G][V];
  return {
    circle: {
      open: ask('circle', 'open'),
      invitations: follow(({ circle }) => circle.invitations, []),
      invite: ask('circle', 'invite'),
      acceptGuest: ask('circle', 'acceptGuest'),
      refuseGuest: ask('circle', 'refuseGuest'),
      endInvitation: ask('circle', 'endInvitation'),
      joining: follow(({ circle }) => circle.joining, { type: 'none' }),
      readInvitation,
      join: async (link) => (await goHome()).circle.join(link),
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
      own: follow(({ devices }) => devices.own, []),
      link: ask('devices', 'link'),
      revoke: ask('devices', 'revoke'),
      recover: async (code, input) => (await goHome()).devices.recover(code, input),
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
      found: async (setup, name) => (await goHome()).organisation.found(setup, name),
      rename: ask('organisation', 'rename'),
      retain: ask('organisation', 'retain'),
      setHelpers: ask('organisation', 'setHelpers'),
      changePerson: ask('organisation', 'changePerson'),
      inviteColleague: ask('organisation', 'inviteColleague'),
      makeAdministrator: ask('organisation', 'makeAdministrator'),
      blockDevice: ask('organisation', 'blockDevice'),
      removeColleague: ask('organisation', 'removeColleague'),
    },
  };
}

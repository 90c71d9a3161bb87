import { matchPath } from 'react-router';
import { paths } from '../../components/paths.ts';

/** What the help speaks about, in the order in which people meet it. */
export const TOPICS = [
  'start',
  'cases',
  'newCase',
  'import',
  'case',
  'family',
  'preparation',
  'sharing',
  'conference',
  'goals',
  'actions',
  'coordinator',
  'answers',
  'evaluation',
  'print',
  'circle',
  'invite',
  'part',
  'access',
  'offline',
  'exchange',
  'storage',
  'saving',
  'conflicts',
  'lock',
  'recovery',
  'backup',
  'ownDevices',
  'shared',
  'organisation',
  'destroy',
] as const;
export type Topic = (typeof TOPICS)[number];

export const isTopic = (topic: string | undefined): topic is Topic => (TOPICS as readonly (string | undefined)[]).includes(topic);

/** The first address that fits says which topics belong to a screen. */
const screens: readonly (readonly [path: string, topics: readonly Topic[]])[] = [
  [paths.newCase, ['newCase', 'sharing']],
  [paths.import, ['import']],
  [paths.cases, ['cases', 'newCase']],
  [paths.family, ['family', 'sharing']],
  [paths.preparation, ['preparation', 'sharing']],
  [paths.conflicts, ['conflicts']],
  [paths.conference, ['conference', 'goals', 'coordinator', 'answers']],
  [paths.evaluation, ['evaluation']],
  [paths.print, ['print']],
  [paths.timeline, ['case', 'saving']],
  [paths.circle, ['circle', 'invite', 'part']],
  [paths.invite, ['invite', 'sharing']],
  [paths.access, ['access']],
  [paths.part, ['part', 'sharing']],
  [paths.destroy, ['destroy']],
  [paths.destroyed, ['destroy']],
  [paths.whole, ['case', 'goals', 'actions']],
  [paths.prepare, ['preparation']],
  [paths.ownPlan, ['preparation', 'goals']],
  [paths.copy, ['access', 'print']],
  [paths.helpers, ['coordinator']],
  [paths.case, ['case', 'goals', 'actions']],
  [paths.actions, ['actions']],
  [paths.conferences, ['conference']],
  [paths.device, ['storage', 'backup', 'recovery', 'lock', 'ownDevices', 'shared']],
  [paths.exchange, ['exchange', 'offline']],
  [paths.audit, ['access']],
  [paths.organisation, ['organisation']],
  [paths.join, ['invite']],
];

export const topicsOfScreen = (pathname: string): readonly Topic[] => screens.find(([path]) => matchPath(path, pathname))?.[1] ?? [];

import { paths } from '../../components/paths.ts';
import type { HelpBook } from './helpBook.ts';

/** What a family uses, in the order in which it meets it. */
const TOPICS = [
  'join',
  'plan',
  'words',
  'say',
  'agree',
  'prepare',
  'ownPlan',
  'companion',
  'helpers',
  'readers',
  'seen',
  'copy',
  'consent',
  'language',
  'print',
  'offline',
  'lock',
  'lost',
  'devices',
  'leave',
] as const;

const screens: HelpBook<(typeof TOPICS)[number]>['screens'] = [
  [paths.prepare, ['prepare', 'companion']],
  [paths.ownPlan, ['ownPlan']],
  [paths.preparation, ['consent', 'prepare']],
  [paths.circle, ['readers', 'companion']],
  [paths.access, ['seen', 'readers']],
  [paths.copy, ['copy']],
  [paths.helpers, ['helpers', 'words']],
  [paths.print, ['print']],
  [paths.whole, ['plan', 'words']],
  [paths.case, ['plan', 'say', 'agree', 'language']],
  [paths.cases, ['plan', 'language']],
  [paths.device, ['lock', 'lost', 'devices', 'leave']],
  [paths.exchange, ['offline']],
  [paths.join, ['join']],
];

export const familyHelp: HelpBook<(typeof TOPICS)[number]> = {
  topics: TOPICS.map((id) => ({ id, title: `familyHelp.topic.${id}.title` as const, body: `familyHelp.topic.${id}.body` as const })),
  screens,
  support: 'familyHelp.support.body',
};

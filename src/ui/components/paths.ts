/** Every address of the app, in one table. Ids are random: no name ever stands in an address. */
export const paths = {
  cases: '/cases',
  newCase: '/cases/new',
  import: '/cases/import',
  case: '/cases/:caseId',
  family: '/cases/:caseId/family',
  preparation: '/cases/:caseId/preparation',
  timeline: '/cases/:caseId/timeline',
  conflicts: '/cases/:caseId/conflicts',
  conference: '/cases/:caseId/conference/:conferenceId/:step?',
  evaluation: '/cases/:caseId/evaluation/:evaluationId/:step?',
  print: '/cases/:caseId/print/:sheet?',
  actions: '/actions',
  conferences: '/conferences',
  device: '/device',
  help: '/help/:topic?',
  danger: '/danger',
} as const;

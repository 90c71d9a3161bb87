/** Every address of the app, in one table. Ids are random: no name ever stands in an address. */
export const paths = {
  cases: '/cases',
  newCase: '/cases/new',
  import: '/cases/import',
  case: '/cases/:caseId',
  /** The plan as professionals see it; a family's own page of a case is `case`. */
  whole: '/cases/:caseId/plan',
  family: '/cases/:caseId/family',
  preparation: '/cases/:caseId/preparation',
  /** A family's own preparation; with a person: a child's form that a parent fills in with them. */
  prepare: '/cases/:caseId/prepare/:personId?',
  /** What the family itself wants, and who of its own people helps. */
  ownPlan: '/cases/:caseId/own-plan',
  timeline: '/cases/:caseId/timeline',
  conflicts: '/cases/:caseId/conflicts',
  circle: '/cases/:caseId/circle',
  /** With what the family asked: whom it wants to bring. */
  invite: '/cases/:caseId/circle/invite/:companionId?',
  part: '/cases/:caseId/part/:doc',
  helpers: '/cases/:caseId/helpers',
  access: '/cases/:caseId/access',
  copy: '/cases/:caseId/copy',
  destroy: '/cases/:caseId/destroy',
  conference: '/cases/:caseId/conference/:conferenceId/:step?',
  evaluation: '/cases/:caseId/evaluation/:evaluationId/:step?',
  print: '/cases/:caseId/print/:sheet?',
  actions: '/actions',
  conferences: '/conferences',
  device: '/device',
  exchange: '/exchange',
  organisation: '/organisation',
  audit: '/organisation/audit/:caseId',
  join: '/join',
  help: '/help/:topic?',
  papers: '/help/organisation/:paper?',
  destroyed: '/destroyed/:caseId?',
  danger: '/danger',
} as const;

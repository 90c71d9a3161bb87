/** Writing and reading who looked at a case: one chunk of its own. Only `loadAccessLog` imports this. */
export { listAudited } from './listAudited.ts';
export { openAccessLog, readAccessView } from './openAccessLog.ts';
export { writeViews } from './writeViews.ts';

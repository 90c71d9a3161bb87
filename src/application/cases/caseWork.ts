/**
 * All that reads or writes inside a case: the fold, the plan and its rules, long notes. One chunk of its own, because nothing of it
 * is needed to begin, to unlock, or to list the cases. Only `loadCaseWork` imports this.
 */
export { copyCase } from './copyCase.ts';
export { createCase } from './createCase.ts';
export { openCase } from './openCase.ts';
export { refreshSummary } from './refreshSummary.ts';
export { listParts } from '../parts/listParts.ts';
export { openPart } from '../parts/openPart.ts';
export { openVoice } from '../parts/openVoice.ts';
export { saveOperations } from '../documents/saveOperations.ts';
export { writeSnapshot } from '../documents/snapshot.ts';

/** All that changes who is in: one chunk of its own. Only `loadCircleWork` imports this. */
export { acceptGuest, endInvitation, refuseGuest } from './answerGuest.ts';
export { addColleague } from './addColleague.ts';
export { changeRole } from './changeRole.ts';
export { addCaseDocument } from './addCaseDocument.ts';
export { continueEverywhere, continueJobs } from './continueEverywhere.ts';
export { eraseEverywhere, previewErasure } from './redact.ts';
export { followInvitations } from './followInvitations.ts';
export { forgetJoining, join, resumeJoining } from './join.ts';
export { invite } from './invite.ts';
export { openCircle } from './openCircle.ts';
export { letInto } from './letInto.ts';
export { linkDevice, revokeOwnDevice, showOwnDevices } from './ownDevices.ts';
export { recoverHere } from './recoverHere.ts';
export { proposeRemoval, removeMember, secondRemoval } from './removeMember.ts';
export * as destructionWork from '../destruction/destructionWork.ts';
export * as organisationWork from '../organisation/organisationWork.ts';

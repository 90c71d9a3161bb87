/** All that an organisation asks for; part of the chunk of circles. */
export { blockDevice } from './blockDevice.ts';
export { changePerson, renameOrganisation, setRetention } from './describeOrganisation.ts';
export { foundOrganisation } from './foundOrganisation.ts';
export { inviteColleague } from './inviteColleague.ts';
export { makeAdministrator } from './makeAdministrator.ts';
export { setHelpers } from './setHelpers.ts';
export { openOrganisation } from './openOrganisation.ts';
export { removeColleague } from './removeColleague.ts';

import type { FoldRules } from '../document/fold.ts';
import type { DeviceId, MemberId } from '../shared/ids.ts';
import { isPermitted } from './permissions.ts';
import { type CutOff, roleAt, type Roster } from './roster.ts';
import type { RosterRole } from './rosterEntry.ts';

/** The rules for folding a document: its circle, and whose device is whose (from the keyrings). A new roster entry that lowers rights: refold. */
export function createFoldRules(roster: Roster, ownerOf: (device: DeviceId) => MemberId | undefined): FoldRules {
  return {
    authorOf: (device, rosterN, place) => {
      if (rosterN > roster.n) return 'notYet';
      const member = ownerOf(device);
      if (member === undefined) return undefined;
      const role = roleAt(roster, member, rosterN);
      const isCutOff = roster.cutOffs.some(
        (cutOff) => cutOff.n > rosterN && concerns(cutOff, member, device) && isBeyond(cutOff, device, place),
      );
      return role === null || isCutOff ? undefined : { member, role };
    },
    permits: (role, operation, author) => isPermitted(roster.kind, role as RosterRole, operation, author),
  };
}

const concerns = (cutOff: CutOff, member: MemberId, device: DeviceId): boolean =>
  cutOff.member === member && (cutOff.devices === null || cutOff.devices.includes(device));

const isBeyond = (cutOff: CutOff, device: DeviceId, place: { readonly incarnation: string; readonly seq: number }): boolean =>
  !cutOff.heads.some((head) => head.device === device && head.incarnation === place.incarnation && head.seq >= place.seq);

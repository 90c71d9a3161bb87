import { lateOperations } from '../../core/document/lateOperations.ts';
import type { Operation } from '../../core/document/operation.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import type { OpenDocument } from '../documents/document.ts';

/**
 * What another may write in their own name. Answers, reports, acceptances and agreements about sharing are of whoever gave them, also
 * when they came too late (SPEC 12).
 */
const KINDS = ['family', 'person', 'household', 'strength', 'concern', 'earlierHelp', 'point', 'goal', 'action', 'agreement'];

/** The late edits of somebody who left, as this member may take them over: a lead those of everyone, anybody their own. */
export function takeOver({ circle, roster, rules, state }: OpenDocument, me: MemberId, member: MemberId | null): readonly Operation[] {
  const role = roster.members.get(me)?.role;
  if (member === null || role === undefined || (role !== 'lead' && member !== me)) return [];
  return lateOperations(state(), {
    isTheirs: (device) => circle.ownerOf(device) === member,
    me,
    kinds: KINDS,
    permits: (operation) => rules.permits(role, operation, me),
  });
}

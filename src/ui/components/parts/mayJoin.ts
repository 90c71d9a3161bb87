import type { CirclePerson, PartView } from '../../../application/application.ts';
import { mayHold } from '../../../core/circle/permissions.ts';

/** Who can be let into a part: reads the plan, may have what is of this kind, and does not read it yet. */
export const mayJoin = ({ kind, readers }: PartView, { member, role }: CirclePerson): boolean =>
  role !== null && mayHold(kind, role) && !readers.some((reader) => reader.member === member);

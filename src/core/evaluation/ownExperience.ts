import { lastPart } from '../plan/preparationId.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';

/** How it was in faces instead of marks, the hardest first: each stands for two marks. */
export const FACES = ['bad', 'notGood', 'between', 'good', 'veryGood'] as const;
export type Face = (typeof FACES)[number];

export const gradeOf = (face: Face): number => 2 * (FACES.indexOf(face) + 1);

export const faceOf = (grade: number): Face => FACES[Math.ceil(grade / 2) - 1]!;

/** One per writer, person and evaluation: the second part is the writer, so nobody else writes in it (SPEC 4). */
export const ownExperienceId = (writer: MemberId, by: EntityId, evaluation: EntityId): EntityId =>
  `experience.${writer}.${lastPart(evaluation)}-${lastPart(by)}` as EntityId;

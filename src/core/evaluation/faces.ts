/** How it was in faces instead of marks, the hardest first: each stands for two marks. */
export const FACES = ['bad', 'notGood', 'between', 'good', 'veryGood'] as const;
export type Face = (typeof FACES)[number];

export const gradeOf = (face: Face): number => 2 * (FACES.indexOf(face) + 1);

export const faceOf = (grade: number): Face => FACES[Math.ceil(grade / 2) - 1]!;

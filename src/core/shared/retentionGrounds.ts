/** Why a closed case is kept: the usual grounds, and `own`, what an organisation set itself. Organisation and plan both speak of them. */
export const retentionGrounds = ['school', 'absence', 'youthCare', 'own'] as const;
export type RetentionGround = (typeof retentionGrounds)[number];

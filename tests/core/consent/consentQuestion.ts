import { type Regime, subjectsOf } from '../../../src/core/consent/consentRules.ts';
import type { ConsentQuestion } from '../../../src/core/consent/decideConsent.ts';
import { addMonths, type CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';

export const TODAY = '2026-11-28' as CivilDate;
export const [milan, ewa, bart] = ['milan', 'ewa', 'bart'].map((id) => id as EntityId) as [EntityId, EntityId, EntityId];
/** The last day of one age, its birthday, and the middle of it. */
export const bornAgo = (years: number, months = 6) => addMonths(TODAY, -(12 * years + months));
export const holds = ['unknown', 'yes', 'no'] as const;
export const subjects = (Object.keys(subjectsOf) as Regime[]).flatMap((regime) =>
  [subjectsOf[regime].sharing, ...subjectsOf[regime].elsewhere].map((subject) => ({ regime, subject })),
);
export const question = (differently: Partial<ConsentQuestion>): ConsentQuestion => ({
  regime: 'youthCare',
  subject: 'youthCareTreatment',
  today: TODAY,
  child: milan,
  birthDate: bornAgo(8),
  caregivers: [
    { id: ewa, holds: 'yes' },
    { id: bart, holds: 'yes' },
  ],
  isApart: false,
  partner: null,
  basis: 'consent',
  agreements: [],
  withdrawals: [],
  ...differently,
});

import { type ConsentMatter, findConsent } from '../../../src/core/consent/consentMatters.ts';
import type { Regime } from '../../../src/core/consent/consentRules.ts';
import type { PlanFields } from '../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day } from '../../support/planStory.ts';

export const ROLES = { ingrid: 'lead', karim: 'professional' } as const;

/** A school's plan: two parents with authority over Milan (8), and a partner of the district team. */
export function begin() {
  const story = createPlanStory({ today: '2026-03-02', roles: ROLES });
  const person = (fields: PlanFields<'person'>) => story.made({ type: 'add', kind: 'person', fields });
  const me = person({ name: 'Ingrid', part: 'professional', discipline: 'internalCoordinator', organisation: 'De Berk', member: 'ingrid' });
  const milan = person({ name: 'Milan', part: 'child', birthDate: day('2017-05-01') });
  const [ewa, bart] = [person({ name: 'Ewa', part: 'caregiver' }), person({ name: 'Bart', part: 'caregiver' })];
  const holds = (caregiver: EntityId, child: EntityId, value: 'unknown' | 'yes' | 'no') =>
    story.given({ type: 'setAuthority', caregiver, child, holds: value, source: 'register', checkedOn: day('2026-03-01') });
  holds(ewa, milan, 'yes');
  holds(bart, milan, 'yes');
  const karim = person({ name: 'Karim', part: 'professional', discipline: 'districtTeam', organisation: 'Wijkteam' });
  const share = (differently: PlanFields<'sharing'> = {}) =>
    story.made({
      type: 'add',
      kind: 'sharing',
      fields: {
        what: 'Doelen en acties',
        withWhom: karim,
        purpose: 'Eén plan',
        legalBasis: 'consent',
        decidedBy: [ewa, bart],
        decidedOn: day('2026-03-01'),
        how: 'spoken',
        ...differently,
      },
    });
  const set = (entity: EntityId, field: string, value: unknown) => story.given({ type: 'set', entity, field, value });
  const matters = (regime: Regime = 'school', today = '2026-03-02') => findConsent(story.view(), day(today), regime);
  const only = (regime?: Regime, today?: string): ConsentMatter => {
    const found = matters(regime, today);
    if (found.length !== 1) throw new Error('more than one thing to agree to');
    return found[0]!;
  };
  return { story, person, me, milan, ewa, bart, karim, holds, share, set, matters, only };
}

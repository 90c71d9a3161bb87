import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { regimesIn } from '../../../src/core/consent/circumstances.ts';
import { consentWith, type SharingDecision } from '../../../src/core/consent/consentMatters.ts';
import { subjectsOf } from '../../../src/core/consent/consentRules.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { day } from '../../support/planStory.ts';
import { begin } from './consentStory.ts';

const TODAY = day('2026-03-02');

function beginWith() {
  const family = begin();
  const decision: SharingDecision = {
    what: 'Doelen en acties',
    purpose: 'Eén plan',
    legalBasis: 'consent',
    decidedBy: [family.ewa, family.bart],
    decidedOn: TODAY,
  };
  const asked = (decided: SharingDecision | null, id: EntityId | null = family.karim) =>
    consentWith(family.story.view(), TODAY, 'school', { id, discipline: 'districtTeam' }, decided);
  return { ...family, decision, asked };
}

describe('sharing with somebody who is about to come in', () => {
  it('asks everyone who decides while nothing is recorded, also for somebody who is not in the plan yet', () => {
    const { asked, ewa, bart, karim } = beginWith();
    expect(asked(null)).toMatchObject([
      { state: 'unrecorded', partner: karim, needs: [{ type: 'BasisUnknown' }, { who: ewa }, { who: bart }] },
    ]);
    expect(asked(null, null)).toMatchObject([{ state: 'unrecorded', partner: null }]);
  });

  it('is complete with the decision that is being written down, and says who misses in it', () => {
    const { asked, decision, ewa, bart } = beginWith();
    expect(asked(decision)).toMatchObject([{ state: 'complete', needs: [] }]);
    expect(asked({ ...decision, decidedBy: [ewa] })).toMatchObject([{ state: 'open', needs: [{ who: bart, because: 'never' }] }]);
    expect(asked({ ...decision, legalBasis: null })).toMatchObject([{ state: 'open', needs: [{ type: 'BasisUnknown' }] }]);
    expect(asked({ ...decision, decidedBy: [], legalBasis: 'legalObligation' }, null)).toMatchObject([{ state: 'lifted' }]);
  });

  it('adds to what was recorded about the same, and keeps what was taken back in sight', () => {
    const { asked, decision, share, set, ewa, bart } = beginWith();
    const first = share({ decidedBy: [ewa], decidedOn: day('2026-02-01') });
    expect(asked({ ...decision, decidedBy: [bart] })).toMatchObject([{ state: 'complete' }]);
    set(first, 'withdrawnOn', day('2026-03-01'));
    set(first, 'withdrawnBy', ewa);
    expect(asked(null)).toMatchObject([{ state: 'stopped', shared: [{ what: 'Doelen en acties', until: '2026-03-01' }] }]);
    expect(asked({ ...decision, decidedBy: [bart] })).toMatchObject([{ state: 'open', needs: [{ who: ewa, because: 'withdrawn' }] }]);
    expect(asked({ ...decision, what: 'Alleen slapen' }).map(({ state, what }) => [state, what])).toEqual([
      ['stopped', 'Doelen en acties'],
      ['complete', 'Alleen slapen'],
    ]);
  });

  it('leaves out what is shared with others', () => {
    const { asked, share, person } = beginWith();
    share({ withWhom: person({ name: 'Oma', part: 'network' }) });
    expect(asked(null, null)).toMatchObject([{ state: 'unrecorded' }]);
  });

  test('is the same as what the case says once it is recorded', () => {
    const anyBasis = fc.constantFrom(null, 'consent', 'legalObligation', 'publicTask', 'vitalInterest');
    fc.assert(
      fc.property(anyBasis, fc.boolean(), fc.boolean(), fc.boolean(), (legalBasis, doesEwa, doesBart, isDated) => {
        const { asked, decision, share, only, ewa, bart } = beginWith();
        const decidedBy = [...(doesEwa ? [ewa] : []), ...(doesBart ? [bart] : [])];
        const decided = { ...decision, legalBasis, decidedBy, decidedOn: isDated ? TODAY : null } as SharingDecision;
        const foreseen = asked(decided);
        share(decided);
        expect(foreseen).toEqual([only()]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the files of a case', () => {
  it('are those of its professionals, or any when none of them says it', () => {
    const { story, karim, me } = begin();
    const view = story.view();
    expect(regimesIn(view)).toEqual(['school', 'youthCare']);
    const those = (...ids: readonly EntityId[]) => ({ ...view, professionals: view.professionals.filter(({ id }) => ids.includes(id)) });
    expect(regimesIn(those(karim))).toEqual(['youthCare']);
    expect(regimesIn(those(me))).toEqual(['school']);
    expect(regimesIn(those())).toEqual(Object.keys(subjectsOf));
    const withoutDiscipline = those(karim).professionals.map((one) => ({ ...one, discipline: null }));
    expect(regimesIn({ ...view, professionals: withoutDiscipline })).toEqual(Object.keys(subjectsOf));
  });
});

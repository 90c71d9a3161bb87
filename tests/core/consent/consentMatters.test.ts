import { describe, expect, it } from 'vitest';
import { findReasks } from '../../../src/core/consent/findReasks.ts';
import type { Regime } from '../../../src/core/consent/consentRules.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day } from '../../support/planStory.ts';
import { begin, ROLES } from './consentStory.ts';

describe('what is agreed to in a case', () => {
  it('is complete when everyone who decides agreed', () => {
    const { share, only } = begin();
    share();
    expect(only()).toMatchObject({ state: 'complete', needs: [], ask: null, shared: [] });
  });

  it('gathers decisions to share the same with the same partner', () => {
    const { share, only, ewa, bart } = begin();
    share({ decidedBy: [ewa] });
    expect(only()).toMatchObject({ state: 'open', needs: [{ type: 'Agree', who: bart, because: 'never' }], ask: 'dpo' });
    share({ decidedBy: [bart], what: '  doelen EN  acties' });
    expect(only().state).toBe('complete');
  });

  it('stops when it is taken back, and says what the partner knows already', () => {
    const { share, set, only, ewa, bart } = begin();
    const first = share({ decidedBy: [ewa] });
    const second = share({ decidedBy: [bart], decidedOn: null });
    const withdraw = (sharing: EntityId, on: string, by: EntityId | null) => {
      set(sharing, 'withdrawnOn', day(on));
      set(sharing, 'withdrawnBy', by);
    };
    withdraw(first, '2026-03-02', ewa);
    const before = { what: 'Doelen en acties', from: '2026-03-01', until: '2026-03-02', by: ewa };
    expect(only()).toMatchObject({ state: 'open', shared: [before] });
    expect(only().needs).toMatchObject([
      { who: ewa, because: 'withdrawn' },
      { who: bart, because: 'undated' },
    ]);
    withdraw(second, '2026-03-03', null);
    expect(only()).toMatchObject({ state: 'stopped', needs: [], shared: [{ from: null, until: '2026-03-03', by: null }, before] });
    share({ decidedOn: day('2026-03-02') });
    expect(only()).toMatchObject({ state: 'complete', shared: [{}, {}] });
  });

  it('asks the privacy officer what follows when something is taken back that did not rest on consent', () => {
    const { share, set, only } = begin();
    const sharing = share({ legalBasis: 'legalObligation' });
    expect(only()).toMatchObject({ state: 'lifted', ask: null });
    set(sharing, 'withdrawnOn', day('2026-03-02'));
    expect(only()).toMatchObject({ state: 'stopped', ask: 'dpo' });
  });

  it('names partners of another organisation about whom nothing is written down, while they are in', () => {
    const { matters, only, person, karim, set, me, ewa, bart } = begin();
    expect(only()).toMatchObject({ state: 'unrecorded', partner: karim, basis: null, deciders: [{ who: [ewa, bart] }] });
    person({ name: 'Lotte', part: 'professional', discipline: 'teacher', organisation: ' de berk' });
    const expert = person({ name: 'Joris', part: 'professional', organisation: 'Elders', until: day('2026-03-01') });
    expect(matters()).toHaveLength(1);
    set(expert, 'until', day('2026-03-02'));
    expect(matters()).toHaveLength(2);
    set(me, 'member', '');
    expect(matters()).toHaveLength(4);
  });

  it('takes what is not recorded, or recorded in two ways, as unknown', () => {
    const { story, share, only, holds, milan, bart, person } = begin();
    share();
    holds(bart, milan, 'unknown');
    const there = createPlanStory({ device: 'karim-tablet', roles: ROLES });
    there.hear(...story.written);
    const told = { type: 'setAuthority', caregiver: bart, child: milan, source: 'told', checkedOn: day('2026-03-02') } as const;
    story.given({ ...told, holds: 'yes' });
    there.given({ ...told, holds: 'no' });
    story.hear(...there.written);
    const stepfather = person({ name: 'Tom', part: 'caregiver' });
    expect(only().needs).toMatchObject([
      { type: 'AuthorityUnknown', who: bart, children: [milan] },
      { type: 'AuthorityUnknown', who: stepfather, children: [milan] },
    ]);
  });

  it('takes an emptied field as unknown, and keeps what was shared with somebody who was taken away', () => {
    const { story, share, set, only, milan, bart, karim } = begin();
    share();
    set(story.view().authorities.find(({ caregiver }) => caregiver === bart)!.id, 'holds', null);
    story.given({ type: 'remove', entity: karim });
    expect(only('youthCare')).toMatchObject({
      partner: karim,
      exception: null,
      needs: [{ type: 'AuthorityUnknown', who: bart, children: [milan] }],
    });
  });

  it('asks once about several children, and apart where the age differs', () => {
    const { share, only, person, holds, set, milan, ewa, bart } = begin();
    share({ decidedBy: [ewa] });
    const zosia = person({ name: 'Zosia', part: 'child', birthDate: day('2020-05-01') });
    holds(ewa, zosia, 'yes');
    holds(bart, zosia, 'yes');
    expect(only().needs).toMatchObject([{ who: bart, children: [milan, zosia] }]);
    set(milan, 'birthDate', day('2013-05-01'));
    expect(only('youthCare').needs).toMatchObject([
      { who: milan, children: [milan], because: 'never' },
      { who: bart, children: [zosia] },
    ]);
    expect(only('youthCare').exception?.type).toBe('sameHelp');
  });

  it('asks a parent once who decides alone about one child and with the other parent about the next', () => {
    const { share, only, person, holds, milan, ewa, bart } = begin();
    share({ decidedBy: [] });
    const zosia = person({ name: 'Zosia', part: 'child', birthDate: day('2020-05-01') });
    holds(ewa, zosia, 'yes');
    holds(bart, zosia, 'no');
    expect(only().needs).toMatchObject([
      { who: ewa, children: [milan, zosia], parents: 'both' },
      { who: bart, children: [milan], parents: 'both' },
    ]);
  });

  it('knows nothing without a child', () => {
    const { story, share, only, milan } = begin();
    share();
    story.given({ type: 'remove', entity: milan });
    expect(only()).toMatchObject({ state: 'open', needs: [{ type: 'BirthDateUnknown', children: [] }], exception: null, deciders: [] });
  });

  it('asks parents apart when they are known to live apart', () => {
    const { story, share, set, only, ewa, bart } = begin();
    share({ decidedBy: [] });
    const home = (name: string) => story.made({ type: 'add', kind: 'household', fields: { name } });
    const parents = () => only().needs.map((need) => (need.type === 'Agree' ? need.parents : ''));
    set(ewa, 'household', home('Bij moeder'));
    expect(parents()).toEqual(['both', 'both']);
    set(bart, 'household', home('Bij vader'));
    expect(parents()).toEqual(['bothApart', 'bothApart']);
  });

  it('tells who informs a parent without authority: on request', () => {
    const { share, holds, only, milan, bart } = begin();
    share();
    holds(bart, milan, 'no');
    expect(only()).toMatchObject({ state: 'complete', toldOnRequest: [bart] });
  });

  it('has a ground of its own for somebody of the network', () => {
    const { share, only, person, story, karim } = begin();
    story.given({ type: 'remove', entity: karim });
    share({ withWhom: person({ name: 'Oma', part: 'network' }), legalBasis: null });
    expect(only()).toMatchObject({ state: 'open', needs: [{ type: 'BasisUnknown' }], exception: null });
  });

  it('says of the own file too what is not known, and nothing without a child', () => {
    const { story, matters, holds, set, milan, ewa, bart } = begin();
    story.given({ type: 'add', kind: 'goal', fields: { statement: 'Op tijd', kind: 'education' } });
    for (const parent of [ewa, bart]) holds(parent, milan, 'unknown');
    const elsewhere = (regime: Regime) => matters(regime).filter(({ state }) => state === 'elsewhere');
    expect(elsewhere('school')).toMatchObject([
      {
        subject: 'supportSection',
        deciders: [],
        needs: [
          { type: 'AuthorityUnknown', who: ewa },
          { type: 'AuthorityUnknown', who: bart },
        ],
      },
    ]);
    set(milan, 'birthDate', null);
    expect(elsewhere('youthCare')).toMatchObject([{ subject: 'parentsReading', needs: [{ type: 'BirthDateUnknown', children: [milan] }] }]);
    story.given({ type: 'remove', entity: milan });
    expect([elsewhere('school'), elsewhere('youthCare')]).toEqual([[], []]);
  });

  it('says who decides about what the own file records: help, the support section, and parents reading along', () => {
    const { story, matters, share, set, milan, ewa, bart } = begin();
    share();
    const elsewhere = (regime: Regime) =>
      matters(regime).flatMap(({ state, subject, deciders }) => (state === 'elsewhere' ? [[subject, deciders[0]!.who]] : []));
    expect([elsewhere('school'), elsewhere('youthCare'), elsewhere('medical')]).toEqual([[], [], []]);
    story.given({ type: 'add', kind: 'goal', fields: { statement: 'Op tijd', kind: 'education' } });
    story.given({ type: 'add', kind: 'goal', fields: { statement: 'Rust', kind: 'treatment' } });
    expect(elsewhere('school')).toEqual([['supportSection', [ewa, bart]]]);
    expect(elsewhere('medical')).toEqual([['medicalTreatment', [ewa, bart]]]);
    set(milan, 'birthDate', day('2009-05-01'));
    expect(elsewhere('youthCare')).toEqual([
      ['youthCareTreatment', [milan]],
      ['parentsReading', [milan]],
    ]);
  });

  it('has what is open first', () => {
    const { share, matters, person } = begin();
    share();
    person({ name: 'Anja', part: 'professional', organisation: 'JGZ' });
    share({ what: 'Verzuim', decidedBy: [] });
    expect(matters().map(({ state }) => state)).toEqual(['open', 'unrecorded', 'complete']);
  });
});

describe('asking again', () => {
  it('is on the next birthday at which somebody else decides, nearest first', () => {
    const { story, person, milan } = begin();
    const zosia = person({ name: 'Zosia', part: 'child', birthDate: day('2010-03-02') });
    person({ name: 'Baby', part: 'child' });
    const reasks = (regime: Regime, today: string) => findReasks(story.view(), day(today), regime);
    expect(reasks('youthCare', '2026-03-01')).toEqual([
      { child: zosia, age: 16, on: '2026-03-02' },
      { child: milan, age: 12, on: '2029-05-01' },
    ]);
    expect(reasks('school', '2026-03-02')).toEqual([
      { child: zosia, age: 18, on: '2028-03-02' },
      { child: milan, age: 16, on: '2033-05-01' },
    ]);
    expect(reasks('school', '2040-01-01')).toEqual([]);
  });
});

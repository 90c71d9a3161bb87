import { describe, expect, it } from 'vitest';
import { findUndestroyed } from '../../../src/core/circle/destruction.ts';
import type { CaseId } from '../../../src/core/shared/ids.ts';
import { add, foldSound } from '../../support/circleStory.ts';

const end = { type: 'end', reason: 'sealed' } as const;
const destroy = { type: 'destroy', reason: 'sealed' } as const;

describe('destroying a case', () => {
  it('is decided by a lead in the circle of the plan; the first word stands', () => {
    const roster = foldSound(
      'plan',
      'anouk',
      ['anouk', add('bram', 'professional')],
      ['bram', end],
      ['anouk', { ...end, reason: ' ' }],
      ['anouk', end],
      ['anouk', end],
    );
    expect(roster.ending).toEqual({ n: 4, by: 'anouk', reason: 'sealed' });
    expect(roster.refused).toEqual([
      { n: 2, because: 'NotALead' },
      { n: 3, because: 'ReasonMissing' },
    ]);
    expect(roster.destroyed).toBe(false);
  });

  it('goes from what may harm most to the plan, and leaves out what is gone', () => {
    const plan = foldSound('plan', 'anouk', ['anouk', end]);
    const [team, part, safety] = (['team', 'part', 'safety'] as const).map((kind) => foldSound(kind, 'anouk'));
    const gone = foldSound('voice', 'anouk', ['anouk', destroy]);
    expect(findUndestroyed([plan, part!, gone, team!, safety!], new Set()).map(({ kind }) => kind)).toEqual([
      'safety',
      'team',
      'part',
      'plan',
    ]);
  });

  it('is nothing that follows from one part that ended, and all that follows from a plan that did', () => {
    const plan = foldSound('plan', 'anouk');
    const team = foldSound('team', 'anouk');
    expect(findUndestroyed([plan, team, foldSound('part', 'anouk', ['anouk', destroy])], new Set())).toEqual([]);
    expect(findUndestroyed([foldSound('plan', 'anouk', ['anouk', destroy]), team], new Set())).toEqual([team]);
    expect(findUndestroyed([team], new Set(['case' as CaseId]))).toEqual([team]);
    expect(findUndestroyed([foldSound('organisation', 'anouk')], new Set(['case' as CaseId]))).toEqual([]);
  });
});

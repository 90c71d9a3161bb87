import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../../src/application/application.ts';
import type { Conference } from '../../../../src/core/plan/caseView.ts';
import { goalsWithoutSchool } from '../../../../src/ui/features/conference/openGoals.ts';
import { findMissing } from '../../../../src/ui/features/conference/whatMisses.ts';
import { createTestApplication } from '../../../support/createTestApplication.ts';

let openCase: OpenCase;
const view = () => openCase.view.get();
const textsOf = (conference: Conference) => findMissing(view(), conference).map(({ text }) => text);
const needed = (conference: Conference) =>
  findMissing(view(), conference)
    .filter(({ isNeeded }) => isNeeded)
    .map(({ text }) => text);

/** The example family: one conference was held, the next one is planned and still empty. */
beforeAll(async () => {
  const { application } = await createTestApplication({ exampleFamily: true });
  const opened = await application.openCase(application.caseload.get().cases[0]!.caseId);
  if (!opened.ok) throw new Error('the example did not open');
  openCase = opened.value;
});

describe('what misses at the end of a conference', () => {
  it('is needed: a day for the evaluation after it, and the family or a reason', () => {
    const [held, planned] = view().conferences as [Conference, Conference];
    expect(needed(held)).toEqual([]);
    expect(needed(planned)).toEqual(['conference.misses.evaluationDate', 'conference.misses.familyAbsentReason']);
    const present = [view().caregivers[0]!.id];
    expect(needed({ ...planned, present, nextEvaluation: planned.day })).toEqual(['conference.misses.evaluationDateTooEarly']);
    expect(needed({ ...planned, familyAbsentReason: 'Ziek', nextEvaluation: held.day })).toEqual([
      'conference.misses.evaluationDateTooEarly',
    ]);
  });

  it('may wait: answers, points of the family, and what follows from the plan', async () => {
    const [held] = view().conferences as [Conference];
    expect(textsOf(held)).toEqual(['conference.misses.answers', 'conference.misses.mustSay']);
    await openCase.change(
      { type: 'add', kind: 'goal', fields: { statement: 'Samen eten' } },
      { type: 'add', kind: 'action', fields: { what: 'Een rooster maken' } },
      { type: 'add', kind: 'point', fields: { text: 'De opvang', kind: 'parked', conference: held.id } },
    );
    expect(textsOf(held)).toEqual([
      'conference.misses.levels',
      'conference.misses.goalWithoutAction',
      'conference.misses.actionWithoutDoer',
      'conference.misses.answers',
      'conference.misses.mustSay',
      'conference.misses.parked',
    ]);
  });
});

describe('a treatment goal', () => {
  it('asks about school until there is an education goal for the same child', () => {
    const { goals, children } = view();
    const treatment = goals.filter(({ kind }) => kind === 'treatment');
    expect(treatment).toHaveLength(1);
    expect(goalsWithoutSchool({ goals })).toEqual([]);
    const ofSister = goals.map((goal) => (goal.kind === 'education' ? { ...goal, about: [children[1]!.id] } : goal));
    expect(goalsWithoutSchool({ goals: ofSister })).toEqual(treatment);
    const reached = goals.map((goal) => (goal.kind === 'education' ? { ...goal, state: 'reached' as const } : goal));
    expect(goalsWithoutSchool({ goals: reached })).toEqual(treatment);
  });
});

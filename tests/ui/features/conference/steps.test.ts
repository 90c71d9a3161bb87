import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { createPlanStory, day } from '../../../support/planStory.ts';
import { budgetOf, stepToContinue, STEPS } from '../../../../src/ui/features/conference/conferenceSteps.ts';
import { enterStep, formatSpent, freshTimer, pauseTimer, resumeTimer, spentOn } from '../../../../src/ui/features/conference/stepTimer.ts';

const MINUTE = 60_000;

describe('the time of a step', () => {
  it('runs for the step on the screen, and adds up when people come back', () => {
    const welcome = enterStep(freshTimer, 'welcome', 0);
    const why = enterStep(welcome, 'why', 3 * MINUTE);
    const back = enterStep(why, 'welcome', 5 * MINUTE);
    expect(spentOn(back, 'welcome', 6 * MINUTE)).toBe(4 * MINUTE);
    expect(spentOn(back, 'why', 6 * MINUTE)).toBe(2 * MINUTE);
  });

  it('stands still in a pause, also when people look around meanwhile', () => {
    const paused = pauseTimer(enterStep(freshTimer, 'why', 0), 2 * MINUTE);
    const elsewhere = enterStep(paused, 'decide', 10 * MINUTE);
    expect(spentOn(elsewhere, 'decide', 20 * MINUTE)).toBe(0);
    expect(spentOn(resumeTimer(elsewhere, 20 * MINUTE), 'decide', 21 * MINUTE)).toBe(MINUTE);
    expect(spentOn(elsewhere, 'why', 30 * MINUTE)).toBe(2 * MINUTE);
  });

  it('never loses time to a clock that was set back', () => {
    const timer = enterStep(enterStep(freshTimer, 'welcome', 0), 'why', 2 * MINUTE);
    expect(spentOn(timer, 'why', MINUTE)).toBe(0);
    expect(spentOn(timer, 'welcome', MINUTE)).toBe(2 * MINUTE);
  });

  it('is read as minutes and seconds', () => expect(formatSpent(8 * MINUTE + 5_400)).toBe('8:05'));
});

describe('the steps', () => {
  it('share the time of the conference', () => {
    expect(STEPS.map((step) => budgetOf(step, null)).reduce((sum, minutes) => sum + minutes)).toBe(50);
    expect(budgetOf('interpret', 100)).toBe(24);
    expect(budgetOf('next', 10)).toBe(1);
  });

  it('go on at the first that nobody called done', () => {
    expect(stepToContinue({ stepsDone: ['welcome', 'interpret'] })).toBe('why');
    expect(stepToContinue({ stepsDone: [...STEPS] })).toBe('next');
  });

  it.each([
    ['from the last to the first', STEPS.toReversed()],
    ['crosswise', [4, 0, 7, 2, 6, 1, 5, 3].map((place) => STEPS[place]!)],
    ['in their own order', STEPS],
  ])('can be called done %s: all eight stand, and it goes on where one is left', (_, order) => {
    const story = createPlanStory();
    const conference: EntityId = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-02') } });
    const stepsDone = () => story.view().conferences[0]!.stepsDone;
    story.given({ type: 'startConference', conference });
    for (const step of order) {
      expect(STEPS.filter((known) => !stepsDone().includes(known))).toContain(stepToContinue({ stepsDone: stepsDone() }));
      story.given({ type: 'set', entity: conference, field: 'stepsDone', value: [...stepsDone(), step] });
    }
    expect(stepsDone().toSorted()).toEqual([...STEPS].sort());
  });
});

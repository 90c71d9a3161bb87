import { describe, expect, it, test } from 'vitest';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { writeEnvelope } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily, type PlanStory, refused } from '../../support/planStory.ts';

const none = 'coordinatorTurn.ingrid.none' as EntityId;
const begin = () => {
  const story = createPlanStory();
  return { story, ...givenFamily(story) };
};
const propose = (story: PlanStory, person: EntityId) => story.made({ type: 'proposeCoordinator', person, proposedBy: null });
const accepting = (turn: EntityId, recordedBy: EntityId | null = null) =>
  ({ type: 'acceptCoordinator', turn, via: recordedBy ? 'spoken' : 'own', recordedBy, cover: null, reachability: '' }) as const;

describe('a coordinator', () => {
  it('counts only after acceptance', () => {
    const { story, ingrid, lotte } = begin();
    const turn = story.made({ type: 'proposeCoordinator', person: ingrid, proposedBy: lotte });
    expect(story.view().coordinator).toBeNull();
    story.given({ ...accepting(turn), cover: lotte, reachability: 'Op schooldagen' });
    expect(story.view().coordinator).toMatchObject({
      person: ingrid,
      proposedBy: lotte,
      acceptedVia: 'own',
      acceptedRecordedBy: null,
      cover: lotte,
      reachability: 'Op schooldagen',
    });
  });

  it('may be a parent; accepted out loud, it says who wrote it down', () => {
    const { story, ewa, ingrid } = begin();
    story.given(accepting(propose(story, ewa), ingrid));
    expect(story.view().coordinator).toMatchObject({ person: ewa, acceptedVia: 'spoken', acceptedRecordedBy: ingrid });
  });

  it('who is not me cannot accept as if on a device of their own', () => {
    const { story, ewa, ingrid } = begin();
    const turn = propose(story, ewa);
    expect(story.when(accepting(turn))).toEqual(refused('OwnAnswerOnlyByThemselves'));
    expect(story.when({ ...accepting(turn, ingrid), via: 'own' })).toEqual(refused('OwnAnswerOnlyByThemselves'));
    expect(story.when({ ...accepting(turn), via: 'paper' })).toEqual(refused('OwnAnswerOnlyByThemselves'));
  });

  it('claimed as own by the device of another looks written down by that other', () => {
    const { story, ewa, ingrid } = begin();
    const turn = propose(story, ewa);
    const role = story.made({ type: 'add', kind: 'role', fields: { person: ewa, name: 'Brengt Daan' } });
    const claim = [turn, role].flatMap((id) => [['set', id, 'acceptedAt', 1, []] as const, ['set', id, 'acceptedVia', 'own', []] as const]);
    story.hear(writeEnvelope(story.state(), 'ingrid-laptop', claim));
    expect(story.view().coordinator).toMatchObject({ person: ewa, acceptedVia: 'spoken', acceptedRecordedBy: ingrid });
    expect(story.view().roles[0]).toMatchObject({ person: ewa, acceptedVia: 'spoken', acceptedRecordedBy: ingrid });
  });

  it('is one: who knows of another hands over first', () => {
    const { story, ewa, ingrid } = begin();
    const [mine, hers] = [propose(story, ingrid), propose(story, ewa)];
    story.given(accepting(mine));
    expect(story.when(accepting(hers, ingrid))).toEqual(refused('CoordinatorAlreadyAccepted'));
    expect(story.when(accepting(mine))).toEqual(refused('AlreadyAccepted'));
    expect(story.when(accepting(none))).toEqual(refused('UnknownEntity'));
  });

  it('may decline, and still change their mind', () => {
    const { story, ewa, ingrid } = begin();
    const turn = propose(story, ewa);
    story.given({ type: 'declineCoordinator', turn });
    expect(story.view().coordinatorTurns[0]?.declinedAt).toBe(story.context().now);
    story.given(accepting(turn, ingrid));
    expect(story.view().coordinator?.person).toBe(ewa);
    expect(story.when({ type: 'declineCoordinator', turn })).toEqual(refused('AlreadyAccepted'));
    expect(story.when({ type: 'declineCoordinator', turn: none })).toEqual(refused('UnknownEntity'));
  });

  it('hands over with a reason: the next is proposed in the same save, and the turns are the history', () => {
    const { story, ewa, ingrid } = begin();
    const turn = propose(story, ingrid);
    expect(story.when({ type: 'handOverCoordinator', turn, to: ewa, reason: 'Rust' })).toEqual(refused('NotRunning'));
    expect(story.when({ type: 'handOverCoordinator', turn: none, to: ewa, reason: 'Rust' })).toEqual(refused('UnknownEntity'));
    story.given(accepting(turn));
    expect(story.when({ type: 'handOverCoordinator', turn, to: ewa, reason: ' ' })).toEqual(refused('ReasonMissing'));
    story.on('2026-06-01');
    story.given({ type: 'handOverCoordinator', turn, to: ewa, reason: 'Moeder kan het zelf' });
    expect(story.view().coordinator).toBeNull();
    expect(story.view().coordinatorTurns).toMatchObject([
      { person: ingrid, endReason: 'Moeder kan het zelf', endedAt: story.context().now },
      { person: ewa, proposedBy: ingrid, acceptedAt: null },
    ]);
    expect(story.when(accepting(turn))).toEqual(refused('AlreadyAccepted'));
  });

  it('may stop without a next one; that is an alarm, not a refusal', () => {
    const { story, ingrid } = begin();
    const turn = propose(story, ingrid);
    story.given(accepting(turn), { type: 'handOverCoordinator', turn, to: null, reason: 'Andere baan' });
    expect(story.view().coordinatorTurns).toHaveLength(1);
  });

  it('must be someone of this case', () => {
    const { story } = begin();
    expect(story.when({ type: 'proposeCoordinator', person: 'person.x.1' as EntityId, proposedBy: null })).toEqual(
      refused('ValueInvalid', { field: 'person' }),
    );
  });
});

describe('a role', () => {
  it('counts once its holder accepted it, and then stays with them', () => {
    const { story, lotte, ewa, ingrid } = begin();
    const role = story.made({ type: 'add', kind: 'role', fields: { name: 'Contact met school', person: lotte, origin: 'given' } });
    story.given({ type: 'set', entity: role, field: 'person', value: ewa });
    expect(story.when({ type: 'acceptRole', role, via: 'own', recordedBy: null })).toEqual(refused('OwnAnswerOnlyByThemselves'));
    story.given({ type: 'acceptRole', role, via: 'spoken', recordedBy: ingrid });
    expect(story.view().roles).toMatchObject([{ person: ewa, acceptedVia: 'spoken', acceptedRecordedBy: ingrid }]);
    expect(story.when({ type: 'acceptRole', role, via: 'spoken', recordedBy: ingrid })).toEqual(refused('AlreadyAccepted'));
    expect(story.when({ type: 'set', entity: role, field: 'person', value: lotte })).toEqual(refused('AlreadyAccepted'));
    expect(story.when({ type: 'acceptRole', role: none, via: 'spoken', recordedBy: ingrid })).toEqual(refused('UnknownEntity'));
  });

  it('that ended is no longer in the plan', () => {
    const { story, lotte } = begin();
    const role = story.made({ type: 'add', kind: 'role', fields: { name: 'Contact', person: lotte } });
    story.given({ type: 'set', entity: role, field: 'endedAt', value: story.context().now });
    expect(story.view().roles).toEqual([]);
  });
});

describe('a report of an action', () => {
  const withAction = () => {
    const people = begin();
    const action = people.story.made({
      type: 'add',
      kind: 'action',
      fields: { what: 'Bellen', who: [people.lotte], due: day('2026-03-09') },
    });
    const report = {
      type: 'reportAction',
      action,
      status: 'busy',
      reason: '',
      newDate: null,
      by: people.lotte,
      recordedBy: people.ingrid,
      via: 'spoken',
    } as const;
    return { ...people, action, report };
  };

  it('by its doer, the latest counts and all stay', () => {
    const { story, report } = withAction();
    story.given(report, { ...report, status: 'done' });
    expect(story.view().actions).toMatchObject([{ status: 'done', reports: [{ status: 'busy' }, { status: 'done' }] }]);
  });

  it('goes by the order of writing, not by a clock that was wrong', () => {
    const { story, report } = withAction();
    story.on('2027-01-01');
    story.given(report);
    story.on('2026-03-02');
    story.given({ ...report, status: 'done' });
    expect(story.view().actions[0]?.status).toBe('done');
  });

  it('says why not, and with a new date the action waits for that', () => {
    const { story, report } = withAction();
    expect(story.when({ ...report, status: 'notDone' })).toEqual(refused('ReasonMissing'));
    story.on('2026-03-12');
    expect(story.view().actions).toMatchObject([{ status: 'open', overdueDays: 3 }]);
    story.given({ ...report, status: 'notDone', reason: 'Ziek', newDate: day('2026-03-20') });
    expect(story.view().actions).toMatchObject([{ status: 'notDone', dueNow: '2026-03-20', overdueDays: 0 }]);
    story.on('2026-03-21');
    expect(story.view().actions[0]?.overdueDays).toBe(1);
    story.given({ ...report, status: 'notDone', reason: 'Het hoeft niet meer' });
    expect(story.view().actions[0]?.overdueDays).toBe(0);
  });

  it('is of an action and a person of this case, and own only on an own device', () => {
    const { story, report, lotte } = withAction();
    expect(story.when({ ...report, action: none })).toEqual(refused('UnknownEntity'));
    expect(story.when({ ...report, by: none })).toEqual(refused('UnknownEntity'));
    expect(story.when({ ...report, via: 'own', recordedBy: null, by: lotte })).toEqual(refused('OwnAnswerOnlyByThemselves'));
  });

  it('is told by those who do it; by anyone while nobody is named', () => {
    const { story, report, ewa } = withAction();
    expect(story.when({ ...report, by: ewa })).toEqual(refused('ReportOnlyByDoers'));
    const open = story.made({ type: 'add', kind: 'action', fields: { what: 'Rondvragen' } });
    story.given({ ...report, action: open, by: ewa });
    expect(story.view().actions.find(({ id }) => id === open)).toMatchObject({ status: 'busy' });
  });
});

describe('an answer', () => {
  const answer = (by: EntityId, recordedBy: EntityId | null) =>
    ({
      type: 'answerPlan',
      by,
      reply: 'agreed',
      view: '',
      recordedBy,
      via: recordedBy ? 'spoken' : 'own',
      conference: null,
    }) as const;

  it('belongs to a person, a version and how it came; my own is mine', () => {
    const { story, ewa, ingrid } = begin();
    const { version } = story.view();
    story.given(answer(ingrid, null), answer(ewa, ingrid));
    expect(story.view().answers).toMatchObject([
      { by: ewa, via: 'spoken', recordedBy: ingrid, current: true },
      { by: ingrid, via: 'own', recordedBy: null, version, current: true },
    ]);
  });

  it('recorded by someone else never looks like own (SPEC 12c)', () => {
    const { story, ewa, ingrid } = begin();
    expect(story.when(answer(ewa, null))).toEqual(refused('OwnAnswerOnlyByThemselves'));
    expect(story.when({ ...answer(ewa, ingrid), via: 'own' })).toEqual(refused('OwnAnswerOnlyByThemselves'));
    expect(story.when({ ...answer(ewa, null), via: 'paper' })).toEqual(refused('OwnAnswerOnlyByThemselves'));
    expect(story.when(answer(none, ingrid))).toEqual(refused('UnknownEntity'));
  });

  it('recorded later never overwrites what the person said themselves (SPEC 12c)', () => {
    const { story, ingrid } = begin();
    story.given(answer(ingrid, null));
    story.on('2026-04-01');
    story.given({ ...answer(ingrid, ingrid), reply: 'notAgreed', view: 'Toch niet' });
    expect(story.view().answers).toMatchObject([{ by: ingrid, via: 'own', reply: 'agreed' }]);
    expect(story.view().allAnswers).toHaveLength(2);
  });

  it('a changed mind is a new answer; the earlier one stays', () => {
    const { story, ewa, ingrid } = begin();
    story.given(answer(ewa, ingrid), { ...answer(ewa, ingrid), reply: 'notAgreed', view: 'Te veel afspraken' });
    expect(story.view().answers).toMatchObject([{ reply: 'notAgreed', view: 'Te veel afspraken' }]);
    expect(story.view().allAnswers).toHaveLength(2);
  });

  test.each(['agreedWithRemark', 'notAgreed'] as const)('%s comes with words', (reply) => {
    const { story, ewa, ingrid } = begin();
    expect(story.when({ ...answer(ewa, ingrid), reply })).toEqual(refused('RemarkMissing'));
  });

  it('is about the plan as it stood: a new goal or another order makes it an earlier one, a new phone number does not', () => {
    const { story, ewa, ingrid } = begin();
    const [first, second] = ['Slapen', 'Lezen'].map((statement) => story.made({ type: 'add', kind: 'goal', fields: { statement } }));
    story.given(answer(ewa, ingrid));
    const isCurrent = () => story.view().answers[0]?.current;
    story.given({ type: 'move', entity: second!, after: undefined, before: first });
    expect(isCurrent()).toBe(false);
    story.given({ type: 'move', entity: first!, after: undefined, before: second });
    story.given({ type: 'set', entity: ewa, field: 'phone', value: '06 00000001' });
    expect(isCurrent()).toBe(true);
    story.given({ type: 'add', kind: 'goal', fields: { statement: 'Op tijd' } });
    expect(isCurrent()).toBe(false);
  });

  it('is about who is coordinator: a proposal changes nothing, an acceptance does', () => {
    const { story, ewa, ingrid } = begin();
    story.given(answer(ewa, ingrid));
    const turn = propose(story, ingrid);
    expect(story.view().answers[0]?.current).toBe(true);
    story.given(accepting(turn));
    expect(story.view().answers[0]?.current).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { foldEnvelopes, type FoldRules } from '../../../src/core/document/fold.ts';
import type { Operation } from '../../../src/core/document/operation.ts';
import { emptyDocument, frontierOf } from '../../../src/core/document/state.ts';
import { decidePart, type PartCommand } from '../../../src/core/part/decidePart.ts';
import { bringDrafts, newPoint, readPrepared, shareCommand, writeDraft } from '../../../src/core/part/drafts.ts';
import { viewPart } from '../../../src/core/part/viewPart.ts';
import type { DeviceId, DocumentId, EntityId, EnvelopeHash, MemberId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily } from '../../support/planStory.ts';

const rules: FoldRules = { authorOf: () => ({ member: 'ewa' as MemberId, role: 'lead' }), permits: () => true };
let made = 0;

/** A `voice` of Ewa: real decisions, real fold. */
function createVoice(name = 'stem') {
  let state = emptyDocument(name as DocumentId);
  const write = (...commands: readonly PartCommand[]) => {
    const ops = commands.flatMap((command): readonly Operation[] => {
      const decided = decidePart(command, state, (kind) => `${kind}.ewa.${name}${made++}` as EntityId);
      if (!decided.ok) throw new Error(decided.error.type);
      return decided.value.operations;
    });
    const at = made++;
    const envelope = {
      hash: `e${at}` as EnvelopeHash,
      doc: name as DocumentId,
      device: 'ewa-phone' as DeviceId,
      incarnation: `${at}`,
      seq: 0,
      parents: frontierOf(state),
      roster: 0,
      wall: at,
      lamport: at,
      ops,
    };
    state = foldEnvelopes(state, [envelope], rules);
  };
  return { write, view: () => viewPart(state), state: () => state };
}

/** Ewa with a meeting to come, and her form. */
function begin() {
  const roles = { ingrid: 'lead', ewa: 'caregiver' } as const;
  const story = createPlanStory({ roles });
  const family = givenFamily(story);
  story.given({ type: 'set', entity: family.ewa, field: 'member', value: 'ewa' });
  const meeting = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-20') } });
  const plan = createPlanStory({ device: 'ewa-phone', roles });
  plan.hear(...story.written);
  const voice = createVoice();
  const me = plan.view().people.find(({ id }) => id === family.ewa)!;
  const read = (by = family.ewa) => readPrepared(plan.view(), voice.view(), me, by, meeting);
  const write = (...commands: readonly PartCommand[]) => voice.write(...writeDraft(read(), commands));
  const set = (field: string, value: unknown, entity = read().entity): PartCommand => ({ type: 'set', entity, field, value });
  const share = () => plan.given(shareCommand(read()));
  return { story, plan, voice, meeting, read, write, set, share, ...family };
}

describe('a draft', () => {
  it('is nothing at first, then only one’s own, until it is shared', () => {
    const { plan, voice, read, write, set, share, ewa, lotte, meeting } = begin();
    expect(read()).toMatchObject({ state: 'nothing', said: undefined, points: [], isDrafted: false, via: 'own', recordedBy: null });
    write(set('wish', 'Rust'));
    write(set('wantsThere', [lotte]), set('coordinator', lotte));
    expect(read()).toMatchObject({ state: 'private', isDrafted: true, said: { wish: 'Rust', wantsThere: [lotte], coordinator: lotte } });
    expect(voice.view().preparations).toMatchObject([{ by: ewa, via: 'own', conference: meeting, evaluation: null, author: 'ewa' }]);
    expect(plan.view().preparations).toEqual([]);
    share();
    expect(read().state).toBe('shared');
    expect(plan.view().preparations).toMatchObject([{ wish: 'Rust', wantsThere: [lotte] }]);
    write(set('wish', 'Rust en tijd'));
    expect(read()).toMatchObject({ state: 'changed', said: { wish: 'Rust en tijd' } });
    expect(plan.view().preparations).toMatchObject([{ wish: 'Rust' }]);
    write(set('wish', ''), set('wantsThere', []), set('coordinator', null));
    expect(read().state).toBe('changed');
    share();
    expect(plan.view().preparations).toMatchObject([{ wish: '', wantsThere: [] }]);
  });

  it('holds what must be said, which are points of the plan once they are shared', () => {
    const { story, plan, read, write, share } = begin();
    write(newPoint(read(), 'Hij schrikt'));
    expect(read()).toMatchObject({ state: 'private', points: [{ text: 'Hij schrikt' }] });
    const [point] = read().points;
    share();
    expect(read().state).toBe('shared');
    expect(plan.view().points).toMatchObject([{ id: point!.id, text: 'Hij schrikt' }]);
    write({ type: 'set', entity: point!.id, field: 'text', value: 'Hij schrikt van lawaai' });
    expect(read().state).toBe('changed');
    write({ type: 'remove', entity: point!.id });
    expect(read()).toMatchObject({ state: 'changed', points: [] });
    write({ type: 'restore', entity: point!.id }, { type: 'set', entity: point!.id, field: 'text', value: 'Hij schrikt' });
    expect(read().state).toBe('shared');
    // Dealt with at the table: it is no part of the form any more.
    story.hear(...plan.written);
    const before = story.written.length;
    story.given({ type: 'set', entity: point!.id, field: 'handled', value: true });
    plan.hear(...story.written.slice(before));
    expect(read()).toMatchObject({ state: 'shared', points: [] });
  });

  it('begins with what an earlier version wrote into the plan at once, in one save with the first change', () => {
    const { plan, voice, read, write, set, ewa, meeting } = begin();
    const { entity } = read();
    const about = { kind: 'mustSay', saidBy: ewa, conference: meeting } as const;
    plan.given({ type: 'add', kind: 'point', fields: { ...about, text: 'Hij schrikt' } });
    expect(read()).toMatchObject({ state: 'shared', said: undefined });
    plan.given(
      { type: 'beginPreparation', meeting, by: ewa, recordedBy: null, via: 'own' },
      { type: 'add', kind: 'point', fields: { ...about, text: 'Hij is moe' } },
    );
    plan.given({ type: 'set', entity, field: 'wish', value: 'Rust' });
    const [first, second] = read().points;
    expect(read()).toMatchObject({ state: 'shared', isDrafted: false });
    write(
      set('worries', 'De ochtend'),
      set('text', 'Hij schrikt snel', first!.id),
      { type: 'remove', entity: second!.id },
      newPoint(read(), 'Hij wil naar huis'),
    );
    expect(voice.view().preparations).toMatchObject([{ id: entity, wish: 'Rust', worries: 'De ochtend' }]);
    expect(read().points.map(({ id, text }) => [id === first!.id, text])).toEqual([
      [false, 'Hij wil naar huis'],
      [true, 'Hij schrikt snel'],
    ]);
    expect(read().state).toBe('changed');
  });

  it('of a child is what a parent writes down with them', () => {
    const { plan, voice, read, milan, ewa } = begin();
    const prepared = read(milan);
    voice.write(...writeDraft(prepared, [{ type: 'set', entity: prepared.entity, field: 'mood', value: 'good' }]));
    plan.given(shareCommand(read(milan)));
    expect(plan.view().preparations).toMatchObject([{ by: milan, recordedBy: ewa, via: 'spoken', mood: 'good' }]);
  });

  it('with nothing but a line that must be said can be shared too', () => {
    const { plan, read, ewa, meeting } = begin();
    plan.given({ type: 'add', kind: 'point', fields: { kind: 'mustSay', saidBy: ewa, conference: meeting, text: 'Hij schrikt' } });
    plan.given(shareCommand(read()));
    expect(plan.view().preparations).toMatchObject([{ ready: true, wish: '' }]);
  });
});

describe('a row that is begun', () => {
  it('holds what it is given and nothing that stood there before it was taken away', () => {
    const { voice, write, set, read } = begin();
    write(set('wish', 'Rust'), newPoint(read(), 'Hij schrikt'));
    const { entity } = read();
    voice.write({ type: 'remove', entity });
    expect(read()).toMatchObject({ isDrafted: false, state: 'nothing' });
    write(set('worries', 'De ochtend'));
    expect(read()).toMatchObject({ said: { wish: '', worries: 'De ochtend' } });
  });

  it('is refused for another kind, and without what it must have', () => {
    const { voice } = begin();
    const refusal = (command: PartCommand) => {
      const decided = decidePart(command, voice.state(), () => 'point.ewa.x' as EntityId);
      return decided.ok ? null : decided.error;
    };
    const entity = 'preparation.ewa.x' as EntityId;
    expect(refusal({ type: 'begin', kind: 'point', entity, fields: { text: 'a' } })).toEqual({ type: 'UnknownEntity' });
    expect(refusal({ type: 'begin', kind: 'preparation', entity, fields: { wish: 'Rust' } })).toEqual({
      type: 'FieldMissing',
      field: 'by',
    });
    expect(refusal({ type: 'begin', kind: 'preparation', entity, fields: { by: 'goal.a.b' as EntityId } })).toMatchObject({
      type: 'ValueInvalid',
    });
  });
});

describe('drafts of two devices that did not know of each other', () => {
  it('come together, beside what differs and never over it', () => {
    const { read, write, set, voice, lotte, milan, ewa } = begin();
    const other = createVoice('ander');
    const there = (...commands: readonly PartCommand[]) => {
      const draft = { ...read(), isDrafted: other.view().preparations.length > 0, said: undefined, points: [] };
      other.write(...writeDraft(draft, commands));
    };
    there(set('wish', 'Rust'), set('wantsThere', [lotte]), set('worries', 'De ochtend'), newPoint(read(), 'Hij schrikt'));
    const [point] = other.view().points;
    const empty = bringDrafts(voice.view(), other.view());
    expect(empty.leave.map((command) => 'entity' in command && command.entity)).toEqual([read().entity, point!.id]);
    write(set('wish', 'Tijd'), set('wantsThere', [milan]), set('worries', 'De ochtend'));
    voice.write({ type: 'begin', kind: 'point', entity: point!.id, fields: { text: 'Hij schrikt snel', kind: 'mustSay', saidBy: ewa } });
    voice.write(...bringDrafts(voice.view(), other.view()).bring);
    expect(read().said).toMatchObject({ worries: 'De ochtend', wantsThere: [milan, lotte].toSorted() });
    const valuesOf = (field: string) =>
      voice
        .view()
        .conflicts.find((one) => one.field === field)
        ?.candidates.map(({ value }) => value)
        .toSorted();
    expect(valuesOf('wish')).toEqual(['Rust', 'Tijd']);
    expect(valuesOf('text')).toEqual(['Hij schrikt', 'Hij schrikt snel']);
    other.write(...empty.leave);
    expect(other.view()).toMatchObject({ preparations: [], points: [] });
    expect(bringDrafts(voice.view(), other.view())).toEqual({ bring: [], leave: [] });
  });

  it('come whole where nothing was', () => {
    const { read, write, set, voice, meeting } = begin();
    write(set('wish', 'Rust'), newPoint(read(), 'Hij schrikt'));
    const empty = createVoice('leeg');
    empty.write(...bringDrafts(empty.view(), voice.view()).bring);
    expect(empty.view().preparations).toMatchObject([{ wish: 'Rust', conference: meeting, via: 'own' }]);
    expect(empty.view().points).toMatchObject([{ text: 'Hij schrikt', kind: 'mustSay', conference: meeting }]);
  });
});

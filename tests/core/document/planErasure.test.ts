import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKnown } from '../../../src/core/document/applyOperations.ts';
import { envelopeOf } from '../../../src/core/document/causality.ts';
import { foldEnvelopes } from '../../../src/core/document/fold.ts';
import type { CellValue, OpenedEnvelope, Operation } from '../../../src/core/document/operation.ts';
import { planErasure, type ErasureTarget, type MayWriteAnew } from '../../../src/core/document/planErasure.ts';
import {
  type DocumentState,
  emptyDocument,
  isDeleted,
  isEditedAfterDeletion,
  readCandidates,
  readText,
} from '../../../src/core/document/state.ts';
import { takeBackText, writeNewNote, writeNote } from '../../../src/core/document/textNote.ts';
import type { EntityId, EnvelopeHash, MemberId, OperationId } from '../../../src/core/shared/ids.ts';
import { history, historyRules } from '../../support/documentHistory.ts';
import { createStory, rulesFor, storyDocument, writeEnvelope } from '../../support/documentStory.ts';

const rules = rulesFor({ ib: 'lead', wijkteam: 'professional', moeder: 'caregiver' });
const [family, goal, concern] = ['family', 'goal.wijkteam.1', 'concern.moeder.1'] as unknown as readonly [EntityId, EntityId, EntityId];
const mayWrite: MayWriteAnew = (operation) => rules.permits('lead', operation, 'ib' as MemberId);
const set = (entity: EntityId, field: string, value: CellValue, preds: readonly OperationId[] = []): Operation => [
  'set',
  entity,
  field,
  value,
  preds,
];
const point = (entity: EntityId, field: string, values: readonly OperationId[], earlier = true): ErasureTarget => ({
  entity,
  field,
  values,
  earlier,
});
const text = (state: DocumentState, entity: EntityId, field: string, before: string, after: string, clientId: number) =>
  writeNote(state, entity, field, before, after, clientId);

describe('what erasing a value takes', () => {
  test('its envelope and those of what stood there before; or its envelope alone', () => {
    const ib = createStory('ib-laptop', rules);
    const first = ib.write(set(family, 'questionSchool', 'een'));
    const second = ib.write(set(family, 'questionSchool', 'twee', ib.ids(family, 'questionSchool')));
    const third = ib.write(set(family, 'questionSchool', 'drie', ib.ids(family, 'questionSchool')));
    const other = ib.write(set(family, 'phase', 'intake'));
    const log = [third, other, first, second];
    const value = (envelope: OpenedEnvelope) => [`${envelope.hash}/0` as OperationId];
    const of = (target: ErasureTarget) => planErasure(ib.state(), log, target, mayWrite).envelopes;
    expect(of(point(family, 'questionSchool', value(third)))).toEqual([first, second, third]);
    expect(of(point(family, 'questionSchool', value(second)))).toEqual([first, second]);
    expect(of(point(family, 'questionSchool', value(second), false))).toEqual([second]);
    expect(of(point(family, 'questionSchool', ['weg/0' as OperationId]))).toEqual([]);
  });

  test('never a value beside it that its writer had not seen', () => {
    const first = writeEnvelope(emptyDocument(storyDocument), 'ib-laptop', [set(family, 'questionSchool', 'een')]);
    const beside = writeEnvelope(emptyDocument(storyDocument), 'wijkteam-tablet', [set(family, 'questionSchool', 'ernaast')]);
    const state = foldEnvelopes(emptyDocument(storyDocument), [first, beside], rules);
    const target = point(family, 'questionSchool', [`${first.hash}/0` as OperationId]);
    expect(planErasure(state, [first, beside], target, mayWrite).envelopes).toEqual([first]);
  });

  test('one that waits for its parent can be pointed at', () => {
    const ib = createStory('ib-laptop', rules);
    ib.write(set(family, 'phase', 'intake'));
    const late = writeEnvelope(ib.state(), 'ib-laptop', [set(family, 'questionSchool', 'een')]);
    const state = foldEnvelopes(emptyDocument(storyDocument), [late], rules);
    const target = point(family, 'questionSchool', [`${late.hash}/0` as OperationId]);
    expect(planErasure(state, [late], target, mayWrite).envelopes).toEqual([late]);
    const later = { ...late, hash: 'later' as EnvelopeHash, lamport: late.lamport + 1 };
    const both = { ...target, values: [...target.values, 'later/0' as OperationId] };
    expect(planErasure(state, [later, late], both, mayWrite).envelopes).toEqual([late, later]);
  });

  test('what was saved with it and still stands is written anew; what was replaced is not', () => {
    const wijkteam = createStory('wijkteam-tablet', rules);
    const added = wijkteam.write(
      set(goal, 'doesHome', 'geheim'),
      set(goal, 'domain', 'home'),
      set(goal, 'level0', 'goed'),
      set(goal, 'kind', 'family'),
    );
    const [domain, level] = [wijkteam.ids(goal, 'domain'), wijkteam.ids(goal, 'level0')];
    wijkteam.write(set(goal, 'kind', 'treatment', wijkteam.ids(goal, 'kind')));
    const target = point(goal, 'doesHome', [`${added.hash}/0` as OperationId]);
    expect(planErasure(wijkteam.state(), [added], target, mayWrite)).toEqual({
      envelopes: [added],
      saves: [[set(goal, 'domain', 'home', domain), set(goal, 'level0', 'goed', level)]],
      notes: [],
      lost: [],
    });
  });

  test('what only its writer may write is named, also what counts for nobody and what a newer version wrote', () => {
    const wijkteam = createStory('wijkteam-tablet', rules);
    const added = wijkteam.write(
      set(goal, 'doesHome', 'geheim'),
      set(goal, 'statement', 'samen eten'),
      set(concern, 'text', 'niet de mijne'),
      ['wens', 'goal.wijkteam.1', 'later'],
    );
    const target = point(goal, 'doesHome', [`${added.hash}/0` as OperationId]);
    const { lost, saves } = planErasure(wijkteam.state(), [added], target, mayWrite);
    expect(saves).toEqual([]);
    expect(lost).toEqual([
      { entity: goal, field: 'statement' },
      { entity: concern, field: 'text' },
      { entity: goal, field: 'later' },
    ]);
  });

  test('values that stand side by side go in a save each', () => {
    const empty = emptyDocument(storyDocument);
    const one = writeEnvelope(empty, 'ib-laptop', [set(family, 'questionSchool', 'a'), set(family, 'phase', 'intake')]);
    const two = writeEnvelope(empty, 'wijkteam-tablet', [set(family, 'questionSchool', 'b'), set(family, 'phase', 'conference')]);
    const state = foldEnvelopes(empty, [one, two], rules);
    const target = point(family, 'questionSchool', [`${one.hash}/0`, `${two.hash}/0`] as unknown as readonly OperationId[]);
    const { saves } = planErasure(state, [one, two], target, mayWrite);
    expect(saves.map((save) => save.map(([, , field, value]) => [field, value]))).toEqual(
      expect.arrayContaining([[['phase', 'intake']], [['phase', 'conference']]]),
    );
  });

  test('what was taken away stays away', () => {
    const wijkteam = createStory('wijkteam-tablet', rules);
    const added = wijkteam.write(set(goal, 'doesHome', 'geheim'), set(goal, 'domain', 'home'));
    const deleted = wijkteam.write(set(goal, 'deleted', true));
    const target = point(goal, 'doesHome', [`${added.hash}/0` as OperationId]);
    const { saves } = planErasure(wijkteam.state(), [added, deleted], target, mayWrite);
    const [save] = saves as [(typeof saves)[number]];
    expect(save.map(([, , field]) => field)).toEqual(['domain', 'deleted']);
    const anew = writeEnvelope(wijkteam.state(), 'ib-laptop', save);
    const after = foldEnvelopes(wijkteam.state(), [anew, { ...added, ops: [], redacted: [] }], rules);
    expect([isDeleted(after, goal), isEditedAfterDeletion(after, goal)]).toEqual([true, false]);
    const professional: MayWriteAnew = ([, , field]) => field !== 'deleted';
    expect(planErasure(wijkteam.state(), [added], target, professional)).toMatchObject({
      saves: [],
      lost: [{ entity: goal, field: 'domain' }],
    });
    const both = planErasure(wijkteam.state(), [added, deleted], point(goal, 'deleted', [`${added.hash}/0` as OperationId]), mayWrite);
    expect(both.envelopes).toEqual([]);
  });

  test('SPEC 10d: a long note goes whole, and with it every note that shares an envelope with it', () => {
    const ib = createStory('ib-laptop', rules);
    const conference = 'conference.ib.1' as EntityId;
    const first = ib.write(text(ib.state(), family, 'analysis', '', 'geheim', 1));
    const both = ib.write(
      text(ib.state(), family, 'analysis', 'geheim', 'geheim.', 2),
      text(ib.state(), conference, 'notes', '', 'besproken', 3),
      set(conference, 'place', 'school'),
    );
    const later = ib.write(text(ib.state(), conference, 'notes', 'besproken', 'besproken!', 4));
    const apart = ib.write(set(family, 'phase', 'intake'));
    const log = [first, both, later, apart];
    const target = point(family, 'analysis', []);
    expect(planErasure(ib.state(), log, target, mayWrite)).toEqual({
      envelopes: [first, both, later],
      saves: [[set(conference, 'place', 'school', ib.ids(conference, 'place'))]],
      notes: [{ entity: conference, field: 'notes', text: 'besproken!' }],
      lost: [],
    });
    expect(planErasure(ib.state(), log, target, () => false).lost).toEqual([
      { entity: conference, field: 'notes' },
      { entity: conference, field: 'place' },
    ]);
    ib.write(text(ib.state(), conference, 'notes', 'besproken!', '', 5));
    expect(planErasure(ib.state(), log, target, mayWrite)).toMatchObject({ notes: [], lost: [] });
  });
});

describe('SPEC 10b: done as planned', () => {
  const may: MayWriteAnew = (operation) => historyRules.permits('lead', operation, 'lead' as MemberId);

  test('what was pointed at is gone and nothing else changed, but for what was named as lost', () => {
    fc.assert(
      fc.property(history, fc.nat(200), fc.boolean(), (log, which, earlier) => {
        const before = foldEnvelopes(emptyDocument(storyDocument), log, historyRules);
        const cells = log.flatMap(({ hash, ops }) =>
          ops.flatMap((each, index) => (isKnown(each) ? [{ each, id: `${hash}/${index}` as OperationId }] : [])),
        );
        if (cells.length === 0) return;
        const { each, id } = cells[which % cells.length]!;
        const target = point(each[1], each[2], [id], earlier);
        const plan = planErasure(before, log, target, may);
        expect(plan.envelopes.some(({ hash }) => hash === envelopeOf(id))).toBe(true);

        const saves: (readonly Operation[])[] = [...plan.saves];
        if (plan.notes.length > 0)
          saves.push(plan.notes.map(({ entity, field, text: words }) => writeNewNote(entity, field, words, 4_000_000)));
        // As devices do it: folded anew from the log.
        const anew: OpenedEnvelope[] = [];
        let state = before;
        for (const ops of saves) {
          const envelope = writeEnvelope(state, 'lead-desk', ops);
          anew.push(envelope);
          state = foldEnvelopes(state, [envelope], historyRules);
        }
        const erased = new Set(plan.envelopes.map(({ hash }) => hash));
        const after = foldEnvelopes(
          emptyDocument(storyDocument),
          [...log.map((one) => (erased.has(one.hash) ? erase(one) : one)), ...anew],
          historyRules,
        );

        const isLost = (place: string) => plan.lost.some(({ entity, field }) => `${entity} ${field}` === place);
        const [was, is] = [cellsOf(before), cellsOf(after)];
        const targetPlace = `${target.entity} ${target.field}`;
        for (const place of new Set([...was.keys(), ...is.keys()])) {
          if (place === targetPlace || isLost(place)) continue;
          expect(is.get(place), place).toEqual(was.get(place));
        }
        for (const candidate of readCandidates(after, target.entity, target.field)) {
          expect(erased.has(envelopeOf(candidate.id))).toBe(false);
          const stood = readCandidates(before, target.entity, target.field).some((one) => one.id === candidate.id);
          expect(stood || anew.some(({ hash }) => candidate.id.startsWith(hash))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  /** What every cell says, whoever wrote it and however often, and the text of every note. */
  const cellsOf = (state: DocumentState): ReadonlyMap<string, unknown> =>
    new Map<string, unknown>(
      [...state.kinds.values()].flatMap((entities) =>
        [...entities].flatMap(([id, { cells, notes }]) => [
          ...[...cells.keys()].map((field) => [`${id} ${field}`, valuesIn(state, id, field)] as const),
          ...[...notes.keys()].map((field) => [`${id} ${field}`, readText(state, id, field) || undefined] as const),
        ]),
      ),
    );

  const valuesIn = (state: DocumentState, id: EntityId, field: string): readonly string[] =>
    [...new Set(readCandidates(state, id, field).map(({ value }) => JSON.stringify(value)))].sort();

  const erase = (envelope: OpenedEnvelope): OpenedEnvelope => ({
    ...envelope,
    ops: [],
    redacted: envelope.ops
      .filter(isKnown)
      .flatMap((operation) => (operation[0] === 'set' ? [{ entity: operation[1], field: operation[2], preds: operation[4] }] : [])),
  });
});

describe('a new note', () => {
  test('hangs on nothing, and can be taken back without what others typed in it', () => {
    const ib = createStory('ib-laptop', rules);
    const first = ib.write(text(ib.state(), family, 'analysis', '', 'oud', 1));
    const anew = writeNewNote(family, 'analysis', 'nieuw', 2);
    const written = ib.write(anew);
    const clean = foldEnvelopes(emptyDocument(storyDocument), [{ ...first, ops: [], redacted: [] }, written], rules);
    expect(readText(clean, family, 'analysis')).toBe('nieuw');
    const now = readText(ib.state(), family, 'analysis');
    ib.write(text(ib.state(), family, 'analysis', now, `${now} erbij`, 3));
    ib.write(takeBackText(anew));
    expect(readText(ib.state(), family, 'analysis')).toBe('oud erbij');
  });
});

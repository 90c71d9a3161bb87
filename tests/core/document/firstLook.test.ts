import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { lookToState, stateToLook } from '../../../src/core/document/firstLook.ts';
import type { LookOptions } from '../../../src/core/document/firstLookRows.ts';
import { foldEnvelopes } from '../../../src/core/document/fold.ts';
import { choice, date, note, order, refs, text } from '../../../src/core/document/schema.ts';
import { bytesToState, stateToBytes } from '../../../src/core/document/snapshot.ts';
import { type DocumentState, emptyDocument, entityIdsOf, unusualIdsOf } from '../../../src/core/document/state.ts';
import { writeNote } from '../../../src/core/document/textNote.ts';
import { viewConflicted, viewEntities } from '../../../src/core/document/view.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { history, historyRules } from '../../support/documentHistory.ts';
import { createStory, describeDocument, rulesFor, storyDocument, writeEnvelope } from '../../support/documentStory.ts';

vi.setConfig({ testTimeout: 120_000 });
const everything: LookOptions = { full: [], later: [], past: new Set(), facts: '' };
const rules = rulesFor({ ib: 'lead' });
const never = (): never => {
  throw new Error('asked for more than the look');
};

/** A look at the state, with the snapshot of it for the rest. */
function lookAt(state: DocumentState, options: LookOptions = everything): DocumentState {
  const whole = bytesToState(stateToBytes(state)) as DocumentState;
  return lookToState(stateToLook(state, options), () => whole) as DocumentState;
}
const table = {
  fields: { name: text(), statement: text(), state: choice('active', 'reached'), day: date, about: refs('person'), notes: note, order },
} as const;
const [c1, c2, c3, p1] = ['conference.ib.1', 'conference.ib.2', 'conference.ib.3', 'person.ib.1'] as [
  EntityId,
  EntityId,
  EntityId,
  EntityId,
];

function tellStory() {
  const ib = createStory('ib-laptop', rules);
  ib.write(
    ['set', p1, 'name', 'Een hele lange naam', []],
    ['set', c1, 'statement', 'Een hele lange naam', []],
    ['set', c1, `about:${p1}`, true, []],
    ['set', c1, 'order', 'b', []],
    ['set', c1, 'day', '2026-05-01', []],
    writeNote(ib.state(), c1, 'notes', '', 'rust', 1),
    writeNote(ib.state(), c1, 'other', '', 'van een nieuwere app', 1),
  );
  ib.write(['set', c2, 'statement', 'A', []], ['set', c2, 'order', 'a', []]);
  ib.write(['set', c2, 'statement', 'B', []]);
  ib.write(writeNote(ib.state(), c3, 'notes', '', 'alleen dit', 1));
  return ib;
}

describe('a first look', () => {
  test('SPEC 4g: with its snapshot says all that the document says', () => {
    fc.assert(
      fc.property(
        history,
        fc.subarray(['goal', 'family', 'action', 'report']),
        fc.subarray(['goal', 'person', 'point']),
        (log, full, later) => {
          const state = foldEnvelopes(emptyDocument(storyDocument), log, historyRules);
          const look = lookAt(state, { ...everything, full, later });
          expect(describeDocument(look)).toEqual(describeDocument(state));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('shows every entity as the document does, without asking for more', () => {
    fc.assert(
      fc.property(history, (log) => {
        const state = foldEnvelopes(emptyDocument(storyDocument), log, historyRules);
        const look = lookToState(stateToLook(state, everything), never) as DocumentState;
        for (const kind of state.kinds.keys()) {
          const plain = { fields: Object.fromEntries(Object.entries(table.fields).filter(([field]) => field !== 'notes')) };
          expect(viewEntities(look, plain, `${kind}`)).toEqual(viewEntities(state, plain, kind));
          expect(viewConflicted(look, plain, kind)).toEqual(viewConflicted(state, plain, kind));
          expect(entityIdsOf(look, kind)).toEqual(entityIdsOf(state, kind));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('reads a long note when someone reads the field', () => {
    const state = tellStory().state();
    const look = lookAt(state);
    expect(viewEntities(look, table, 'conference')).toEqual(viewEntities(state, table, 'conference'));
    const early = lookToState(stateToLook(state, everything), never) as DocumentState;
    const shown = viewEntities(early, table, 'conference').find(({ id }) => id === c1)!;
    expect(shown.statement).toBe('Een hele lange naam');
    expect(() => shown.notes).toThrow('asked for more');
  });

  test('looks empty where it lacks something, until the whole is there, and then has it', () => {
    const ib = tellStory();
    ib.write(['set', 'point.ib.1' as EntityId, 'statement', 'rust', []]);
    let whole: DocumentState | undefined;
    const text = stateToLook(ib.state(), { ...everything, later: ['point'] });
    const look = lookToState(text, () => whole) as DocumentState;
    const shown = viewEntities(look, table, 'conference').find(({ id }) => id === c1)!;
    expect(viewEntities(look, table, 'point')).toEqual([]);
    expect([shown.notes, look.kinds.get('conference')!.get(c1)!.cells.size, look.envelopes.size]).toEqual(['', 0, 0]);
    whole = ib.state();
    expect([shown.notes, look.kinds.get('conference')!.get(c1)!.cells.size, look.envelopes.size]).toEqual(['rust', 4, 5]);
  });

  test('has at once what is asked in full, and what is unusual of what is left for later', () => {
    const state = tellStory().state();
    const look = lookToState(stateToLook(state, { ...everything, full: ['person'], later: ['conference'] }), never) as DocumentState;
    expect(look.kinds.get('person')!.get(p1)!.cells).toEqual(state.kinds.get('person')!.get(p1)!.cells);
    expect(unusualIdsOf(look.kinds.get('conference')!)).toEqual([c2]);
    expect(viewConflicted(look, table, 'conference').map(({ id }) => id)).toEqual([c2]);
    expect(() => viewEntities(look, table, 'conference')).toThrow('asked for more');
  });

  test('leaves out what is past, also where values stand side by side', () => {
    const state = tellStory().state();
    const look = lookToState(stateToLook(state, { ...everything, past: new Set([c1, c2]), facts: 'ja' }), never) as DocumentState;
    expect(entityIdsOf(look, 'conference')).toEqual([c3]);
    expect(unusualIdsOf(look.kinds.get('conference')!)).toEqual([]);
    expect(look.facts).toBe('ja');
  });

  test('folds on with its snapshot as the document does', () => {
    const ib = tellStory();
    const look = lookAt(ib.state());
    const next = [
      ib.write(writeNote(ib.state(), c1, 'notes', 'rust', 'rust en ruimte', 1)),
      ib.write(['set', c1, 'statement', 'C', []], ['set', 'person.ib.2' as EntityId, 'name', 'Oma', []]),
    ];
    const folded = foldEnvelopes(look, next, rules);
    expect(describeDocument(folded)).toEqual(describeDocument(ib.state()));
    for (const kind of ['conference', 'person'])
      expect(unusualIdsOf(folded.kinds.get(kind)!)).toEqual(unusualIdsOf(ib.state().kinds.get(kind)!));
    expect(describeDocument(lookAt(folded))).toEqual(describeDocument(ib.state()));
  });

  test('asks for what waits when something waits', () => {
    const ib = tellStory();
    const missing = writeEnvelope(ib.state(), 'ib-laptop', [['set', c1, 'statement', 'D', []]]);
    const next = writeEnvelope(foldEnvelopes(ib.state(), [missing], rules), 'ib-laptop', [['set', c1, 'statement', 'E', []]]);
    ib.hear(next);
    expect(describeDocument(lookAt(ib.state()))).toEqual(describeDocument(ib.state()));
    expect(describeDocument(foldEnvelopes(lookAt(ib.state()), [missing], rules))).toEqual(
      describeDocument(foldEnvelopes(ib.state(), [missing], rules)),
    );
  });

  test('of another version, or damaged, it is none', () => {
    const look = stateToLook(tellStory().state(), everything);
    expect(lookToState(look.replace(/"version":\d+/, '"version":0'), never)).toBeUndefined();
    expect(lookToState(look.slice(1), never)).toBeUndefined();
  });
});

import { decode, encode } from 'cborg';
import { describe, expect, test } from 'vitest';
import type { DocumentState } from '../../../src/core/document/state.ts';
import { readText, waitingCount } from '../../../src/core/document/state.ts';
import { foldEnvelopes } from '../../../src/core/document/fold.ts';
import type { OpenedEnvelope } from '../../../src/core/document/operation.ts';
import { bytesToState, mergeNoteUpdates, needsRefold, stateToBytes } from '../../../src/core/document/snapshot.ts';
import { writeNote } from '../../../src/core/document/textNote.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, describeDocument, rulesFor, writeEnvelope } from '../../support/documentStory.ts';

const rules = rulesFor({ ib: 'lead' });
const family = 'family' as EntityId;

function typeTwice() {
  const ib = createStory('ib-laptop', rules);
  const first = ib.write(
    writeNote(ib.state(), family, 'analysis', '', 'rust', 1),
    ['set', family, 'name', 'de Wit', []],
    ['draw', 'circle'],
  );
  const second = ib.write(writeNote(ib.state(), family, 'analysis', 'rust', 'rust en ruimte', 1));
  return { ib, first, second };
}
const reopen = (state: DocumentState) => bytesToState(stateToBytes(state)) as DocumentState;

describe('a snapshot', () => {
  test('SPEC 4g: shows the same, and again after a second round', () => {
    const { ib } = typeTwice();
    expect(describeDocument(reopen(ib.state()))).toEqual(describeDocument(ib.state()));
    expect(describeDocument(reopen(reopen(ib.state())))).toEqual(describeDocument(ib.state()));
  });

  test('SPEC 4g: keeps what waits', () => {
    const { ib } = typeTwice();
    const missing = writeEnvelope(ib.state(), 'ib-laptop', [['set', family, 'phase', 'intake', []]]);
    const next = writeEnvelope(foldEnvelopes(ib.state(), [missing], rules), 'ib-laptop', [['set', family, 'existingPlan', 'no', []]]);
    const opened = reopen(foldEnvelopes(ib.state(), [next], rules));
    expect(waitingCount(opened)).toBe(1);
    expect(waitingCount(foldEnvelopes(opened, [missing], rules))).toBe(0);
  });

  test('SPEC 4g: of another version, or damaged, it is no snapshot', () => {
    const bytes = stateToBytes(typeTwice().ib.state());
    const [version, ...rest] = decode(bytes) as [number, ...unknown[]];
    expect(bytesToState(encode([version + 1, ...rest]))).toBeUndefined();
    expect(bytesToState(bytes.slice(0, 40))).toBeUndefined();
    expect(bytesToState(encode([version, '{', '{', [], [], [], []]))).toBeUndefined();
  });

  test('SPEC 10c: remembers what was erased', () => {
    const { ib, second } = typeTwice();
    const erased: OpenedEnvelope = { ...second, ops: [], redacted: [] };
    const opened = reopen(foldEnvelopes(ib.state(), [erased], rules));
    expect(foldEnvelopes(opened, [erased, second], rules)).toBe(opened);
  });

  test('a long note becomes one update', () => {
    const { ib } = typeTwice();
    const note = ib.state().kinds.get('family')!.get(family)!.notes.get('analysis')!;
    expect(note.updates).toHaveLength(2);
    expect(mergeNoteUpdates(note).ids).toHaveLength(2);
    expect(mergeNoteUpdates({ updates: [mergeNoteUpdates(note)] })).toEqual(mergeNoteUpdates(note));
  });

  test('SPEC 10c: an erasure inside a merged note asks for a refold, and until then the note is gone whole', () => {
    const { ib, second } = typeTwice();
    const erased: OpenedEnvelope = { ...second, ops: [], redacted: [{ entity: family, field: 'analysis', preds: [] }] };
    expect(needsRefold(ib.state(), erased)).toBe(false);
    expect(needsRefold(reopen(ib.state()), second)).toBe(false);
    expect(needsRefold(reopen(ib.state()), erased)).toBe(true);
    expect(readText(foldEnvelopes(ib.state(), [erased], rules), family, 'analysis')).toBe('rust');
    expect(readText(foldEnvelopes(reopen(ib.state()), [erased], rules), family, 'analysis')).toBe('');
  });
});

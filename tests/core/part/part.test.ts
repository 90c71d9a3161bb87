import { describe, expect, it } from 'vitest';
import { foldEnvelopes, type FoldRules } from '../../../src/core/document/fold.ts';
import type { Operation } from '../../../src/core/document/operation.ts';
import { type DocumentState, emptyDocument, frontierOf } from '../../../src/core/document/state.ts';
import { decidePart, type PartCommand } from '../../../src/core/part/decidePart.ts';
import { viewPart } from '../../../src/core/part/viewPart.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { DeviceId, DocumentId, EntityId, EnvelopeHash, MemberId } from '../../../src/core/shared/ids.ts';

const DOC = 'deel' as DocumentId;
const PART = 'part' as EntityId;
const rules: FoldRules = { authorOf: (device) => ({ member: device as unknown as MemberId, role: 'professional' }), permits: () => true };
const start = emptyDocument(DOC);

let made = 0;
/** The state after an envelope of this person, who had seen `seen`. */
function write(state: DocumentState, ops: readonly Operation[], who = 'ib', seen = state): DocumentState {
  const envelope = {
    hash: `e${made++}` as EnvelopeHash,
    doc: DOC,
    device: who as DeviceId,
    incarnation: `${made}`,
    seq: 0,
    parents: frontierOf(seen),
    roster: 0,
    wall: made,
    lamport: made,
    ops,
  };
  return foldEnvelopes(state, [envelope], rules);
}
const idOf = (name: string) => `entry.ib.${name}` as EntityId;
function decide(state: DocumentState, command: PartCommand, id = 'een'): readonly Operation[] {
  const decided = decidePart(command, state, () => idOf(id));
  if (!decided.ok) throw new Error(decided.error.type);
  return decided.value.operations;
}
const entry = (text: string, on: string | null) => ({ type: 'add', kind: 'entry', fields: { text, on: on as CivilDate | null } }) as const;
const set = (entity: EntityId, field: string, value: unknown): PartCommand => ({ type: 'set', entity, field, value });

describe('a part', () => {
  it('says what it is for, and holds entries: the newest day first', () => {
    let state = write(start, decide(start, set(PART, 'title', 'Wie betaalt?')));
    state = write(state, decide(state, entry('eerste', '2026-09-01'), 'a'));
    state = write(state, decide(state, entry('laatste', '2026-09-08'), 'b'));
    state = write(state, decide(state, entry('zonder dag', null), 'c'));
    state = write(state, decide(state, entry('zelfde dag, later', '2026-09-08'), 'd'));
    const { heading, entries, conflicts } = viewPart(state);
    expect(heading.title).toBe('Wie betaalt?');
    expect(entries.map(({ text }) => text)).toEqual(['zelfde dag, later', 'laatste', 'eerste', 'zonder dag']);
    expect(entries[0]).toMatchObject({ author: 'ib', id: idOf('d') });
    expect(conflicts).toEqual([]);
  });

  it('keeps what two wrote apart in one field, until a person chooses', () => {
    const before = write(start, decide(start, set(PART, 'purpose', 'begin')));
    const hers = write(before, decide(before, set(PART, 'purpose', 'van haar')));
    const both = write(hers, decide(before, set(PART, 'purpose', 'van hem')), 'wijk', before);
    const { conflicts } = viewPart(both);
    expect(conflicts).toMatchObject([{ entity: PART, field: 'purpose' }]);
    expect(new Set(conflicts[0]!.candidates.map(({ value }) => value))).toEqual(new Set(['van haar', 'van hem']));
    const chosen = write(both, decide(both, { type: 'resolve', entity: PART, field: 'purpose', value: 'samen' }));
    expect(viewPart(chosen)).toMatchObject({ heading: { purpose: 'samen' }, conflicts: [] });
  });

  it('lets an entry go and come back', () => {
    const there = write(start, decide(start, entry('tekst', null)));
    const gone = write(there, decide(there, { type: 'remove', entity: idOf('een') }));
    expect(viewPart(gone).entries).toEqual([]);
    const back = write(gone, decide(gone, { type: 'restore', entity: idOf('een') }));
    expect(viewPart(back).entries).toMatchObject([{ text: 'tekst' }]);
  });

  it('refuses what it cannot hold, and says why', () => {
    const state = write(start, decide(start, entry('tekst', null)));
    const refusal = (command: PartCommand) => {
      const decided = decidePart(command, state, () => idOf('twee'));
      return decided.ok ? null : decided.error;
    };
    expect(refusal(entry(' ', null))).toEqual({ type: 'FieldMissing', field: 'text' });
    expect(refusal(entry('a'.repeat(4001), null))).toMatchObject({ type: 'TextTooLong', max: 4000 });
    expect(refusal(set(idOf('nooit'), 'text', 'a'))).toEqual({ type: 'UnknownEntity' });
    expect(refusal({ type: 'remove', entity: PART })).toEqual({ type: 'RemovalNotAllowed' });
    expect(refusal({ type: 'write', entity: PART, field: 'purpose', before: '', after: 'a' })).toMatchObject({ type: 'UnknownField' });
    expect(refusal(set(PART, 'title', 'a'.repeat(121)))).toMatchObject({ type: 'TextTooLong', max: 120 });
  });
});

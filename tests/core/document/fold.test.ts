import { expect, test } from 'vitest';
import { foldEnvelopes, type FoldRules } from '../../../src/core/document/fold.ts';
import type { OpenedEnvelope } from '../../../src/core/document/operation.ts';
import {
  emptyDocument,
  isDeleted,
  isEditedAfterDeletion,
  nextPlace,
  readCandidates,
  readText,
  waitingCount,
  type DocumentState,
} from '../../../src/core/document/state.ts';
import { writeNote } from '../../../src/core/document/textNote.ts';
import type { DeviceId, DocumentId, EntityId, EnvelopeHash, MemberId } from '../../../src/core/shared/ids.ts';

const doc = 'doc' as DocumentId;
const goal = 'goal.anna.1' as EntityId;
const rules: FoldRules = { authorOf: (device) => ({ member: device as string as MemberId, role: 'lead' }), permits: () => true };
let n = 0;
function write(state: DocumentState, device: string, ...ops: OpenedEnvelope['ops']): OpenedEnvelope {
  const place = nextPlace(state, device as DeviceId, 'i');
  return { ...place, hash: `h${n++}` as EnvelopeHash, doc, device: device as DeviceId, incarnation: 'i', roster: 0, wall: n, ops };
}
test('smoke', () => {
  let s = emptyDocument(doc);
  const e1 = write(s, 'a', ['set', goal, 'statement', 'x', []]);
  s = foldEnvelopes(s, [e1], rules);
  const id = readCandidates(s, goal, 'statement')[0]!.id;
  const e2 = write(s, 'a', ['set', goal, 'statement', 'y', [id]], writeNote(s, goal, 'note', '', 'hello', 1));
  const e3 = write(s, 'b', ['set', goal, 'statement', 'z', [id]], ['set', goal, 'deleted', true, []]);
  const all = foldEnvelopes(emptyDocument(doc), [e3, e2], rules);
  expect(waitingCount(all)).toBe(2);
  const t = foldEnvelopes(all, [e1, e1], rules);
  expect(waitingCount(t)).toBe(0);
  expect(readCandidates(t, goal, 'statement').map((c) => c.value)).toEqual(['z', 'y']);
  expect(readText(t, goal, 'note')).toBe('hello');
  expect([isDeleted(t, goal), isEditedAfterDeletion(t, goal)]).toEqual([true, true]);
  const note = writeNote(t, goal, 'note', '', 'ok ', 3);
  expect(readText(foldEnvelopes(t, [write(t, 'c', note)], rules), goal, 'note')).toBe('hellook ');
});

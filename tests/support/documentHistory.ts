import fc from 'fast-check';
import type { CellValue, OpenedEnvelope, Operation, UnknownOperation } from '../../src/core/document/operation.ts';
import { foldEnvelopes, type FoldRules } from '../../src/core/document/fold.ts';
import { type DocumentState, emptyDocument, nextPlace, readCandidates, readText } from '../../src/core/document/state.ts';
import { writeNote } from '../../src/core/document/textNote.ts';
import type { DeviceId, EntityId, EnvelopeHash, OperationId } from '../../src/core/shared/ids.ts';
import { rulesFor, storyDocument, writeEnvelope } from './documentStory.ts';

/** A lead with two devices, a parent, a professional, and two who may not write: a reader and a stranger. */
export const historyRules: FoldRules = rulesFor({ lead: 'lead', parent: 'caregiver', teacher: 'professional', guest: 'reader' });
const devices = ['lead-laptop', 'lead-tablet', 'parent-phone', 'teacher-laptop', 'guest-phone', 'stranger-phone'];
const entities = ['family', 'goal.lead.1', 'goal.parent.1', 'concern.teacher.1', 'answer.parent.1', 'attainment.e1-g1'] as EntityId[];
const fields = ['name', 'statement', 'text', 'order', 'who:person.lead.1'];

/** What people do to a plan: some of it together, some apart, some of it wrong. */
type Step = { readonly device: number; readonly hears: boolean } & (
  | { readonly type: 'save'; readonly edits: readonly Edit[] }
  /** An older copy of the device comes back, in a new session: what it writes next takes a place that is taken. */
  | { readonly type: 'goBack'; readonly saves: number }
  | { readonly type: 'newIncarnation' }
  /** A seq that skips one. */
  | { readonly type: 'breakChain' }
);
type Edit =
  | { readonly type: 'set'; readonly entity: EntityId; readonly field: string; readonly value: CellValue }
  | { readonly type: 'delete' | 'restore'; readonly entity: EntityId }
  | { readonly type: 'undo' }
  | { readonly type: 'type'; readonly at: number; readonly taken: number; readonly put: string }
  /** Names values it never saw, or of another cell. */
  | { readonly type: 'lie'; readonly entity: EntityId; readonly field: string; readonly named: readonly number[] }
  | { readonly type: 'unknown' };

const entity = fc.constantFrom(...entities);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom('a', 'b', 'c'),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
  fc.constant(null),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ type: fc.constant('set' as const), entity, field: fc.constantFrom(...fields), value }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('delete' as const, 'restore' as const), entity }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('type' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      taken: fc.nat(4),
      put: fc.constantFrom('', 'ja', 'nee ', '😀', 'e'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('lie' as const),
      entity,
      field: fc.constantFrom(...fields),
      named: fc.array(fc.nat(40), { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('unknown' as const) }) },
);
const who = { device: fc.nat(devices.length - 1), hears: fc.boolean() };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ ...who, type: fc.constant('save' as const), edits: fc.array(edit, { minLength: 1, maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ ...who, type: fc.constant('goBack' as const), saves: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ ...who, type: fc.constant('newIncarnation' as const) }) },
  { weight: 1, arbitrary: fc.record({ ...who, type: fc.constant('breakChain' as const) }) },
);

/** All envelopes that such a group wrote, in the order of writing. */
export const history: fc.Arbitrary<readonly OpenedEnvelope[]> = fc
  .array(step, { minLength: 1, maxLength: 16 })
  .map(play)
  .filter((log) => log.length > 0);

interface Copy {
  readonly state: DocumentState;
  readonly incarnation: number;
  readonly clientId: number;
  /** What the last edit replaced, for undo. */
  readonly undo: Extract<Edit, { type: 'set' }> | undefined;
}

function play(steps: readonly Step[]): readonly OpenedEnvelope[] {
  const log: OpenedEnvelope[] = [];
  let sessions = 1;
  const past = devices.map((): Copy[] => [{ state: emptyDocument(storyDocument), incarnation: 0, clientId: sessions++, undo: undefined }]);
  for (const one of steps) {
    const copies = past[one.device] as Copy[];
    const before = copies.at(-1) as Copy;
    const copy = one.hears ? { ...before, state: foldEnvelopes(before.state, log, historyRules) } : before;
    if (one.type === 'goBack') copies.push({ ...(copies.at(-1 - one.saves) ?? copy), clientId: sessions++ });
    else if (one.type === 'newIncarnation') copies.push({ ...copy, incarnation: copy.incarnation + 1, clientId: sessions++ });
    else copies.push(save(copy, devices[one.device] as string, one.type === 'save' ? one.edits : [], log));
  }
  return log;
}

function save(copy: Copy, device: string, edits: readonly Edit[], log: OpenedEnvelope[]): Copy {
  let undo = copy.undo;
  let hasTyped = false;
  const ops: (Operation | UnknownOperation)[] = [];
  for (const one of edits) {
    if (one.type === 'type' && hasTyped) continue; // a session's next text has to know its previous one
    hasTyped ||= one.type === 'type';
    ops.push(toOperation(copy, one, log));
    if (one.type === 'set') undo = { ...one, value: readCandidates(copy.state, one.entity, one.field)[0]?.value ?? null };
  }
  const incarnation = `i${copy.incarnation}`;
  const place = nextPlace(copy.state, device as DeviceId, incarnation);
  const isBroken = edits.length === 0;
  const envelope = writeEnvelope(copy.state, device, isBroken ? [['set', 'family' as EntityId, 'name', 'broken', []]] : ops, {
    incarnation,
    hash: hashOf(log.length),
    seq: isBroken ? place.seq + 1 : place.seq,
  });
  log.push(envelope);
  return { ...copy, undo, state: foldEnvelopes(copy.state, [envelope], historyRules) };
}

/** The same in every run of the same steps, and in another order than that of writing. */
const hashOf = (place: number): EnvelopeHash => `${(((place + 1) * 7919) % 10007).toString(36)}h${place}` as EnvelopeHash;

function toOperation({ state, undo, clientId }: Copy, one: Edit, log: readonly OpenedEnvelope[]): Operation | UnknownOperation {
  const set = (target: EntityId, field: string, to: CellValue): Operation => [
    'set',
    target,
    field,
    to,
    readCandidates(state, target, field).map(({ id }) => id),
  ];
  switch (one.type) {
    case 'set':
      return set(one.entity, one.field, one.value);
    case 'delete':
    case 'restore':
      return set(one.entity, 'deleted', one.type === 'delete' ? true : null);
    case 'undo':
      return undo === undefined ? ['nothingToUndo'] : set(undo.entity, undo.field, undo.value);
    case 'type': {
      const before = readText(state, 'family' as EntityId, 'analysis');
      const at = Math.floor(one.at * before.length);
      return writeNote(
        state,
        'family' as EntityId,
        'analysis',
        before,
        before.slice(0, at) + one.put + before.slice(at + one.taken),
        clientId,
      );
    }
    case 'lie': {
      const all = log.flatMap(({ hash, ops }) =>
        ops.map(([, target, field], index) => ({ id: `${hash}/${index}` as OperationId, target, field })),
      );
      // Values of this very cell too, also those that this device has not heard of.
      const ofCell = all.filter(({ target, field }) => target === one.entity && field === one.field);
      const named = one.named.flatMap((at) => [all[at]?.id ?? [], ofCell[at % ofCell.length]?.id ?? []].flat());
      return ['set', one.entity, one.field, 'lie', named];
    }
    case 'unknown':
      return ['draw', 'family', 'circle', 3];
  }
}

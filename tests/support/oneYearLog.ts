import * as Y from 'yjs';
import { kindOf } from '../../src/core/document/entityId.ts';
import { foldEnvelopes, type FoldRules } from '../../src/core/document/fold.ts';
import type { OpenedEnvelope, Operation } from '../../src/core/document/operation.ts';
import { type DocumentState, emptyDocument, nextPlace, readCandidates, readText } from '../../src/core/document/state.ts';
import { writeNote } from '../../src/core/document/textNote.ts';
import type { DeviceId, DocumentId, EnvelopeHash, MemberId } from '../../src/core/shared/ids.ts';
import { createFractions } from './oneYearCase.ts';
import { makeSaves, type OneYearOptions } from './oneYearSaves.ts';
import { memberOf, type PlanWrite } from './oneYearWrites.ts';

export const oneYearDocument = 'oneYearDocument0000000' as DocumentId;

/** Every device's member is a lead: what is measured is the fold. */
export const oneYearRules: FoldRules = {
  authorOf: (device) => ({ member: device.slice(6) as MemberId, role: 'lead' }),
  permits: () => true,
};

/** The year as the plan's envelopes, in the order in which they were made. */
export function makeOneYearLog(options: OneYearOptions = {}): readonly OpenedEnvelope[] {
  const log: OpenedEnvelope[] = [];
  const random = createFractions(4);
  const devices = Array.from({ length: options.devices ?? 6 }, () => emptyDocument(oneYearDocument));
  for (const save of makeSaves(options)) {
    let state = devices[save.device]!;
    if (save.hears) state = foldEnvelopes(state, log, oneYearRules);
    const place = {
      doc: oneYearDocument,
      device: `device${memberOf(save.device)}` as DeviceId,
      incarnation: 'first',
      roster: 0,
      wall: save.wall,
    };
    const ops: Operation[] = [];
    let typed = state; // a second edit of one note continues the first, which yjs has to know
    for (const write of save.writes) {
      const operation = toOperation(typed, write, save.device);
      ops.push(operation);
      if (operation[0] === 'text')
        typed = foldEnvelopes(
          typed,
          [{ ...place, ...nextPlace(typed, place.device, 'typing'), incarnation: 'typing', hash: makeHash(random), ops: [operation] }],
          oneYearRules,
        );
    }
    const envelope = { ...place, ...nextPlace(state, place.device, place.incarnation), hash: makeHash(random), ops };
    log.push(envelope);
    devices[save.device] = foldEnvelopes(state, [envelope], oneYearRules);
  }
  return log;
}

/** The same writes in the same order by as many devices, in yjs: a map per entity within a map per kind. */
export function makeOneYearYjsUpdates(options: OneYearOptions = {}): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const devices = Array.from({ length: options.devices ?? 6 }, (_, index) => {
    const doc = new Y.Doc();
    doc.clientID = index + 1;
    let heard = 0;
    const hear = () => {
      for (; heard < updates.length; heard++) Y.applyUpdate(doc, updates[heard]!, 'heard');
    };
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') updates.push(update);
    });
    return { doc, hear };
  });
  for (const save of makeSaves(options)) {
    const { doc, hear } = devices[save.device]!;
    if (save.hears) hear();
    doc.transact(() => save.writes.forEach((write) => writeToYjs(doc, write)));
  }
  return updates;
}

export const yjsTextOf = (doc: Y.Doc, write: { readonly entity: string; readonly field: string }): Y.Text =>
  (doc.getMap(kindOf(write.entity as never)).get(write.entity) as Y.Map<Y.Text>).get(write.field) as Y.Text;

function toOperation(state: DocumentState, write: PlanWrite, device: number): Operation {
  const { entity, field } = write;
  if (write.type === 'set') return ['set', entity, field, write.value, readCandidates(state, entity, field).map(({ id }) => id)];
  const before = readText(state, entity, field);
  const at = Math.floor(write.at * before.length);
  const after =
    write.type === 'insert' ? before.slice(0, at) + write.text + before.slice(at) : before.slice(0, at) + before.slice(at + write.length);
  return writeNote(state, entity, field, before, after, device + 1);
}

function writeToYjs(doc: Y.Doc, write: PlanWrite): void {
  const kind = doc.getMap<Y.Map<unknown>>(kindOf(write.entity));
  const entity = kind.get(write.entity) ?? kind.set(write.entity, new Y.Map());
  if (write.type === 'set') {
    entity.set(write.field, write.value);
    return;
  }
  const text = (entity.get(write.field) ?? entity.set(write.field, new Y.Text())) as Y.Text;
  const at = Math.floor(write.at * text.length);
  if (write.type === 'insert') text.insert(at, write.text);
  else text.delete(at, Math.min(write.length, text.length - at));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const makeHash = (random: () => number): EnvelopeHash =>
  Array.from({ length: 43 }, () => alphabet[Math.floor(random() * 64)]!).join('') as EnvelopeHash;

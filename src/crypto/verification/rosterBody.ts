import * as v from 'valibot';
import { documentKinds, rosterRoles, type RosterChange } from '../../core/circle/rosterEntry.ts';
import { type CivilDate, parseCivilDate } from '../../core/shared/civilDate.ts';
import type { CaseId, DeviceId, EnvelopeHash, MemberId, OperationId } from '../../core/shared/ids.ts';
import { base64urlToBytes } from '../../protocol/bytes.ts';
import { bytesShape, countShape, entityShape, fieldShape, idTextShape } from '../../protocol/wireShapes.ts';
import type { KeyringHash } from './keyring.ts';

/*
 * What a roster entry says, as it is signed: the change that core/circle folds, and beside it the keys that come with it.
 * Named fields, so that a form can be read without this file; strict, so that nothing unknown passes for known.
 */

const memberShape = idTextShape<MemberId>(16);
const deviceShape = idTextShape<DeviceId>(32);
const roleShape = v.picklist(rosterRoles);
const dayShape = v.pipe(
  v.string(),
  v.check((day) => parseCivilDate(day) !== undefined),
  v.transform((day) => day as CivilDate),
);
const operationShape = v.pipe(
  v.string(),
  v.regex(/^[\w-]{43}\/\d{1,9}$/),
  v.check((id) => base64urlToBytes(id.slice(0, 43)) !== undefined),
  v.transform((id) => id as OperationId),
);

const headsShape = v.array(v.strictObject({ device: deviceShape, incarnation: idTextShape(8), seq: countShape }));
const cell = { entity: entityShape, field: fieldShape };
const erasedShape = v.array(
  v.strictObject({
    envelope: idTextShape<EnvelopeHash>(32),
    operations: v.array(v.strictObject({ ...cell, preds: v.array(operationShape) })),
  }),
);

const changeShape: v.GenericSchema<unknown, RosterChange> = v.variant('type', [
  v.strictObject({ type: v.literal('genesis'), kind: v.picklist(documentKinds), caseId: idTextShape<CaseId>(16) }),
  v.strictObject({
    type: v.literal('add'),
    member: memberShape,
    role: roleShape,
    succeeds: v.nullable(memberShape),
    until: v.nullable(dayShape),
  }),
  v.strictObject({ type: v.literal('role'), member: memberShape, role: roleShape, heads: v.nullable(headsShape) }),
  v.strictObject({ type: v.literal('invite'), invitation: v.string(), role: roleShape, expires: countShape }),
  v.strictObject({ type: v.literal('propose'), member: memberShape, reason: v.string() }),
  v.strictObject({
    type: v.literal('remove'),
    member: memberShape,
    heads: headsShape,
    reason: v.string(),
    seconded: v.nullable(memberShape),
  }),
  v.strictObject({ type: v.literal('rotate'), epoch: countShape, revoked: v.array(deviceShape), heads: headsShape }),
  v.strictObject({ type: v.literal('end'), reason: v.string() }),
  v.strictObject({ type: v.literal('redact'), erased: erasedShape, cells: v.array(v.strictObject(cell)) }),
  v.strictObject({ type: v.literal('destroy'), reason: v.string() }),
]);

/** A new epoch's key: sealed to every member, the one before it sealed under it, and a commitment so that all have the same. */
const epochShape = v.strictObject({
  epoch: countShape,
  commitment: bytesShape(32),
  sealed: v.array(v.strictObject({ member: memberShape, generation: countShape, secret: bytesShape() })),
  previous: v.nullable(bytesShape()),
});

/** An epoch key for somebody who joins: the present epoch, sealed to them alone. */
const welcomeShape = v.strictObject({ epoch: countShape, member: memberShape, generation: countShape, secret: bytesShape() });

/** Everything in a roster entry's body. `keyring` binds a member who comes in to the first entry of their keyring. */
export const rosterBodyShape = v.strictObject({
  by: memberShape,
  wall: countShape,
  change: changeShape,
  keyring: v.nullable(idTextShape<KeyringHash>(32)),
  epoch: v.nullable(epochShape),
  welcome: v.nullable(welcomeShape),
});

export type RosterBody = v.InferOutput<typeof rosterBodyShape>;
export type NewEpoch = v.InferOutput<typeof epochShape>;
export type Welcome = v.InferOutput<typeof welcomeShape>;

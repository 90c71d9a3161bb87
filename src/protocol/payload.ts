import * as v from 'valibot';
import type { CellValue, Operation, Payload, SetOperation, UnknownOperation } from '../core/document/operation.ts';
import type { Bytes } from './bytes.ts';
import { encodeCbor, parseCbor } from './cbor.ts';
import { bytesShape, countShape, entityShape, fieldShape, predsShape, predsToWire } from './wireShapes.ts';

/*
 * payload = [wall, lamport, [operation...]]
 * set     = ['set', entity, field, value, [[envelope hash, index]...]]
 * text    = ['text', entity, field, yjs update]
 */

/** The sealed part of an envelope as bytes. */
export const encodePayload = ({ wall, lamport, ops }: Payload): Bytes => encodeCbor([wall, lamport, ops.map(operationToWire)]);

/** The sealed part read back, or undefined when it is no payload. Operations of a newer app are kept as they are. */
export function decodePayload(bytes: Uint8Array): Payload | undefined {
  const wire = parseCbor(payloadShape, bytes);
  return wire && { wall: wire[0], lamport: wire[1], ops: wire[2].map(wireToOperation) };
}

const valueShape: v.GenericSchema<CellValue> = v.union([v.null(), v.boolean(), v.number(), v.string()]);

const setShape = v.strictTuple([v.literal('set'), entityShape, fieldShape, valueShape, predsShape]);
const textShape = v.strictTuple([v.literal('text'), entityShape, fieldShape, bytesShape()]);
const anyOperationShape = v.tupleWithRest([v.string()], v.unknown());
const payloadShape = v.strictTuple([countShape, countShape, v.array(anyOperationShape)]);

const KNOWN = new Map<string, v.GenericSchema<unknown, Operation>>([
  ['set', setShape],
  ['text', textShape],
]);

/**
 * A known kind with contents that do not fit is kept under the name `unreadable`: refusing the whole envelope would let one
 * bad operation block everybody whose edits come after it.
 */
function wireToOperation(wire: readonly [string, ...unknown[]]): Operation | UnknownOperation {
  const shape = KNOWN.get(wire[0]);
  if (shape === undefined) return wire;
  const parsed = v.safeParse(shape, wire);
  return parsed.success ? parsed.output : ['unreadable', ...wire];
}

const isSet = (operation: Operation | UnknownOperation): operation is SetOperation => operation[0] === 'set';

function operationToWire(operation: Operation | UnknownOperation): unknown {
  if (!isSet(operation)) return operation;
  const [kind, entity, field, value, preds] = operation;
  return [kind, entity, field, value, predsToWire(preds)];
}

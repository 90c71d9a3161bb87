import * as v from 'valibot';
import { destroyReasons } from '../../core/circle/destruction.ts';
import { documentKinds, rosterRoles } from '../../core/circle/rosterEntry.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { countShape } from '../../protocol/wireShapes.ts';
import type { EndedCase, LeftDocument } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';

/**
 * What left this device, until a person has read that it did: when, what kind of document and why. Nothing of what stood in it, and no
 * name but that of a case that was destroyed. A local copy; should it be lost, only the telling is.
 */
const LEFT = 'left';
/** More than anybody reads. */
const MOST = 50;

export async function readLeft({ ports }: DeviceContext, { vault }: Session): Promise<readonly LeftDocument[]> {
  const sealed = await ports.database.getLocal(LEFT);
  const opened = sealed && (await openRecord(vault, 'exchange', LEFT, sealed));
  const parsed = opened?.ok ? v.safeParse(shape, decodeCbor(opened.value)) : undefined;
  if (!parsed?.success) return [];
  return parsed.output.map(([at, kind, because, lost, ended]) => ({ at, kind, because, lost, ended: ended && fromWire(ended) }));
}

export const noteLeft = (context: DeviceContext, session: Session, more: readonly LeftDocument[]): Promise<void> =>
  inTurn(session, async () => await write(context, session, [...(await readLeft(context, session)), ...more].slice(-MOST)));

export const forgetLeft = (context: DeviceContext, session: Session): Promise<void> => inTurn(session, () => write(context, session, []));

/** Several documents leave at once: each note is written behind the one before. */
const turns = new WeakMap<Session, Promise<void>>();
function inTurn(session: Session, step: () => Promise<void>): Promise<void> {
  const turn = (turns.get(session) ?? Promise.resolve()).then(step, step);
  turns.set(session, turn);
  return turn;
}

async function write({ ports }: DeviceContext, { vault }: Session, left: readonly LeftDocument[]): Promise<void> {
  const wire = left.map(({ at, kind, because, lost, ended }) => [at, kind, because, lost, ended && toWire(ended)]);
  const sealed = await sealRecord(vault, 'exchange', LEFT, encodeCbor(wire), ports.random.bytes);
  await ports.database.putLocal(LEFT, sealed).catch(() => undefined);
}

const endedShape = v.strictTuple([
  v.string(),
  v.strictTuple([v.string(), v.string(), v.string()]),
  v.nullable(v.picklist(rosterRoles)),
  v.number(),
  v.strictTuple([v.picklist(destroyReasons), v.string()]),
  countShape,
]);
const shape = v.array(
  v.strictTuple([
    v.number(),
    v.picklist(documentKinds),
    v.picklist(['removed', 'destroyed', 'revoked']),
    countShape,
    v.nullable(endedShape),
  ]),
);

const toWire = ({ title, by, role, on, why, rest }: EndedCase): v.InferOutput<typeof endedShape> => [
  title,
  [by.name, by.discipline, by.organisation],
  role,
  on,
  [why.code, why.words],
  rest,
];

function fromWire([title, [name, discipline, organisation], role, on, [code, words], rest]: v.InferOutput<typeof endedShape>): EndedCase {
  return { title, by: { name, discipline, organisation }, role, on, why: { code, words }, rest };
}

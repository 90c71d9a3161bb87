import * as v from 'valibot';
import { documentKinds } from '../../core/circle/rosterEntry.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { countShape } from '../../protocol/wireShapes.ts';
import type { LeftDocument } from '../application.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';

/**
 * What left this device, until a person has read that it did: when, what kind of document and why. Nothing of what stood in it, and no
 * name. A local copy; should it be lost, only the telling is.
 */
const LEFT = 'left';
/** More than anybody reads. */
const MOST = 50;

export async function readLeft({ ports }: DeviceContext, { vault }: Session): Promise<readonly LeftDocument[]> {
  const sealed = await ports.database.getLocal(LEFT);
  const opened = sealed && (await openRecord(vault, 'exchange', LEFT, sealed));
  const parsed = opened?.ok ? v.safeParse(shape, decodeCbor(opened.value)) : undefined;
  if (!parsed?.success) return [];
  return parsed.output.map(([at, kind, because, lost]) => ({ at, kind, because, lost }));
}

export async function noteLeft(context: DeviceContext, session: Session, more: readonly LeftDocument[]): Promise<void> {
  await write(context, session, [...(await readLeft(context, session)), ...more].slice(-MOST));
}

export const forgetLeft = (context: DeviceContext, session: Session): Promise<void> => write(context, session, []);

async function write({ ports }: DeviceContext, { vault }: Session, left: readonly LeftDocument[]): Promise<void> {
  const wire = left.map(({ at, kind, because, lost }) => [at, kind, because, lost]);
  const sealed = await sealRecord(vault, 'exchange', LEFT, encodeCbor(wire), ports.random.bytes);
  await ports.database.putLocal(LEFT, sealed).catch(() => undefined);
}

const shape = v.array(v.strictTuple([v.number(), v.picklist(documentKinds), v.picklist(['removed', 'destroyed', 'revoked']), countShape]));

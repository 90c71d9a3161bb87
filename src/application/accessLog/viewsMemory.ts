import * as v from 'valibot';
import { noChains, type AccessChains } from '../../core/circle/accessLog.ts';
import type { DeviceId, DocumentId, EnvelopeHash } from '../../core/shared/ids.ts';
import { START } from '../../core/sync/syncState.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { countShape } from '../../protocol/wireShapes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { givenKeysKey } from './places.ts';

/** How far an access log was exchanged, and what is wrong with it. A local copy: should it be lost, it is read again from the start. */
export interface ViewsMemory {
  readonly offset: string;
  readonly chains: AccessChains;
  /** Devices that the server gave content and that never wrote a line. */
  readonly silent: readonly DeviceId[];
  /** When the server's own record was last laid beside the log. */
  readonly checkedAt: number | null;
}

export const noViewsMemory: ViewsMemory = { offset: START, chains: noChains, silent: [], checkedAt: null };

export async function readViewsMemory({ ports }: DeviceContext, { vault }: Session, doc: DocumentId): Promise<ViewsMemory> {
  const sealed = await ports.database.getLocal(givenKeysKey(doc));
  const opened = sealed && (await openRecord(vault, 'views', doc, sealed));
  const parsed = opened?.ok ? v.safeParse(memoryShape, decodeCbor(opened.value)) : undefined;
  if (!parsed?.success) return noViewsMemory;
  const [, offset, chains, silent, checkedAt] = parsed.output;
  const read = chains.map(([key, device, seq, hash, missing]) => {
    return [key, { device: device as DeviceId, seq, hash: hash as EnvelopeHash, missing }] as const;
  });
  return { offset, chains: new Map(read), silent: silent as DeviceId[], checkedAt };
}

export async function keepViewsMemory({ ports }: DeviceContext, { vault }: Session, doc: DocumentId, memory: ViewsMemory): Promise<void> {
  const { offset, chains, silent, checkedAt } = memory;
  const wire = [
    1,
    offset,
    [...chains].map(([key, { device, seq, hash, missing }]) => [key, device, seq, hash, missing]),
    silent,
    checkedAt,
  ];
  const sealed = await sealRecord(vault, 'views', doc, encodeCbor(wire), ports.random.bytes);
  await ports.database.putLocal(givenKeysKey(doc), sealed).catch(() => undefined);
}

const memoryShape = v.strictTuple([
  v.literal(1),
  v.string(),
  v.array(v.strictTuple([v.string(), v.string(), countShape, v.string(), countShape])),
  v.array(v.string()),
  v.nullable(v.number()),
]);

import * as v from 'valibot';
import { START } from '../../core/sync/syncState.ts';
import type { DocumentId, MemberId } from '../../core/shared/ids.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { decodeCbor, encodeCbor } from '../../protocol/cbor.ts';
import { readKey } from '../../protocol/storedKeys.ts';
import { countShape } from '../../protocol/wireShapes.ts';
import { isAudited } from '../accessLog/audited.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { exchangeKey } from './exchangeKey.ts';

/**
 * How far a document was exchanged. A local copy: should it be lost, everything is read again from the start, and what is here
 * already does no harm.
 */
export interface ExchangeMemory {
  /** Where the server's streams were read up to. */
  readonly roster: string;
  readonly log: string;
  /** The last number of each chain that the server itself showed: it may not show less later (SPEC 20). */
  readonly shown: ReadonlyMap<string, number>;
  readonly lastDelivered: number | null;
  readonly lastHeard: { readonly at: number; readonly from: MemberId } | null;
  /** When the server turned out to have less than it had shown before. */
  readonly wentBack: number | null;
  /** When the server last showed that it still has the head of every chain. */
  readonly checkedAt: number | null;
  /** Parents that were missing after the last round, and whether everything was read from the start for them. */
  readonly missing: { readonly parents: readonly string[]; readonly asked: boolean };
}

export const noMemory: ExchangeMemory = {
  roster: START,
  log: START,
  shown: new Map(),
  lastDelivered: null,
  lastHeard: null,
  wentBack: null,
  checkedAt: null,
  missing: { parents: [], asked: false },
};

/** Reading begins anew, and what the server shows is noted anew. */
export const fromTheStart = { roster: START, log: START, shown: new Map<string, number>() } as const;

export async function readMemory({ ports }: DeviceContext, { vault }: Session, doc: DocumentId): Promise<ExchangeMemory> {
  const sealed = await ports.database.getLocal(exchangeKey(doc));
  const opened = sealed && (await openRecord(vault, 'exchange', doc, sealed));
  const parsed = opened?.ok ? v.safeParse(memoryShape, decodeCbor(opened.value)) : undefined;
  if (!parsed?.success) return noMemory;
  const [, roster, log, shown, lastDelivered, heard, wentBack, checkedAt, parents, asked] = parsed.output;
  const lastHeard = heard && { at: heard[0], from: heard[1] as MemberId };
  return { roster, log, shown: new Map(shown), lastDelivered, lastHeard, wentBack, checkedAt, missing: { parents, asked } };
}

/** Of a document that left in the meantime nothing is remembered: should it come back, it is read from the start. */
export async function keepMemory({ ports }: DeviceContext, session: Session, doc: DocumentId, memory: ExchangeMemory): Promise<void> {
  const { roster, log, shown, lastDelivered, lastHeard, wentBack, checkedAt, missing } = memory;
  const heard = lastHeard && [lastHeard.at, lastHeard.from];
  const wire = [2, roster, log, [...shown], lastDelivered, heard, wentBack, checkedAt, missing.parents, missing.asked];
  const sealed = await sealRecord(session.vault, 'exchange', doc, encodeCbor(wire), ports.random.bytes);
  const isHere = session.documents.has(doc) || (await isAudited(ports.database, doc));
  if (isHere) await ports.database.putLocal(exchangeKey(doc), sealed).catch(() => undefined);
}

/** Up to where it was read, for the courier, which has no key: offsets are the server's own, and say no more than a stored log does. */
export async function noteRead({ ports }: DeviceContext, { settings }: Session, doc: DocumentId, read: ExchangeMemory): Promise<void> {
  if (!ports.courier || settings.shared) return;
  const { roster, log } = read;
  await ports.database
    .putLocal(readKey(doc), new Uint8Array(new TextEncoder().encode(JSON.stringify({ roster, log }))))
    .catch(() => undefined);
}

const memoryShape = v.strictTuple([
  v.literal(2),
  v.string(),
  v.string(),
  v.array(v.strictTuple([v.string(), countShape])),
  v.nullable(v.number()),
  v.nullable(v.strictTuple([v.number(), v.string()])),
  v.nullable(v.number()),
  v.nullable(v.number()),
  v.array(v.string()),
  v.boolean(),
]);

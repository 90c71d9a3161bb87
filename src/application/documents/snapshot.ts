import { lookToState, stateToLook } from '../../core/document/firstLook.ts';
import type { LookOptions } from '../../core/document/firstLookRows.ts';
import { bytesToState, mergeNotes, stateToBytes } from '../../core/document/snapshot.ts';
import type { DocumentState } from '../../core/document/state.ts';
import { lookAtPlan } from '../../core/plan/planLook.ts';
import type { DocumentId } from '../../core/shared/ids.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import { viewOf } from '../cases/viewOf.ts';
import { isSameBytes } from '../../protocol/bytes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { OpenDocument } from './document.ts';
import { keepCopy } from './keepCopy.ts';
import { firstLookKey, snapshotKey } from './snapshotKey.ts';

/** A snapshot is worth writing after so many envelopes; until then reading them is quicker than writing it. */
const WORTH_WRITING = 50;

/**
 * Two records: the first look, which is enough to show the case's page, and the whole. Both begin with the stamp of the writing that made
 * them, the newest wall time and how many envelopes were folded; not as CBOR within CBOR, because each layer copies megabytes.
 */
const STAMP_BYTES = 16;
const COUNT_AT = STAMP_BYTES + 8;
const HEADER_BYTES = COUNT_AT + 8;

/** Kinds of documents that are never big. */
const EVERYTHING: LookOptions = { full: [], later: [], past: new Set(), facts: '' };

/** A document of which only the first look was read. */
export interface Looked {
  readonly state: DocumentState;
  readonly newestWall: number;
  readonly envelopeCount: number;
  /** Undefined when it is not there or belongs to another first look: then the log is folded. */
  readonly readWhole: () => Promise<DocumentState | undefined>;
  /** Where `state` finds from now on what it lacks: who still looks at it may ask. */
  readonly complete: (whole: DocumentState) => void;
}

/** The folded document as it was kept, or undefined: then the log is folded. Never trusted after the database was mended. */
export async function readSnapshot(context: DeviceContext, session: Session, doc: DocumentId): Promise<Looked | undefined> {
  if (context.storage.get().healed !== 'nothing') return undefined;
  const opened = await openPart(context, session, firstLookKey(doc));
  if (!opened) return undefined;
  let whole: DocumentState | undefined;
  const state = lookToState(new TextDecoder().decode(opened.content), () => whole);
  if (state?.doc !== doc) return undefined;
  return {
    state,
    newestWall: opened.newestWall,
    envelopeCount: opened.envelopeCount,
    readWhole: async () => {
      const rest = await openPart(context, session, snapshotKey(doc));
      return rest && isSameBytes(rest.stamp, opened.stamp) ? bytesToState(rest.content) : undefined;
    },
    complete: (read) => void (whole = read),
  };
}

async function openPart({ ports }: DeviceContext, { vault }: Session, key: string) {
  const sealed = await ports.database.getLocal(key);
  const opened = sealed && (await openRecord(vault, 'snapshot', key, sealed));
  if (!opened?.ok) return undefined;
  const { value } = opened;
  const header = new DataView(value.buffer, value.byteOffset);
  return {
    stamp: value.slice(0, STAMP_BYTES),
    newestWall: header.getFloat64(STAMP_BYTES),
    envelopeCount: header.getFloat64(COUNT_AT),
    content: value.subarray(HEADER_BYTES),
  };
}

export const isWorthWriting = (document: OpenDocument): boolean => document.sinceSnapshot() >= WORTH_WRITING;

/** Keeps what is stored of the document; `always`: also when little changed, because this is the last chance (lock, close). */
export async function writeSnapshot(context: DeviceContext, session: Session, document: OpenDocument, always: boolean): Promise<void> {
  const { ports, saving } = context;
  // While something waits, the screens show what is not stored yet; that may not come back from a snapshot.
  if (saving.get().type === 'failed') return;
  if (always ? document.sinceSnapshot() === 0 : !isWorthWriting(document)) return;
  document.snapshotWritten();
  const state = document.shown.get();
  const { erased } = document.roster;
  const lookOptions = document.kind === 'plan' ? lookAtPlan(state, viewOf(context, session, state)) : EVERYTHING;
  const stamp = ports.random.bytes(STAMP_BYTES);
  const keepPart = async (key: string, part: Uint8Array) => {
    const content = new Uint8Array(HEADER_BYTES + part.length);
    content.set(stamp);
    const header = new DataView(content.buffer);
    header.setFloat64(STAMP_BYTES, document.newestWall());
    header.setFloat64(COUNT_AT, state.envelopes.size);
    content.set(part, HEADER_BYTES);
    const sealed = await sealRecord(session.vault, 'snapshot', key, content, ports.random.bytes);
    // Erased in the meantime: this still holds it.
    if (document.roster.erased.length === erased.length) await keepCopy(context, session, document.doc, key, sealed);
  };
  const look = new TextEncoder().encode(stateToLook(state, lookOptions));
  await ports.clock.breathe();
  for (const _ of mergeNotes(state)) await ports.clock.breathe();
  await Promise.all([keepPart(snapshotKey(document.doc), stateToBytes(state)), keepPart(firstLookKey(document.doc), look)]);
}

import type { DocumentId } from '../../core/shared/ids.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { hold } from './openDocument.ts';
import { writeSnapshot } from './snapshot.ts';

/** Documents whose copy is behind, held in memory until it is written. */
const behind = new WeakMap<Session, Map<DocumentId, () => void>>();
/** More are not held: a caseload may be larger than memory. */
const MOST_HELD = 100;

/**
 * Writes the document's snapshot when the exchange is at rest: a copy that only makes opening quicker is no reason to let the next
 * case wait. Until then, and after a crash, the log is folded.
 */
export function snapshotLater(context: DeviceContext, session: Session, doc: DocumentId): void {
  const waiting = behind.get(session) ?? new Map<DocumentId, () => void>();
  behind.set(session, waiting);
  if (waiting.has(doc)) return;
  waiting.set(doc, hold(session, doc));
  if (waiting.size === 1) void writeAtRest(context, session, waiting);
  else if (waiting.size === MOST_HELD) void writeAll(context, session, waiting);
}

async function writeAtRest(context: DeviceContext, session: Session, waiting: Map<DocumentId, () => void>): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (context.exchange.get().type === 'working' && context.session === session) return;
      stop();
      resolve();
    };
    const stop = context.exchange.subscribe(look);
    look();
  });
  await writeAll(context, session, waiting);
}

async function writeAll(context: DeviceContext, session: Session, waiting: Map<DocumentId, () => void>): Promise<void> {
  for (const [doc, release] of waiting) {
    waiting.delete(doc);
    const document = await session.open.get(doc)?.catch(() => undefined);
    const isHere = context.session === session && !session.closing && session.documents.has(doc);
    if (document && isHere) await writeSnapshot(context, session, document, true);
    release();
    await context.ports.clock.breathe();
  }
}

import { viewPart } from '../../core/part/viewPart.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import { err, ok } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { createStore } from '../store.ts';
import type { Parts } from '../application.ts';
import type { PartKind, PartSummary } from './types.ts';
import { isPart, readersOf } from './viewPart.ts';

/** What of a case stands on this device beside its plan, for as long as somebody looks at the list. */
export async function listParts(context: DeviceContext, caseId: CaseId): ReturnType<Parts['list']> {
  const { session } = context;
  if (!session || session.closing) return err({ type: 'Locked' });
  const parts = createStore(await readAll(context, session, caseId));
  let [isClosed, isAsked, running] = [false, false, false];
  const refresh = async () => {
    isAsked = true;
    if (running) return;
    running = true;
    while (isAsked && !isClosed && context.session === session) {
      isAsked = false;
      const next = await readAll(context, session, caseId);
      if (!isClosed && JSON.stringify(next) !== JSON.stringify(parts.get())) parts.set(next);
    }
    running = false;
  };
  const stops = [context.exchange.subscribe(() => void refresh()), context.link.hear(() => void refresh())];
  return ok({
    parts,
    close: () => {
      isClosed = true;
      for (const stop of stops) stop();
    },
  });
}

const ORDER: readonly PartKind[] = ['team', 'part', 'safety', 'voice', 'personal'];

async function readAll(context: DeviceContext, session: Session, caseId: CaseId): Promise<readonly PartSummary[]> {
  const here = [...session.documents.values()].filter((document) => document.caseId === caseId && isPart(document.kind));
  const read = await Promise.all(here.map(({ doc }) => readOne(context, session, doc)));
  return read
    .filter((part) => part !== undefined)
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.title.localeCompare(b.title, 'nl'));
}

async function readOne(context: DeviceContext, session: Session, doc: DocumentId): Promise<PartSummary | undefined> {
  const release = hold(session, doc);
  try {
    const document = await openDocument(context, session, doc);
    if (!document) return undefined;
    const { kind, roster, shown } = document;
    return { doc, kind: kind as PartKind, title: viewPart(shown.get()).heading.title, readers: readersOf(roster, session.member) };
  } catch {
    return undefined;
  } finally {
    release();
  }
}
